import type { Gate } from '../../model/conflict.ts'
import { type Detector, strengthOf } from '../finding.ts'
import { apart } from '../intervals.ts'
import type { Proposition } from '../proposition.ts'
import { relate } from '../world.ts'

const RANKS = new Set(
  'first only sole oldest largest biggest longest tallest highest deepest smallest'.split(' '),
)
/** Ranks that do not change once they are won. */
const LASTING = new Set(['first'])
const SHARED_RANK = /\b(?:among|amongst|one of|some of|joint(?:ly)?|second|third|fourth|fifth|next)\b/i

interface Rank {
  readonly rank: string
  readonly of: string
}

/**
 * What is one of a kind, given to two.
 *
 * Finds: "Ada Rell was the first woman to climb Mount Ash." / "Mina Sol was the first woman to climb Mount Ash."
 * Leaves: "among the first women to climb it"; "the first woman" / "the first Velian"; "the first summit of A and B" /
 * "the first meeting of the advisers of A and B".
 */
export const detectUniqueness: Detector = (a, b, world) => {
  if (a.stance !== 'affirmed' || b.stance !== 'affirmed') return null
  const one = rankOf(a)
  const other = rankOf(b)
  if (!one || !other || one.rank !== other.rank || one.of !== other.of) return null
  const [holderA, holderB] = [a.claim.subject.entity, b.claim.subject.entity]
  if (!holderA || !holderB || relate(holderA, holderB, world) !== 'apart') return null
  if (world.entity(holderA)?.type !== world.entity(holderB)?.type) return null
  const gates: Gate[] = [{ name: 'participants', outcome: 'passed', note: `both the ${one.rank} ${one.of}` }]
  if (!LASTING.has(one.rank)) {
    const dates = a.asOf && b.asOf && !apart(a.asOf, b.asOf)
    gates.push({ name: 'as-of', outcome: dates ? 'passed' : 'unknown', note: 'the rank may have passed on' })
  }
  return {
    type: 'uniqueness',
    slot: 'holder',
    key: `${one.rank}|${one.of}`,
    strength: strengthOf(a, b, gates, 'contradiction'),
    gates,
    a,
    b,
  }
}

/** "the first military base of Narland": first, of "base military narland". Null where the rank is shared. */
export function rankOf(proposition: Proposition): Rank | null {
  const { object, relation } = proposition.claim
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
