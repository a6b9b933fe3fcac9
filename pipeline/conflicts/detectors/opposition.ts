import { type Detector, strengthOf } from '../disputes/finding.ts'
import { passGates } from '../gates/gates.ts'
import { apart, lengthInDays } from '../propositions/intervals.ts'
import type { Proposition } from '../propositions/proposition.ts'

/** What opened one month may close the next: only what is said of (nearly) one moment clashes. */
const ONE_MOMENT_DAYS = 7

/**
 * Two relations that cannot hold together, of the same parties at the same moment.
 *
 * Finds: "The bridge is open." / "The bridge remains closed.", written in one week; "The court acquitted her on
 * 3 May." / "The court convicted her on 3 May."
 * Leaves: "opened in 1990" / "closed in 2005"; "operated a clinic" / "the clinic was shut down"; "opened" / "closed"
 * with nothing that tells when.
 */
export const detectOpposition: Detector = (a, b, world) => {
  if (!opposed(a, b) || a.stance !== 'affirmed' || b.stance !== 'affirmed') return null
  if (a.relation === 'attendance' || b.relation === 'attendance') return null
  if (a.reading.presupposed || b.reading.presupposed) return null
  const dated = Boolean(a.time && b.time)
  // What happens once ("opened", "closed") is told apart by its date alone.
  if (!dated && [a, b].some(({ definition }) => definition?.single.includes('time'))) return null
  const [one, other] = dated ? [a.time, b.time] : a.time || b.time ? [null, null] : [a.asOf, b.asOf]
  if (!one || !other || apart(one, other)) return null
  if (Math.max(lengthInDays(one), lengthInDays(other)) > ONE_MOMENT_DAYS) return null
  const gates = passGates(a, b, 'stance', world)
  if (!gates) return null
  const most = dated || (isPresent(a) && isPresent(b)) ? 'contradiction' : 'tension'
  return { type: 'opposition', slot: 'stance', strength: strengthOf(a, b, gates, most), gates, a, b }
}

function opposed(a: Proposition, b: Proposition): boolean {
  return (
    (a.definition?.opposites.includes(b.relation) || b.definition?.opposites.includes(a.relation)) ?? false
  )
}

function isPresent(proposition: Proposition): boolean {
  return /^(?:is|are|remains?|stays?)\b(?! \w+ed\b)/i.test(proposition.claim.relation.text)
}
