import type { Claim } from '../../model/claim.ts'

/** Corrections that say how a claim is put forward; `claim` is one that a person made. */
const STANCE: ReadonlySet<string> = new Set(['stance', 'polarity', 'claim'])

/** True where a person said how the claim is put forward: what else stands in its sentence does not move it then. */
export function isStanceByHand({ corrections = [] }: Claim): boolean {
  return corrections.some(({ field }) => STANCE.has(field))
}
