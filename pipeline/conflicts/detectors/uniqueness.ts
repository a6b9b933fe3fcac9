import type { Gate } from '../../model/conflict.ts'
import { type Detector, strengthOf } from '../finding.ts'
import { apart } from '../intervals.ts'
import { relate } from '../world.ts'

/** Ranks that do not change once they are won. */
const LASTING = new Set(['first'])

/**
 * What is one of a kind, given to two.
 *
 * Finds: "Ada Rell was the first woman to climb Mount Ash." / "Mina Sol was the first woman to climb Mount Ash."
 * Leaves: "among the first women to climb it"; "the first woman" / "the first Velian"; "the first summit of A and B" /
 * "the first meeting of the advisers of A and B".
 */
export const detectUniqueness: Detector = (a, b, world) => {
  if (a.stance !== 'affirmed' || b.stance !== 'affirmed') return null
  const [one, other] = [a.rank, b.rank]
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
