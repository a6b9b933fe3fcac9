import type { EntityType } from '../model/entity.ts'
import type { Groups } from './groups.ts'
import type { Pool, Profile, Usage } from './pool.ts'
import { transliterated, wordsOf, writing } from './variants.ts'

/**
 * Joins entities whose names differ in writing only: case, spaces, hyphens, diacritics, American and British
 * spelling, transliteration, and the order of two partners ("India-Norland Dialogue").
 *
 * Never: numbers, years, editions and directions, for they are letters of the name like all others.
 */
export function joinSpellings(pool: Pool, groups: Groups): void {
  const byKey = new Map<string, Profile[]>()
  for (const profile of pool.values())
    for (const key of spellingsOf(profile)) {
      const list = byKey.get(key)
      if (list === undefined) byKey.set(key, [profile])
      else list.push(profile)
    }
  for (const profiles of byKey.values()) {
    const anchors = profiles.filter(({ basis }) => basis !== 'text')
    // A writing that two known entities share says nothing of a third.
    if (anchors.length > 1) continue
    const [anchor] = anchors
    for (const [at, profile] of profiles.entries())
      for (const other of anchor ? [anchor] : profiles.slice(at + 1, at + 8))
        if (other !== profile && areAlike(profile.type, other.type)) groups.join(profile.id, other.id)
  }
}

/**
 * Joins a lone word that one document took for a person with what more documents know by that word as something else:
 * "Osk rose" with the island of Osk. Never where somebody has that surname, or one document tells the two apart.
 */
export function joinMisreadNames(pool: Pool, groups: Groups, usage: Usage): void {
  const others = new Map<string, Profile[]>()
  for (const profile of pool.values()) {
    const word = loneWord(profile)
    if (profile.type !== 'person' && word !== null) others.set(word, [...(others.get(word) ?? []), profile])
  }
  for (const profile of pool.values()) {
    const word = loneWord(profile)
    if (profile.type !== 'person' || profile.basis !== 'text' || word === null) continue
    const known = others.get(word) ?? []
    const isSurer = ({ id, texts }: Profile) =>
      texts > profile.texts &&
      !usage.textsNaming(profile.id).some((document) => usage.namedIn(document).has(id))
    if (
      known.some(isSurer) &&
      new Set(known.map(({ id }) => groups.find(id))).size === 1 &&
      usage.bearers(`bears ${word}`, 1).length === 0
    )
      groups.join(profile.id, known[0]!.id)
  }
}

/** The only word of a name; null for a longer one. */
export function loneWord({ name }: Profile): string | null {
  const [word, more] = wordsOf(name)
  return word !== undefined && more === undefined ? word : null
}

export function spellingsOf({ names, name, type, basis }: Profile): Set<string> {
  const keys = new Set<string>()
  // An acronym that a text explained is not a spelling: acronyms.ts decides on it.
  const full =
    basis === 'text'
      ? [name, ...names.filter((other) => !/^[\p{Lu}\p{N}.]{2,8}s?$/u.test(other) && other.includes(' '))]
      : names
  for (const written of full) {
    const words = wordsOf(written)
    if (type === 'person') {
      if (words.length > 1) keys.add(`person ${words.map(transliterated).sort().join(' ')}`)
      else keys.add(`person ${words.map(transliterated).join('')}`)
      continue
    }
    keys.add(
      `name ${type === 'place' || type === 'facility' ? words.map(transliterated).join('') : writing(written)}`,
    )
    if (words.length > 2 && type !== 'place' && type !== 'facility')
      keys.add(`words ${[...words].sort().join(' ')}`)
  }
  return keys
}

/** Types that texts easily take for each other: an exercise for a body, a port for a place. */
const NEAR: readonly (readonly [EntityType, EntityType])[] = [
  ['organization', 'event'],
  ['organization', 'agreement'],
  ['organization', 'facility'],
  ['organization', 'group'],
  ['event', 'agreement'],
  ['facility', 'place'],
  ['organization', 'product'],
]

function areAlike(a: EntityType, b: EntityType): boolean {
  if (a === b || a === 'other' || b === 'other') return true
  return NEAR.some(([one, two]) => (one === a && two === b) || (one === b && two === a))
}
