import type { Corroboration } from '../model/conflict.ts'
import { contentId } from '../model/ids.ts'
import { countIndependent } from './independence.ts'
import { apart } from './intervals.ts'
import { canBothHold, sameMeasure } from './measure.ts'
import { type Proposition, tellingsOf } from './proposition.ts'
import { topicKey } from './topic-key.ts'
import type { World } from './world.ts'

/**
 * The same proposition in two documents or more: same relation, parties, place and stance, figures and dates that
 * can both hold. "Narland joined the League in 2004" / "In 2004 Narland acceded to the League".
 */
export function findCorroborations(
  propositions: readonly Proposition[],
  world: World,
): readonly Corroboration[] {
  const groups = new Map<string, Proposition[]>()
  for (const proposition of propositions) {
    const key = topicKey(proposition, world)
    if (!isTelling(proposition)) continue
    const at = `${key}|${proposition.stance}`
    groups.set(at, [...(groups.get(at) ?? []), proposition])
  }
  const found: Corroboration[] = []
  for (const [, group] of groups) {
    for (const members of agreeing(group)) {
      const documents = [...new Map(members.map(({ document }) => [document.id, document])).values()]
      if (documents.length < 2) continue
      const { count, why } = countIndependent(documents, tellingsOf(members))
      found.push({
        topic: contentId('t', topicKey(members[0]!, world)),
        claims: members.map(({ claim }) => claim.id).sort(),
        independentSources: count,
        independence: why,
      })
    }
  }
  return found.sort(
    (a, b) => b.independentSources - a.independentSources || (a.claims.join() < b.claims.join() ? -1 : 1),
  )
}

/** Enough is named for two sentences to mean one thing: a linked party, and something said of it. */
function isTelling(proposition: Proposition): boolean {
  const { agent, patient, sites, stance, measure, claim } = proposition
  if (stance === 'open' || claim.kind === 'characterisation') return false
  if (proposition.reading.presupposed) return false
  const parts = [agent, patient].filter(
    (party) => party && (party.entities.length > 0 || party.lemmas.length > 1),
  ).length
  const linked = [agent, patient].some((party) => (party?.entities.length ?? 0) > 0)
  return linked && parts + (sites.length > 0 ? 1 : 0) + (measure ? 1 : 0) >= 2
}

function agreeing(group: readonly Proposition[]): readonly (readonly Proposition[])[] {
  const clusters: Proposition[][] = []
  const ordered = [...group].sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1))
  for (const proposition of ordered) {
    const cluster = clusters.find((members) => members.every((member) => agree(member, proposition)))
    if (cluster) cluster.push(proposition)
    else clusters.push([proposition])
  }
  return clusters
}

function agree(a: Proposition, b: Proposition): boolean {
  if (a.time && b.time && apart(a.time, b.time)) return false
  if (Boolean(a.measure) !== Boolean(b.measure)) return false
  if (!a.measure || !b.measure) return true
  return sameMeasure(a.measure, b.measure) && canBothHold(a.measure.quantity, b.measure.quantity)
}
