import type { Detector } from '../disputes/finding.ts'
import { passGates } from '../gates/gates.ts'

/**
 * One states as a fact what another calls unproven. Never more than a tension, for unproven is not "no".
 *
 * Finds: "Port Ash was the first naval base of Narland." / "It was rumoured, without proof, that Narland kept a
 * naval presence in Port Ash."
 * Leaves: two rumours; a rumour and a denial; "Narland may build a base in Port Ash."
 */
export const detectFactuality: Detector = (a, b, world) => {
  if (a.relation !== b.relation) return null
  const [firm, doubted] = b.stance === 'affirmed' ? [b, a] : [a, b]
  if (firm.stance !== 'affirmed' || doubted.stance !== 'unproven') return null
  if (doubted.claim.polarity === 'negated' || firm.measure || doubted.measure) return null
  if (firm.document.id === doubted.document.id && firm.speaker === doubted.speaker) return null
  const gates = passGates(firm, doubted, 'stance', world)
  if (!gates) return null
  return { type: 'factuality', slot: 'stance', strength: 'tension', gates, a: firm, b: doubted }
}
