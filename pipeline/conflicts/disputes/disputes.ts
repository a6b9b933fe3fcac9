import type { FoundPair } from '../../model/comparison.ts'
import { type Conflict, type ConflictType, type Gate, STRENGTHS } from '../../model/conflict.ts'
import { contentId, type TopicId } from '../../model/ids.ts'
import type { Proposition } from '../propositions/proposition.ts'
import { LARGEST_BLOCK } from '../update/blocks.ts'
import type { Comparison } from '../update/comparison.ts'
import { byDetail, findingKey, readFindings } from '../update/found.ts'
import { UPDATE } from '../update/judge.ts'
import { contextOf } from './context.ts'
import { explain } from './explanation.ts'
import type { Finding } from './finding.ts'
import { claimsRank, distinct, positionsOf } from './positions.ts'
import { questionOf } from './question.ts'
import { scoreOf } from './score.ts'
import { topicKey } from './topic-key.ts'

/** A conflict with its topic's key. */
export interface Dispute {
  readonly key: string
  readonly conflict: Conflict
}

/**
 * Folds what the detectors saw on the same evidence into disputes: findings that share a claim and a slot, or a topic
 * and a slot, are one. Only what hangs together with a change is folded again.
 */
export function foldDisputes(comparison: Comparison): void {
  const { tables, changes } = comparison
  const former = new Set([...changes.origins].filter((id) => id.startsWith('x_')))
  const disputes: Dispute[] = []
  for (const group of touchedGroups(comparison)) {
    for (const { dispute } of group) if (dispute !== '') former.add(dispute)
    const dispute = disputeOf(readFindings(group, comparison), comparison)
    disputes.push(dispute)
    for (const pair of group)
      if (pair.dispute !== dispute.conflict.id) tables.pairs.put({ ...pair, dispute: dispute.conflict.id })
  }
  for (const id of former) shelveNothing(id, comparison)
  for (const dispute of disputes) shelveDispute(dispute, 'claims', comparison)
}

/** Takes a dispute, or a development, from the shelf, and notes that its topic lost it. */
export function shelveNothing(id: string, { tables, shelf, changes }: Comparison): void {
  for (const { topic } of tables.origins.find({ id })) changes.answered.set(topic, null)
  tables.origins.remove({ id })
  if (id.startsWith('v_')) shelf.dropDevelopment(id)
  else shelf.dropConflict(id)
}

export function shelveDispute({ key, conflict }: Dispute, origin: string, comparison: Comparison): void {
  const { tables, shelf, changes } = comparison
  shelf.putConflict(conflict)
  tables.origins.put({ id: conflict.id, origin, topic: conflict.topic })
  changes.answered.set(conflict.topic, key)
}

/** Findings that hang together, from those that are new, lost a companion, or whose topic or texts changed. */
function* touchedGroups(comparison: Comparison): Generator<readonly FoundPair[]> {
  const { tables, changes } = comparison
  const seen = new Set<string>()
  const isNew = (pair: FoundPair) => {
    const name = `${pair.a} ${pair.b} ${pair.detector}`
    return pair.detector !== UPDATE && !seen.has(name) && seen.add(name)
  }
  const touched = function* () {
    yield* tables.pairs.find({ dispute: '' })
    for (const dispute of changes.origins) yield* tables.pairs.find({ dispute })
    for (const topic of changes.topics.keys()) {
      yield* tables.pairs.find({ topicOfA: topic })
      yield* tables.pairs.find({ topicOfB: topic })
    }
  }
  tables.pairs.ahead('dispute', ['', ...changes.origins])
  for (const column of ['topicOfA', 'topicOfB'] as const) tables.pairs.ahead(column, changes.topics.keys())
  const all = [...touched()]
  const claims = all.flatMap(({ a, b }) => [a, b])
  for (const column of ['a', 'b'] as const) tables.pairs.ahead(column, claims)
  tables.pairs.ahead(
    'topic',
    all.map(({ topic }) => topic),
  )
  comparison.ahead(claims)
  for (const first of all) {
    if (!isNew(first)) continue
    const group = [first]
    const followed = new Set<number | string>()
    for (const { a, b, slot, topic } of group) {
      const companions = [a, b].flatMap((claim) =>
        followed.has(claim) || !followed.add(claim)
          ? []
          : [...tables.pairs.find({ a: claim, slot }), ...tables.pairs.find({ b: claim, slot })],
      )
      if (!followed.has(topic) && followed.add(topic)) companions.push(...tables.pairs.find({ topic, slot }))
      group.push(...companions.filter(isNew))
    }
    yield group
  }
}

function disputeOf(findings: readonly Finding[], comparison: Comparison): Dispute {
  const { world } = comparison
  const slot = findings[0]!.slot
  const key = findings.map((finding) => findingKey(finding, world)).sort(byDetail)[0]!
  const id = contentId('x', key, slot)
  const disputing = distinct(findings.flatMap(({ a, b }) => [a, b]))
  const topics = new Set(disputing.map((proposition) => contentId('t', topicKey(proposition, world))))
  const others = slot === 'holder' ? [] : [...topics].flatMap((topic) => newestOf(topic, comparison))
  const sides = positionsOf(id, slot, disputing, others, world)
  const types = [...new Set(findings.map(({ type }) => type))]
  if (types.includes('factuality') && disputing.some(claimsRank)) types.push('uniqueness')
  const strength = STRENGTHS.find((next) => findings.some((finding) => finding.strength === next))!
  const gates = distinctGates(findings.filter((finding) => finding.strength === strength))
  const disputingIds = new Set(disputing.map(({ claim }) => claim.id))
  const isDisputing = ({ claim }: Proposition) => disputingIds.has(claim.id)
  const taken = new Set(sides.flatMap(({ members }) => members.map(({ claim }) => claim.id)))
  const conflict: Conflict = {
    id,
    topic: contentId('t', key),
    types: types.sort() as ConflictType[],
    question: questionOf(
      sides.map(({ members }) => members.filter(isDisputing)),
      slot,
      world,
    ),
    positions: sides.map(({ position }) => position),
    context: contextOf(disputing, (document) => propositionsIn(document, comparison), taken, world),
    strength,
    score: scoreOf(sides, strength, gates),
    explanation: explain(sides, slot, gates, world),
    gates,
  }
  return { key, conflict }
}

/** The claims of a topic, or the newest of them where there are more than can be looked at. */
function newestOf(topic: TopicId, { tables, proposition }: Comparison): readonly Proposition[] {
  const rows = tables.claims.find({ topic }, { highest: 'place', limit: LARGEST_BLOCK })
  return rows.map(({ claim }) => proposition(claim))
}

function propositionsIn(document: string, { tables, proposition }: Comparison): readonly Proposition[] {
  const claims = tables.documents.find({ document }).flatMap((row) => JSON.parse(row.claims) as number[])
  return claims.map(proposition)
}

function distinctGates(findings: readonly Finding[]): readonly Gate[] {
  const byText = new Map(
    findings.flatMap(({ gates }) => gates).map((gate) => [`${gate.name} ${gate.outcome} ${gate.note}`, gate]),
  )
  return [...byText].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, gate]) => gate)
}
