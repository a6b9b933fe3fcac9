import { type Detector, strengthOf } from '../disputes/finding.ts'
import { passGates } from '../gates/gates.ts'
import { denialCovers } from './polarity.ts'

const TAKING_PART = new Set(['attendance', 'boycott'])

/**
 * Who took part: one names somebody among those who came, another says that he stayed away.
 *
 * Finds: "Velia and Ostia attended the summit." / "Velia boycotted the summit."
 * Leaves: "Velia attended the summit." / "Ostia boycotted the summit."; "Velia attended the 2019 summit." / "Velia
 * did not attend the 2021 summit."
 */
export const detectAttendance: Detector = (a, b, world) => {
  if (!TAKING_PART.has(a.relation) || !TAKING_PART.has(b.relation) || a.measure || b.measure) return null
  const came = (side: typeof a) =>
    side.stance === 'affirmed'
      ? side.relation === 'attendance'
      : (side.stance === 'negated' || side.stance === 'denied') && side.relation === 'attendance'
        ? false
        : null
  const away = (side: typeof a) => side.relation === 'boycott' && side.stance === 'affirmed'
  const [yes, no] = came(a) ? [a, b] : [b, a]
  if (!came(yes) || !(came(no) === false || away(no)) || !denialCovers(no, yes, world)) return null
  const gates = passGates(yes, no, 'stance', world)
  if (!gates) return null
  return {
    type: 'attendance',
    slot: 'stance',
    strength: strengthOf(yes, no, gates, 'contradiction'),
    gates,
    a: yes,
    b: no,
  }
}
