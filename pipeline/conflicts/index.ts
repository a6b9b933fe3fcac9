import type { Development } from '../model/conflict.ts'
import type { Corpus, Findings, Topic } from '../model/corpus.ts'
import { contentId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { blockPairs, mayDispute } from './blocks.ts'
import { findCorroborations } from './corroboration.ts'
import { DETECTORS } from './detectors/index.ts'
import { compareMeasures } from './developments.ts'
import { type Dispute, foldFindings } from './disputes.ts'
import type { Finding } from './finding.ts'
import { withOneName } from './one-name.ts'
import type { Proposition } from './proposition.ts'
import { propositionsOf } from './propositions.ts'
import { checkSources } from './source-checks.ts'
import { foldUpdates } from './timeline.ts'
import { topicKey } from './topic-key.ts'
import { makeWorld, type World } from './world.ts'

/** Raised when the same corpus would give other findings. */
export const VERSION = '4'

export { collectEvidence } from './evidence.ts'
export { type Copy, findNearCopies, type Signed } from './near-copies.ts'
export { comparePair, type PairAnswer } from './pair.ts'

/**
 * Everybody's claims -> propositions -> pairs -> findings -> disputes. A pure function of the corpus as a set:
 * neither the order of the documents nor that of the claims changes anything.
 */
export function findConflicts(everybody: Corpus, knowledge: Knowledge): Findings {
  const corpus = withOneName(everybody)
  const world = makeWorld(corpus.entities)
  const propositions = propositionsOf(corpus, knowledge, world)
  const { pairs, bounded } = blockPairs(propositions, world)
  const { findings, updates } = comparePairs(propositions, pairs, world)
  const disputes = [...foldFindings(findings, propositions, world), ...checkSources(corpus)]
  const developments = foldUpdates(updates, world)
  const corroborations = findCorroborations(propositions, world)
  return {
    topics: topicsOf(propositions, answered(disputes, developments), world),
    conflicts: disputes
      .map(({ conflict }) => conflict)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)),
    developments: developments.map(({ development }) => development).sort((a, b) => (a.id < b.id ? -1 : 1)),
    corroborations,
    bounded,
  }
}

/** Shows every pair to every detector, and keeps figures that were updated apart. */
function comparePairs(
  propositions: readonly Proposition[],
  pairs: readonly (readonly [number, number])[],
  world: World,
): {
  readonly findings: readonly Finding[]
  readonly updates: readonly (readonly [Proposition, Proposition])[]
} {
  const findings: Finding[] = []
  const updates: [Proposition, Proposition][] = []
  for (const [i, j] of pairs) {
    const [a, b] = [propositions[i]!, propositions[j]!]
    if (!mayDispute(a, b)) continue
    for (const detect of DETECTORS) {
      const finding = detect(a, b, world)
      if (finding) findings.push(finding)
    }
    if (compareMeasures(a, b, world)?.outcome === 'update') updates.push([a, b])
  }
  return { findings, updates }
}

type Answered = ReadonlyMap<string, readonly string[]>

/** The claims that disputes and developments rest on, by topic key. */
function answered(
  disputes: readonly Dispute[],
  developments: readonly { readonly key: string; readonly development: Development }[],
): Answered {
  const claims = new Map<string, string[]>()
  const add = (key: string, ids: readonly string[]) => claims.set(key, [...(claims.get(key) ?? []), ...ids])
  for (const { key, conflict } of disputes)
    for (const position of conflict.positions) add(key, position.claims)
  for (const { key, development } of developments) for (const step of development.steps) add(key, step.claims)
  return claims
}

/** Questions that two claims or more speak of, and those that something was found in; sorted by key. */
function topicsOf(propositions: readonly Proposition[], found: Answered, world: World): readonly Topic[] {
  const claims = new Map([...found].map(([key, ids]) => [key, new Set(ids)]))
  for (const proposition of propositions) {
    if (proposition.agent === null && proposition.patient === null) continue
    const key = topicKey(proposition, world)
    const known = claims.get(key)
    if (known) known.add(proposition.claim.id)
    else claims.set(key, new Set([proposition.claim.id]))
  }
  return [...claims]
    .filter(([key, ids]) => ids.size > 1 || found.has(key))
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([key, ids]) => ({
      id: contentId('t', key),
      key,
      label: labelOf(key, world),
      claims: [...ids].sort(),
    }))
}

function labelOf(key: string, world: World): string {
  const [relation = '', ...parts] = key.split('|')
  const names = parts
    .filter((part) => part !== '')
    .map((part) =>
      part
        .split('+')
        .map((id) => (world.entity(id) ? world.name(id) : id))
        .join(', '),
    )
  return [relation.replace(/^verb:/, '').replaceAll('_', ' '), ...names].join(': ')
}
