import type { EntityId } from '../../model/ids.ts'
import { type Detector, strengthOf } from '../disputes/finding.ts'
import { passGates } from '../gates/gates.ts'
import type { Proposition } from '../propositions/proposition.ts'
import { relate, type World } from '../propositions/world.ts'

/** "not yet", "no longer" speak of a phase; "not only", "not all", "not fully" deny less than the whole. */
const PARTIAL_NEGATION =
  /\b(?:no longer|not yet|not (?:only|just|merely|simply|all|every|always|necessarily|fully|entirely|exactly|completely|formally|officially|publicly|yet)|hardly|barely|never before)\b|\byet to\b/i

/**
 * One says p, another says not p, or denies it.
 *
 * Finds: "Narland joined the League in 2004." / "Narland never joined the League."
 * Leaves: "Narland joined the League." / "Narland did not join the League in 1999." (the denial is narrower);
 * "Narland is a member." / "Narland is not yet a member."; "Narland should not join the League."
 */
export const detectPolarity: Detector = (a, b, world) => {
  if (a.relation !== b.relation || a.relation === 'attendance') return null
  const [yes, no] = b.stance === 'affirmed' ? [b, a] : [a, b]
  if (yes.stance !== 'affirmed' || (no.stance !== 'negated' && no.stance !== 'denied')) return null
  if (PARTIAL_NEGATION.test(no.claim.relation.text) || PARTIAL_NEGATION.test(no.claim.text)) return null
  if (yes.measure || no.measure) return null
  if (!denialCovers(no, yes, world)) return null
  const gates = passGates(yes, no, 'stance', world)
  if (!gates) return null
  return {
    type: 'polarity',
    slot: 'stance',
    strength: strengthOf(yes, no, gates, 'contradiction'),
    gates,
    a: yes,
    b: no,
  }
}

/** A denial denies no more than it says: each of its restrictions must be met by what it is held against. */
export function denialCovers(no: Proposition, yes: Proposition, world: World): boolean {
  if (no.time && !yes.time && no.reading.carrier === 'verb') return false
  return no.claim.qualifiers.every((restriction) => {
    if (restriction.role === 'time' || restriction.role === 'place' || restriction.role === 'as-of')
      return true
    if (restriction.role === 'cause' || restriction === no.reading.adjunct) return true
    // "no alliances in the region" speaks of its countries
    if (restriction.entities.length > 0 && restriction.entities.every((id) => coversParty(id, yes, world)))
      return true
    return yes.claim.qualifiers.some(
      (qualifier) =>
        (restriction.entity !== null && qualifier.entity === restriction.entity) ||
        restriction.lemmas.every((lemma) => qualifier.lemmas.includes(lemma)),
    )
  })
}

function coversParty(id: EntityId, { anchors }: Proposition, world: World): boolean {
  return anchors.some((anchor) => ['same', 'a-in-b'].includes(relate(anchor, id, world)))
}
