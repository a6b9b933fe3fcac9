import type { EntityId } from '../model/ids.ts'
import type { Groups } from './groups.ts'
import type { Pool, Profile, Usage } from './pool.ts'
import { transliterated, wordsOf } from './variants.ts'

/**
 * Joins "J. Roe", "Jane M. Roe" and "Jane Roe", and a bare "Roe" with the only full name of that surname: where two
 * full names could be meant, none is. Two given names are two people, whatever else they share.
 */
export function joinPersons(pool: Pool, groups: Groups, usage: Usage): void {
  const bySurname = new Map<string, Profile[]>()
  for (const profile of pool.values()) {
    if (profile.type !== 'person') continue
    const surname = surnameOf(profile.name)
    if (surname === undefined) continue
    bySurname.set(surname, [...(bySurname.get(surname) ?? []), profile])
  }
  for (const people of bySurname.values()) {
    const full = people.filter(({ name }) => parts(name).length > 1)
    for (const shorter of full) {
      const own = parts(shorter.name)
      const longer = full.filter((other) => other !== shorter && isLonger(parts(other.name), own))
      joinIfOne(groups, shorter, longer)
    }
    for (const bare of people.filter(({ name }) => parts(name).length === 1))
      joinIfOne(
        groups,
        bare,
        full.filter((other) => sharesSubject(usage, bare, other)),
        full,
      )
  }
}

/** Joins when all candidates are, by now, one entity, and nobody else bears the name. */
function joinIfOne(
  groups: Groups,
  profile: Profile,
  candidates: readonly Profile[],
  bearers = candidates,
): void {
  const distinct = new Set<EntityId>(bearers.map(({ id }) => groups.find(id)))
  if (candidates.length > 0 && distinct.size === 1) groups.join(profile.id, candidates[0]!.id)
}

export function surnameOf(name: string): string | undefined {
  return parts(name).at(-1)
}

function parts(name: string): string[] {
  return wordsOf(name).map(transliterated)
}

/** True where `long` says all that `short` says, and more: an initial written out, a middle name. */
function isLonger(long: readonly string[], short: readonly string[]): boolean {
  const given = (a: string, b: string) => a === b || (a.length === 1 && b.startsWith(a))
  if (long.join(' ') === short.join(' ') || !given(short[0]!, long[0]!)) return false
  let at = 0
  return short.slice(0, -1).every((part) => {
    while (at < long.length - 1 && !given(part, long[at]!)) at++
    return at++ < long.length - 1
  })
}

/** Texts of one name that are looked at: who shares nothing in so many shares nothing. */
const MOST_TEXTS = 50

/** True for two in one text, or in two that name one more thing: a surname alone travels no further. */
function sharesSubject(usage: Usage, a: Profile, b: Profile): boolean {
  const [ones, others] = [a, b].map(({ id }) => usage.textsNaming(id).slice(0, MOST_TEXTS))
  const known = new Set(ones)
  if (others!.some((document) => known.has(document))) return true
  const beside = new Set(ones!.flatMap((document) => [...usage.namedIn(document)]))
  return others!.some((document) =>
    [...usage.namedIn(document)].some((id) => id !== a.id && id !== b.id && beside.has(id)),
  )
}
