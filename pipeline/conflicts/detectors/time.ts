import { type Detector, strengthOf } from '../disputes/finding.ts'
import { passGates } from '../gates/gates.ts'
import { apart } from '../propositions/intervals.ts'
import type { Proposition } from '../propositions/proposition.ts'
import { BEGINNING_VERBS } from '../propositions/verbs.ts'

/**
 * One event that happens once, with dates that cannot both hold.
 *
 * Finds: "The bank was founded in 1871." / "The bank was founded in 1873."
 * Leaves: "founded in 1871" / "founded in May 1871"; "founded by 1875"; "visited in 2015" / "visited in 2019", for
 * visits happen more than once; partnerships of different pairs; "revived in 1990".
 */
export const detectTime: Detector = (a, b, world) => {
  if (a.relation !== b.relation || !a.definition?.single.includes('time')) return null
  if (a.stance !== 'affirmed' || b.stance !== 'affirmed') return null
  if (!a.time?.point || !b.time?.point || !apart(a.time, b.time)) return null
  if (!datesTheEvent(a) || !datesTheEvent(b) || repeats(a) || repeats(b)) return null
  const gates = passGates(a, b, 'time', world)
  if (!gates) return null
  const reckoned = a.time.stated && b.time.stated ? [] : [RECKONED]
  return {
    type: 'time',
    slot: 'time',
    strength: strengthOf(a, b, [...gates, ...reckoned], 'contradiction'),
    gates: [...gates, ...reckoned],
    a,
    b,
  }
}

const RECKONED = {
  name: 'time',
  outcome: 'assumed',
  note: 'a year was reckoned from the text around it',
} as const

/** A noun ("partnership") lasts; only a verb of beginning dates it. */
function datesTheEvent(proposition: Proposition): boolean {
  return proposition.reading.carrier === 'verb' || BEGINNING_VERBS.has(proposition.claim.relation.lemma)
}

function repeats({ claim, reading }: Proposition): boolean {
  const object = reading.passive ? '' : (claim.object?.text ?? '')
  return /\b(?:re-?(?:launch|found|establish|open|new|start|introduc|sign|join|build)\w*|again|annual(?:ly)?|every|regular(?:ly)?|new|another|second|each)\b/i.test(
    `${claim.relation.text} ${object}`,
  )
}
