import type { BlockEntry } from '../../model/comparison.ts'
import { type EntityId, sha256 } from '../../model/ids.ts'
import type { Table } from '../../model/table.ts'
import type { Proposition } from '../propositions/proposition.ts'
import { groundOf, type World } from '../propositions/world.ts'

/** A block beyond this is cut into cells: 300 propositions are 45 thousand pairs. */
export const LARGEST_BLOCK = 300

/** A place in a block is a day and a claim's id ("2026-03-05c_4f..."): year, month, day, then chance. */
const CELLS = [0, 4, 7, 10, 13, 14, 15, 16]

/** Sorts before all days, and is none. */
const NO_DAY = '0000-00-00'

/** The place of a proposition in every block that it is in. */
export function placeOf({ claim, document }: Proposition): string {
  return `${document.publishedEarliest ?? NO_DAY}${claim.id}`
}

/** The claim that stands at a place. */
export function claimAt(place: string): string {
  return place.slice(NO_DAY.length)
}

/**
 * The parts of a block that a place lies in, the whole block first, each told by how its places begin. A proposition is
 * compared in the first part that is small enough: all of the block, or, where that is too large, what was published in
 * the same year, month or day. Which part that is depends on nothing but what is in the block, and a newcomer moves
 * nobody until a part is full.
 */
export function cellsAround(at: string): readonly string[] {
  return CELLS.map((length) => at.slice(0, length))
}

/** True for a part of a block that can be compared in full. */
export function isSmallCell(blocks: Table<BlockEntry>, block: number, beginning: string): boolean {
  const limit = LARGEST_BLOCK + 1
  return blocks.count({ block }, { beginning: ['at', beginning], limit }) < limit
}

/** A blocking key as a number that a database holds in eight bytes: 52 bits of its hash. */
export function blockNumber(key: string): number {
  return Number.parseInt(sha256(key).slice(0, 13), 16)
}

/** The most pairs of names that a proposition is filed under. */
const MOST_NAMES = 4

/**
 * Under what a proposition is compared: its relation, or the family of opposite ones, with each participant that could
 * join it with another, and with each two of them, so that what shares two names meets even where one fills a block.
 */
export function keysOf(proposition: Proposition, world: World): ReadonlySet<string> {
  const keys = new Set<string>()
  const { definition, agent, patient, sites, about } = proposition
  if (proposition.stance === 'open') return keys
  const { rank } = proposition
  if (rank) keys.add(`rank ${rank.rank}|${rank.of}`)
  if (rank?.noun) keys.add(`rank ${rank.rank}|${rank.noun}`)
  const { measure, document } = proposition
  if (measure?.quantity.kind === 'count' && measure.unit !== '')
    keys.add(`${COUNTED}${measure.unit}|${document.id}`)
  if (!definition && proposition.reading.state) {
    const undergoing = patient?.entities.join('+') || patient?.head
    if (undergoing) keys.add(`${proposition.relation}|${undergoing}`)
    return keys
  }
  if (!definition) {
    const key = agent?.entities.join('+') || agent?.head
    const object = patient?.entities.join('+') || patient?.head
    if (key && (object || proposition.measure))
      keys.add(`${proposition.relation}|${key}|${proposition.measure ? '' : object}`)
    return keys
  }
  const family = [definition.id, ...definition.opposites].sort()[0]!
  const ids: EntityId[] = [agent, patient].flatMap((party) => [
    ...(party?.entities ?? []),
    ...(party?.inside ?? []),
  ])
  const named = [...new Set([...ids, ...sites.map((site) => groundOf(site, world))])].sort()
  for (const [at, id] of named.slice(0, MOST_NAMES).entries())
    for (const other of named.slice(at + 1, MOST_NAMES)) keys.add(`${family}|${id}|${other}`)
  if (proposition.measure) named.push(...proposition.anchors, ...about.central)
  if (definition.symmetric && ids.length === 0) named.push(...about.titled)
  for (const id of named) keys.add(`${family}|${id}`)
  for (const party of [agent, patient])
    if (party?.head && party.entities.length === 0) keys.add(`${family}|${party.head}`)
  return keys
}

/** What counts the same inside one text, whatever is said of it. */
const COUNTED = 'count '

/**
 * What decides beforehand whether a proposition may dispute another, in a few letters: stance, what it gives (`r` a
 * rank, `m` a figure, `k` a relation that we know, `s` a single value, `t` the date of what happens once), relation.
 */
export function sideOf(proposition: Proposition): string {
  const { stance, rank, measure, definition, time, relation } = proposition
  const single = definition?.single ?? []
  const given = [
    rank ? 'r' : '',
    measure ? 'm' : '',
    definition ? 'k' : '',
    single.some((slot) => slot !== 'quantity' && slot !== 'time') ? 's' : '',
    single.includes('time') && time ? 't' : '',
  ]
  return `${stance[0]}${given.join('')} ${relation}`
}

/**
 * A cheap look before the detectors: what shares relation and stance, and gives no two figures, dates or values,
 * disputes nothing.
 */
export function mayDispute(a: string, b: string): boolean {
  const [gives, others] = [a.slice(0, a.indexOf(' ')), b.slice(0, b.indexOf(' '))]
  const [relation, other] = [a.slice(gives.length), b.slice(others.length)]
  const both = (letter: string) => gives.includes(letter, 1) && others.includes(letter, 1)
  if (both('r') || both('m')) return true
  if (relation !== other) return both('k')
  return gives[0] !== others[0] || both('s') || both('t')
}
