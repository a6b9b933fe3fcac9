import type { Gate } from '../../model/conflict.ts'
import { type Detector, type Finding, strengthOf } from '../disputes/finding.ts'
import { commonSubject } from '../gates/common-subject.ts'
import { apart } from '../propositions/intervals.ts'
import type { Proposition } from '../propositions/proposition.ts'
import { relate, type World } from '../propositions/world.ts'

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
  if (!one || !other || one.rank !== other.rank) return null
  if (one.of !== other.of) return ofOneEvent(a, b, world)
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

/** "the first rescuers at the hospital" / "the first rescuers to reach it": one rank only where the event is one. */
function ofOneEvent(a: Proposition, b: Proposition, world: World): Finding | null {
  const [noun, other] = [a.rank?.noun, b.rank?.noun]
  if (!noun || noun !== other || a.speaker === b.speaker) return null
  const [one, two] = [a.claim.subject, b.claim.subject]
  if ([one, two].some(({ text }) => PRONOUN.test(text))) return null
  if (one.lemmas.some((lemma) => two.lemmas.includes(lemma))) return null
  const about = commonSubject(a, b, world)
  if (!about?.specific) return null
  const gates: Gate[] = [
    {
      name: 'participants',
      outcome: 'assumed',
      note: `both the first ${noun}, in texts about ${about.name}`,
    },
  ]
  return { type: 'uniqueness', slot: 'holder', key: `first|${noun}`, strength: 'tension', gates, a, b }
}

const PRONOUN = /^(?:it|he|she|they|we|i|you|this|that|these|those|who)$/i
