import type { Claim } from '../model/claim.ts'

const RANKS = new Set(
  'first only sole oldest largest biggest longest tallest highest deepest smallest'.split(' '),
)
const SHARED_RANK = /\b(?:among|amongst|one of|some of|joint(?:ly)?|second|third|fourth|fifth|next)\b/i

/** A place that only one can hold. */
export interface Rank {
  readonly rank: string
  /** Of what, as sorted lemmas and entities. */
  readonly of: string
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
  return { rank, of: [...new Set([...of, ...object.entities])].sort().join(' ') }
}
