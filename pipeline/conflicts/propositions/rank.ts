import type { Claim } from '../../model/claim.ts'

const RANKS = new Set(
  'first only sole oldest largest biggest longest tallest highest deepest smallest'.split(' '),
)
const SHARED_RANK = /\b(?:among|amongst|one of|some of|joint(?:ly)?|second|third|fourth|fifth|next)\b/i

/** A place that only one can hold. */
export interface Rank {
  readonly rank: string
  /** Of what, as sorted lemmas and entities. */
  readonly of: string
  /** The bare noun that bears it, where nothing but a purpose or a place stands beside: "the first [boat] on the scene". */
  readonly noun: string | null
}

/** "the first military base of Narland": first, of "base military narland". Null where the rank is shared ("among the first"). */
export function rankOf({ object, relation }: Claim): Rank | null {
  if (
    !object ||
    !['be', 'become'].includes(relation.lemma) ||
    SHARED_RANK.test(`${relation.text} ${object.text}`)
  )
    return null
  const rank = object.lemmas.map((lemma) => lemma.toLowerCase()).find((lemma) => RANKS.has(lemma))
  if (!rank) return null
  const of = object.lemmas.map((lemma) => lemma.toLowerCase()).filter((lemma) => lemma !== rank)
  if (of.length < 2) return null
  return { rank, of: [...new Set([...of, ...object.entities])].sort().join(' '), noun: nounOf(object.text) }
}

/** Words for one thing, by their plain form. */
const KIN: Readonly<Record<string, string>> = {
  ship: 'vessel',
  boat: 'vessel',
  craft: 'vessel',
  women: 'woman',
  men: 'man',
}

function nounOf(text: string): string | null {
  const noun = /^(?:the )?first ([a-z]+)(?: (?:to|on|at|in|there|here)\b.*)?$/i.exec(text)?.[1]?.toLowerCase()
  if (!noun || noun === 'time' || noun === 'ones' || noun === 'one') return null
  const single = noun.replace(/(?<=[^s])s$/, '')
  return KIN[single] ?? single
}
