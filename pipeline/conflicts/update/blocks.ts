import type { EntityId } from '../../model/ids.ts'
import type { Proposition, Stance } from '../propositions/proposition.ts'
import { groundOf, type World } from '../propositions/world.ts'
import { numberOf } from './place.ts'

/** A block beyond this is cut into cells: 300 propositions are 45 thousand pairs. */
export const LARGEST_BLOCK = 300

/** A blocking key as the number of its block. */
export const blockNumber = numberOf

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

/** What of a proposition decides beforehand whether it may dispute another. */
interface Side {
  readonly relation: string
  readonly stance: Stance
  readonly rank?: boolean
  readonly measure?: boolean
  /** A relation that we know. */
  readonly known?: boolean
  /** A slot that holds one value. */
  readonly single?: boolean
  /** The date of what happens once. */
  readonly dated?: boolean
}

/** Bits of what a side gives. */
const [RANK, FIGURE, KNOWN, SINGLE, DATED] = [1, 2, 4, 8, 16]
/** The stance stands above what is given, and the relation above both. */
const STANCE = 32
const RELATION = 1024

export function sideOf(proposition: Proposition): number {
  const { stance, rank, measure, definition, time, relation } = proposition
  const single = definition?.single ?? []
  return sideWith({
    relation,
    stance,
    rank: Boolean(rank),
    measure: Boolean(measure),
    known: Boolean(definition),
    single: single.some((slot) => slot !== 'quantity' && slot !== 'time'),
    dated: single.includes('time') && Boolean(time),
  })
}

/** A side as a number of 40 bits: the relation's are a hash, the stance is told by its first letter. */
export function sideWith({ relation, stance, rank, measure, known, single, dated }: Side): number {
  const given =
    (rank ? RANK : 0) |
    (measure ? FIGURE : 0) |
    (known ? KNOWN : 0) |
    (single ? SINGLE : 0) |
    (dated ? DATED : 0)
  return (numberOf(relation) % 2 ** 30) * RELATION + (stance.charCodeAt(0) % 32) * STANCE + given
}

/**
 * A cheap look before the detectors: what shares relation and stance, and gives no two figures, dates or values,
 * disputes nothing.
 */
export function mayDispute(a: number, b: number): boolean {
  const both = (a % STANCE) & (b % STANCE)
  if (both & (RANK | FIGURE)) return true
  if (Math.floor(a / RELATION) !== Math.floor(b / RELATION)) return (both & KNOWN) !== 0
  return (a % RELATION) - (a % STANCE) !== (b % RELATION) - (b % STANCE) || (both & (SINGLE | DATED)) !== 0
}
