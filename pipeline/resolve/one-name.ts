import type { EntityType } from '../model/entity.ts'
import type { EntityId } from '../model/ids.ts'
import type { Groups } from './groups.ts'
import type { Pool, Profile, Usage } from './pool.ts'
import { leading } from './standing.ts'

/** Prefixes that ships bear, and titles of names. */
const PREFIX = /^(?:the|mv|ms|ss|mt|hms|uss|rms)\s+/

/**
 * One entity for one name: what one text takes for a ship and another for a company, because little was said of it, is
 * one where the name is the same. "The Aurelia" and "MV Aurelia" become one; two entities that somebody wrote down under
 * one name stay two, and so do a town and a person of its name.
 */
export function joinNamesakes(pool: Pool, groups: Groups, usage: Usage): void {
  const byName = new Map<string, Set<EntityId>>()
  for (const id of pool.keys()) {
    const name = spelt(leading(groups.members(id)).name)
    if (name !== '') byName.set(name, (byName.get(name) ?? new Set()).add(groups.find(id)))
  }
  for (const [name, roots] of [...byName].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const namesakes = [...new Set([...roots].map((id) => groups.find(id)))]
      .map((id) => leading(groups.members(id)))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
    const known = namesakes.filter(({ basis }) => basis !== 'text')
    if (known.length > 1) continue
    const whole = known.length === 0 ? fullName(name, namesakes, pool, groups, usage) : null
    const one = whole ?? known[0] ?? leading(namesakes)
    for (const namesake of namesakes)
      if (namesake !== one && !mayBeNamedAfter(namesake, one)) groups.join(namesake.id, one.id)
  }
}

/** People bear the names of towns, and of what is known: one of the two was not taken for the other. */
function mayBeNamedAfter(a: Profile, b: Profile): boolean {
  const others = [a, b].filter(({ type }) => type !== 'person')
  return others.length === 1 && (others[0]!.type === 'place' || others[0]!.basis !== 'text')
}

/** A name as namesakes share it. */
export function spelt(name: string): string {
  const words = name.toLowerCase().replace(PREFIX, '')
  // "St Ada's" and "St Ada's Hospital", but not "Queen's" and "Queen's University"
  return words.replace(/[’']s$/, '').replace(/^(\S+ .*)[’']s \S+$/, '$1')
}

const SHORT_FOR: ReadonlySet<EntityType> = new Set(['organization', 'person', 'other'])

/** True for a lone word that may be short for a longer name. */
export function isShort(name: string): boolean {
  return !name.includes(' ') && name.length >= 4
}

/** More names than this with one word in common are no longer forms of one. */
export const MOST_LONGER = 8

/** "Nordwind" beside the one organisation "Nordwind Shipping" is short for it; beside "Ada Nordwind" it may be her. */
function fullName(
  name: string,
  namesakes: readonly Profile[],
  pool: Pool,
  groups: Groups,
  usage: Usage,
): Profile | null {
  if (!isShort(name) || namesakes.some(({ type }) => !SHORT_FOR.has(type))) return null
  const longer = longerNames(name, usage)
  const first = pool.get(longer[0] ?? '')
  if (longer.length > MOST_LONGER || !first) return null
  const wholes = new Set(longer.map((id) => groups.find(id)))
  const only = leading(groups.members(first.id))
  return wholes.size === 1 && only.type === 'organization' && spelt(only.name).startsWith(`${name} `)
    ? only
    : null
}

/** Ids whose names begin or end with a word, and go on. */
function longerNames(word: string, usage: Usage): readonly EntityId[] {
  const limit = MOST_LONGER + 1
  return [
    ...new Set([...usage.bearers(`begins ${word}`, limit), ...usage.bearers(`ends ${word}`, limit)]),
  ].sort()
}
