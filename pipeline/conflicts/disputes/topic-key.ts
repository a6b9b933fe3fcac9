import { partyKey } from '../propositions/party.ts'
import type { Proposition } from '../propositions/proposition.ts'
import { groundOf, type World } from '../propositions/world.ts'

/**
 * What the question is filed under: relation, parties and ground; readable, and the same in every order. The slot
 * that is disputed is left out, for its values must not decide where the question stands.
 */
export function topicKey(proposition: Proposition, world: World, disputed: string = ''): string {
  const { agent, patient, definition, relation } = proposition
  const sited = (definition?.separators.includes('place') ?? false) && disputed !== 'place'
  const site = sited ? [...new Set(proposition.sites.map((id) => groundOf(id, world)))].sort().join('+') : ''
  if (definition?.symmetric) {
    const both = [...new Set([...(agent?.entities ?? []), ...(patient?.entities ?? [])])].sort().join('+')
    if (both) return [relation, both, '', site].join('|')
  }
  const counted = disputed.startsWith('quantity') || (definition?.single.includes('quantity') ?? false)
  const party = (role: 'agent' | 'patient', slot: string) =>
    disputed === slot || (counted && isCounted(proposition, role)) ? '' : partyKey(proposition[role])
  const anchors = counted && !party('agent', '') && !party('patient', '') ? proposition.anchors.join('+') : ''
  return [relation, party('agent', 'subject'), party('patient', 'object'), site || anchors].join('|')
}

/** True where the party is the thing that is counted ("12 people" in "12 people died"). */
export function isCounted(proposition: Proposition, role: 'agent' | 'patient'): boolean {
  const slot = proposition.measure?.slot
  if (slot === 'subject') return role === (proposition.reading.passive ? 'patient' : 'agent')
  return slot === 'object' && role === 'patient' && !proposition.reading.passive
}
