import type { EntityId } from '../../model/ids.ts'
import type { Slot } from '../../model/knowledge.ts'
import { type Detector, strengthOf } from '../disputes/finding.ts'
import { passGates } from '../gates/gates.ts'
import type { Proposition } from '../propositions/proposition.ts'
import { relate, type World } from '../propositions/world.ts'

const SLOTS = ['subject', 'object', 'place'] as const satisfies readonly Slot[]

/**
 * A slot that holds one value, with two that are neither the same nor one in the other.
 *
 * Finds: "The poet was born in Port Ash." / "The poet was born in Velia."
 * Leaves: "born in Port Ash" / "born in Narland", where Port Ash is in Narland; "the ministry hosted a conference" /
 * "the university hosted a conference", for nothing tells that it is one conference.
 */
export const detectValue: Detector = (a, b, world) => {
  if (a.relation !== b.relation || a.stance !== 'affirmed' || b.stance !== 'affirmed') return null
  for (const slot of SLOTS) {
    if (!a.definition?.single.includes(slot)) continue
    const one = valuesOf(a, slot)
    const other = valuesOf(b, slot)
    if (one.length !== 1 || other.length !== 1 || !rivals(one[0]!, other[0]!, world)) continue
    const gates = passGates(a, b, slot, world)
    if (!gates || !pinnedDown(a, slot) || !pinnedDown(b, slot)) continue
    return { type: 'value', slot, strength: strengthOf(a, b, gates, 'contradiction'), gates, a, b }
  }
  return null
}

export function valuesOf(proposition: Proposition, slot: (typeof SLOTS)[number]): readonly EntityId[] {
  if (slot === 'subject') return proposition.agent?.entities ?? []
  if (slot === 'object') return proposition.patient?.entities ?? []
  return proposition.sites
}

function rivals(a: EntityId, b: EntityId, world: World): boolean {
  return relate(a, b, world) === 'apart' && world.entity(a)?.type === world.entity(b)?.type
}

/** The rest must name what it speaks of: an entity, or a dated event. */
function pinnedDown(proposition: Proposition, slot: (typeof SLOTS)[number]): boolean {
  const rest = slot === 'subject' ? proposition.patient : proposition.agent
  return (rest?.entities.length ?? 0) > 0
}
