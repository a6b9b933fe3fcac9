import type { Gate, Strength } from '../../model/conflict.ts'
import type { Side } from './positions.ts'

const BY_STRENGTH: Readonly<Record<Strength, number>> = { contradiction: 1, tension: 0.85, detail: 0.3 }
const BY_OUTCOME: Readonly<Record<Gate['outcome'], number>> = { passed: 1, assumed: 0.8, unknown: 0.6 }

/**
 * How much an analyst would care, 0 to 1: how specific the question is (linked parties and places), how firmly it is
 * answered, by how many independent sources, and how sure we are of the comparison; judgements count for half.
 */
export function scoreOf(sides: readonly Side[], strength: Strength, gates: readonly Gate[]): number {
  const members = sides.flatMap((side) => side.members)
  const specific = Math.max(
    ...members.map(({ agent, patient, sites }) =>
      Math.min(
        1,
        ((agent?.entities.length ? 1 : 0) + (patient?.entities.length ? 1 : 0) + (sites.length ? 1 : 0)) / 2,
      ),
    ),
  )
  const known = members.some(({ definition }) => definition !== null) ? 1 : 0.5
  const firm = sides.filter((side) => side.members.some(isFirm)).length / sides.length
  const sources = sides.reduce((sum, { position }) => sum + position.independentSources, 0)
  const support = Math.min(1, sources / 4)
  const across = new Set(sides.flatMap(({ documents }) => documents.map(({ id }) => id))).size > 1 ? 1 : 0.6
  const sure =
    gates.length === 0 ? 1 : gates.reduce((sum, { outcome }) => sum + BY_OUTCOME[outcome], 0) / gates.length
  const confidence = Math.min(
    ...sides.map((side) => Math.max(...side.members.map(({ claim }) => claim.confidence))),
  )
  const judged = members.every(({ claim }) => claim.kind === 'characterisation') ? 0.5 : 1
  const weighed = 0.35 * specific + 0.15 * firm + 0.2 * support + 0.3 * confidence
  return Math.round(weighed * known * across * sure * judged * BY_STRENGTH[strength] * 1000) / 1000
}

function isFirm({ claim, stance }: Side['members'][number]): boolean {
  return claim.factuality === 'asserted' && (stance === 'affirmed' || stance === 'negated')
}
