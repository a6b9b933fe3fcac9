import type { EntityId } from '../model/ids.ts'
import type { Proposition } from './proposition.ts'
import { groundOf, type World } from './world.ts'

/** A block beyond this is split by a second key, and cut there: 300 propositions are 45 thousand pairs. */
export const LARGEST_BLOCK = 300

export interface Blocks {
  /** Pairs of indexes, smaller first, each once, in order. */
  readonly pairs: readonly (readonly [number, number])[]
  readonly bounded: readonly string[]
}

/**
 * Which propositions are compared at all: those that share a relation (or an opposite one) and a participant. Every
 * pair comes once, whatever the order of the input.
 */
export function blockPairs(propositions: readonly Proposition[], world: World): Blocks {
  const blocks = new Map<string, number[]>()
  propositions.forEach((proposition, index) => {
    for (const key of keysOf(proposition, world)) {
      const block = blocks.get(key)
      if (block) block.push(index)
      else blocks.set(key, [index])
    }
  })
  const bounded: string[] = []
  const seen = new Set<number>()
  const pairs: [number, number][] = []
  for (const [key, members] of [...blocks].sort(byKey)) {
    for (const part of bound(key, members, propositions, bounded)) {
      for (let i = 0; i < part.length; i++) {
        for (let j = i + 1; j < part.length; j++) {
          const pair = part[i]! * propositions.length + part[j]!
          if (seen.has(pair)) continue
          seen.add(pair)
          pairs.push([part[i]!, part[j]!])
        }
      }
    }
  }
  return { pairs: pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]), bounded }
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1
}

function bound(
  key: string,
  members: readonly number[],
  propositions: readonly Proposition[],
  bounded: string[],
): readonly (readonly number[])[] {
  if (members.length <= LARGEST_BLOCK) return [members]
  const parts = new Map<string, number[]>()
  for (const member of members) {
    const { patient, sites, anchors } = propositions[member]!
    for (const second of new Set([patient?.head ?? '', ...sites, ...anchors])) {
      if (second === '' || key.endsWith(`|${second}`)) continue
      parts.set(second, [...(parts.get(second) ?? []), member])
    }
  }
  let cut = 0
  const kept = [...parts].sort(byKey).map(([, part]) => {
    cut += Math.max(0, part.length - LARGEST_BLOCK)
    return part.slice(0, LARGEST_BLOCK)
  })
  bounded.push(
    `${members.length} claims share ${key.replaceAll('|', ', ')}: compared only where they share a second name` +
      `${cut > 0 ? `, and of these ${cut} beyond ${LARGEST_BLOCK} each not at all` : ''}.`,
  )
  return kept
}

/** `relation|participant`, once for each participant that could join it with another. */
function keysOf(proposition: Proposition, world: World): ReadonlySet<string> {
  const keys = new Set<string>()
  const { definition, agent, patient, sites, about } = proposition
  if (proposition.stance === 'open') return keys
  const { rank } = proposition
  if (rank) keys.add(`rank ${rank.rank}|${rank.of}`)
  if (rank?.noun) keys.add(`rank ${rank.rank}|${rank.noun}`)
  const { measure, document } = proposition
  if (measure?.quantity.kind === 'count' && measure.unit !== '')
    keys.add(`count ${measure.unit}|${document.id}`)
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
  if (proposition.measure) ids.push(...proposition.anchors, ...about.central)
  if (definition.symmetric && ids.length === 0) ids.push(...about.titled)
  for (const id of [...ids, ...sites.map((site) => groundOf(site, world))]) keys.add(`${family}|${id}`)
  for (const party of [agent, patient])
    if (party?.head && party.entities.length === 0) keys.add(`${family}|${party.head}`)
  return keys
}

/**
 * A cheap look before the detectors: what shares relation and stance, and gives no two figures, dates or values,
 * disputes nothing.
 */
export function mayDispute(a: Proposition, b: Proposition): boolean {
  if (a.rank && b.rank) return true
  if (a.measure && b.measure && a.document.id === b.document.id) return true
  if (a.relation !== b.relation) return a.definition !== null && b.definition !== null
  if (a.stance !== b.stance || (a.measure && b.measure)) return true
  const single = a.definition?.single ?? []
  return single.some(
    (slot) => slot !== 'quantity' && (slot !== 'time' || (a.time !== null && b.time !== null)),
  )
}
