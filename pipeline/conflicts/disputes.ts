import type { Conflict, ConflictType, Gate, Strength } from '../model/conflict.ts'
import { contentId } from '../model/ids.ts'
import { contextOf } from './context.ts'
import { explain } from './explanation.ts'
import type { Finding } from './finding.ts'
import { claimsRank, distinct, positionsOf } from './positions.ts'
import type { Proposition } from './proposition.ts'
import { questionOf } from './question.ts'
import { scoreOf } from './score.ts'
import { topicKey } from './topic-key.ts'
import type { World } from './world.ts'

/** A conflict with its topic's key. */
export interface Dispute {
  readonly key: string
  readonly conflict: Conflict
}

/**
 * Folds what the detectors saw on the same evidence into disputes: findings that share a claim and a slot, or a
 * topic and a slot, are one.
 */
export function foldFindings(
  findings: readonly Finding[],
  all: readonly Proposition[],
  world: World,
): readonly Dispute[] {
  const byTopic = groupBy(all, (proposition) => topicKey(proposition, world))
  const byDocument = groupBy(all, ({ document }) => document.id)
  return groupFindings(findings, world).map(({ key, slot, members }) =>
    disputeOf(key, slot, members, byTopic, byDocument, world),
  )
}

function groupBy(
  propositions: readonly Proposition[],
  keyOf: (proposition: Proposition) => string,
): ReadonlyMap<string, readonly Proposition[]> {
  const groups = new Map<string, Proposition[]>()
  for (const proposition of propositions) {
    const key = keyOf(proposition)
    const group = groups.get(key)
    if (group) group.push(proposition)
    else groups.set(key, [proposition])
  }
  return groups
}

interface Group {
  readonly key: string
  readonly slot: string
  readonly members: readonly Finding[]
}

function groupFindings(findings: readonly Finding[], world: World): readonly Group[] {
  const parent = new Map<string, string>()
  const root = (node: string): string => {
    let at = node
    while (parent.get(at) !== undefined && parent.get(at) !== at) at = parent.get(at)!
    return at
  }
  const join = (one: string, other: string): void => {
    const [a, b] = [root(one), root(other)].sort()
    parent.set(b!, a!)
    parent.set(a!, a!)
  }
  const keyOf = (finding: Finding) => finding.key ?? moreSpecific(finding, world)
  for (const finding of findings) {
    join(`${finding.slot}|claim ${finding.a.claim.id}`, `${finding.slot}|claim ${finding.b.claim.id}`)
    join(`${finding.slot}|claim ${finding.a.claim.id}`, `${finding.slot}|topic ${keyOf(finding)}`)
  }
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const at = root(`${finding.slot}|claim ${finding.a.claim.id}`)
    groups.set(at, [...(groups.get(at) ?? []), finding])
  }
  return [...groups.values()].map((members) => ({
    key: members.map(keyOf).sort(byDetail)[0]!,
    slot: members[0]!.slot,
    members,
  }))
}

function moreSpecific({ a, b, slot }: Finding, world: World): string {
  return [topicKey(a, world, slot), topicKey(b, world, slot)].sort(byDetail)[0]!
}

/** The key with most filled parts first; among equals the smaller. */
function byDetail(a: string, b: string): number {
  const filled = (key: string) => key.split('|').filter((part) => part !== '').length
  return filled(b) - filled(a) || (a < b ? -1 : a > b ? 1 : 0)
}

const STRENGTHS: readonly Strength[] = ['contradiction', 'tension', 'detail']

function disputeOf(
  key: string,
  slot: string,
  findings: readonly Finding[],
  byTopic: ReadonlyMap<string, readonly Proposition[]>,
  byDocument: ReadonlyMap<string, readonly Proposition[]>,
  world: World,
): Dispute {
  const id = contentId('x', key, slot)
  const disputing = distinct(findings.flatMap(({ a, b }) => [a, b]))
  const topics = new Set(disputing.map((proposition) => topicKey(proposition, world)))
  const others = slot === 'holder' ? [] : [...topics].flatMap((topic) => byTopic.get(topic) ?? [])
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
    context: contextOf(disputing, byDocument, taken, world),
    strength,
    score: scoreOf(sides, strength, gates),
    explanation: explain(sides, slot, gates, world),
    gates,
  }
  return { key, conflict }
}

function distinctGates(findings: readonly Finding[]): readonly Gate[] {
  const byText = new Map(
    findings.flatMap(({ gates }) => gates).map((gate) => [`${gate.name} ${gate.outcome} ${gate.note}`, gate]),
  )
  return [...byText].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, gate]) => gate)
}
