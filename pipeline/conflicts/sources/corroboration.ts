import type { Corroboration } from '../../model/conflict.ts'
import type { TopicId } from '../../model/ids.ts'
import { apart } from '../propositions/intervals.ts'
import { canBothHold, sameMeasure } from '../propositions/measure.ts'
import { type Proposition, tellingsOf } from '../propositions/proposition.ts'
import { LARGEST_BLOCK } from '../update/blocks.ts'
import type { Comparison } from '../update/comparison.ts'
import { countIndependent } from './independence.ts'

/**
 * The same proposition in two documents or more: same relation, parties, place and stance, figures and dates that
 * can both hold. "Narland joined the League in 2004" / "In 2004 Narland acceded to the League". Of a topic that more
 * claims speak of than can be looked at, the newest are.
 */
export function corroborate(topic: TopicId, comparison: Comparison): void {
  const { tables, shelf } = comparison
  const telling = tables.claims.find({ topic, telling: 1 }, { highest: 'place', limit: LARGEST_BLOCK })
  const groups = new Map<string, Proposition[]>()
  if (telling.length > 1)
    for (const { claim } of telling) {
      const proposition = comparison.proposition(claim)
      groups.set(proposition.stance, [...(groups.get(proposition.stance) ?? []), proposition])
    }
  const found = [...groups.values()].flatMap(agreeing).flatMap((members): Corroboration[] => {
    const documents = [...new Map(members.map(({ document }) => [document.id, document])).values()]
    if (documents.length < 2) return []
    const { count, why } = countIndependent(documents, tellingsOf(members))
    const claims = members.map(({ claim }) => claim.id).sort()
    return [{ topic, claims, independentSources: count, independence: why }]
  })
  shelf.putCorroborations(topic, found)
}

/** What the most independent sources say first. */
export function bySources(a: Corroboration, b: Corroboration): number {
  return b.independentSources - a.independentSources || (a.claims[0]! < b.claims[0]! ? -1 : 1)
}

/** Enough is named for two sentences to mean one thing: a linked party, and something said of it. */
export function isTelling(proposition: Proposition): boolean {
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
