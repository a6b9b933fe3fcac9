import type { Conflict, ConflictType, Gate, Position, Strength } from '../model/conflict.ts'
import type { CorpusDocument } from '../model/corpus.ts'
import { contentId, type EntityId } from '../model/ids.ts'
import { answerOf, compatible } from './answers.ts'
import { explain, stanceAnswer } from './explanation.ts'
import type { Finding } from './finding.ts'
import { countIndependent } from './independence.ts'
import { type Proposition, topicKey } from './proposition.ts'
import { questionOf } from './question.ts'
import { scoreOf } from './score.ts'
import { groundOf, relate, type World } from './world.ts'

/** A dispute with the propositions behind its positions, for those who explain and score it. */
export interface Side {
  readonly position: Position
  readonly members: readonly Proposition[]
  readonly documents: readonly CorpusDocument[]
}

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
  const byTopic = new Map<string, Proposition[]>()
  for (const proposition of all) {
    const key = topicKey(proposition, world)
    const known = byTopic.get(key)
    if (known) known.push(proposition)
    else byTopic.set(key, [proposition])
  }
  return groupFindings(findings, world).map(({ key, slot, members }) =>
    disputeOf(key, slot, members, byTopic, all, world),
  )
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
  all: readonly Proposition[],
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
    context: contextOf(disputing, all, taken, world),
    strength,
    score: scoreOf(sides, strength, gates),
    explanation: explain(sides, slot, gates, world),
    gates,
  }
  return { key, conflict }
}

function claimsRank(proposition: Proposition): boolean {
  return proposition.stance === 'affirmed' && proposition.rank !== null
}

function distinct(propositions: readonly Proposition[]): readonly Proposition[] {
  const byId = new Map(propositions.map((proposition) => [proposition.claim.id, proposition]))
  return [...byId.values()].sort(byClaimId)
}

function byClaimId(a: Proposition, b: Proposition): number {
  return a.claim.id < b.claim.id ? -1 : 1
}

function distinctGates(findings: readonly Finding[]): readonly Gate[] {
  const byText = new Map(
    findings.flatMap(({ gates }) => gates).map((gate) => [`${gate.name} ${gate.outcome} ${gate.note}`, gate]),
  )
  return [...byText].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, gate]) => gate)
}

function positionsOf(
  conflict: string,
  slot: string,
  disputing: readonly Proposition[],
  others: readonly Proposition[],
  world: World,
): readonly Side[] {
  const exactFirst = [...disputing].sort((a, b) => {
    const [one, other] = [answerOf(a, slot, world), answerOf(b, slot, world)]
    return (one?.width ?? 0) - (other?.width ?? 0) || byClaimId(a, b)
  })
  const groups: Proposition[][] = []
  for (const proposition of exactFirst) {
    const group = groups.find((members) => compatible(members[0]!, proposition, slot, world))
    if (group) group.push(proposition)
    else groups.push([proposition])
  }
  for (const proposition of distinct(others)) {
    if (
      disputing.some(({ claim }) => claim.id === proposition.claim.id) ||
      !answerOf(proposition, slot, world)
    )
      continue
    const fitting = groups.filter((members) => compatible(members[0]!, proposition, slot, world))
    if (fitting.length === 1) fitting[0]!.push(proposition)
  }
  return groups
    .map((members) => sideOf(conflict, slot, members, world))
    .sort(bySupport)
    .map(number)
}

function number(side: Side, at: number): Side {
  return { ...side, position: { ...side.position, number: at + 1 } }
}

const FIRMNESS = ['affirmed', 'negated', 'denied', 'unproven', 'open']

function bySupport(a: Side, b: Side): number {
  const firmness = (side: Side) => Math.min(...side.members.map(({ stance }) => FIRMNESS.indexOf(stance)))
  return (
    b.position.independentSources - a.position.independentSources ||
    firmness(a) - firmness(b) ||
    (a.position.id < b.position.id ? -1 : 1)
  )
}

function sideOf(conflict: string, slot: string, members: readonly Proposition[], world: World): Side {
  const model = members[0]!
  const answer = answerOf(model, slot, world)!
  const documents = [...new Map(members.map(({ document }) => [document.id, document])).values()].sort(
    (a, b) => (a.id < b.id ? -1 : 1),
  )
  const { count, why } = countIndependent(documents)
  const best = [...members].sort(
    (a, b) =>
      Number(claimsRank(b)) - Number(claimsRank(a)) ||
      b.claim.confidence - a.claim.confidence ||
      byClaimId(a, b),
  )
  return {
    members: best,
    documents,
    position: {
      id: contentId('p', conflict, answer.key),
      number: 0,
      answer: slot === 'stance' ? stanceAnswer(best, world) : answer.shown,
      claims: best.map(({ claim }) => claim.id),
      quotes: [],
      independentSources: count,
      independence: why,
    },
  }
}

/** What else the disputing texts say of the same parties at the same place, and of the same sentence. */
function contextOf(
  disputing: readonly Proposition[],
  all: readonly Proposition[],
  taken: ReadonlySet<string>,
  world: World,
): readonly string[] {
  const documents = new Set(disputing.map(({ document }) => document.id))
  const grounds = new Set(
    disputing.flatMap(({ sites }) => [...sites, ...sites.map((site) => groundOf(site, world))]),
  )
  const agents = new Set(disputing.flatMap(({ agent }) => agent?.entities ?? []))
  const sentences = new Set(disputing.map(({ document, claim }) => `${document.id} ${claim.sentence}`))
  const related = all.filter(({ document, claim, anchors }) => {
    if (taken.has(claim.id) || !documents.has(document.id)) return false
    if (sentences.has(`${document.id} ${claim.sentence}`)) return true
    const there = (id: EntityId) => [...grounds].some((ground) => isThere(id, ground, world))
    return anchors.some(there) && anchors.some((id) => agents.has(id))
  })
  return related
    .sort((a, b) => b.claim.confidence - a.claim.confidence || byClaimId(a, b))
    .slice(0, MOST_CONTEXT)
    .map(({ claim }) => claim.id)
}

/** The ground itself, what lies in it, and what is named after it: "Port Ash district". */
function isThere(id: EntityId, ground: EntityId, world: World): boolean {
  if (['same', 'a-in-b'].includes(relate(id, ground, world))) return true
  return world
    .name(id)
    .toLowerCase()
    .startsWith(`${world.name(ground).toLowerCase()} `)
}

const MOST_CONTEXT = 6
