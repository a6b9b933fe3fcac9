import type { EntityId } from '../model/ids.ts'
import type { Groups } from './groups.ts'
import type { Pool, Profile, Usage } from './pool.ts'
import { transliterated, wordsOf } from './variants.ts'

/** More people than this with one surname, and a bare surname may be anybody's. */
export const MOST_BEARERS = 8

/**
 * Joins "J. Roe", "Jane M. Roe" and "Jane Roe", and a bare "Roe" with the only full name of that surname: where two
 * full names could be meant, none is. Two given names are two people, whatever else they share.
 */
export function joinPersons(pool: Pool, groups: Groups, usage: Usage): void {
  const byInitial = new Map<string, Named[]>()
  const bySurname = new Map<string, Profile[]>()
  const bare: Named[] = []
  for (const profile of pool.values()) {
    const words = profile.type === 'person' ? parts(profile.name) : []
    const surname = words.at(-1)
    if (surname === undefined) continue
    const initial = initialOf(words)
    if (initial === null) {
      bare.push({ profile, words })
      continue
    }
    byInitial.set(initial, [...(byInitial.get(initial) ?? []), { profile, words }])
    bySurname.set(surname, [...(bySurname.get(surname) ?? []), profile])
  }
  for (const people of byInitial.values())
    for (const shorter of people) {
      const longer = people.filter((other) => other !== shorter && isLonger(other.words, shorter.words))
      joinIfOne(
        groups,
        shorter.profile,
        longer.map(({ profile }) => profile),
      )
    }
  for (const { profile, words } of bare) {
    const full = bySurname.get(words[0]!) ?? []
    if (usage.bearers(`family ${words[0]}`, MOST_BEARERS + 1).length > MOST_BEARERS) continue
    const near = full.filter((other) => sharesSubject(usage, profile, other))
    joinIfOne(groups, profile, near, full)
  }
}

interface Named {
  readonly profile: Profile
  readonly words: readonly string[]
}

/** What full names that may be one share: the surname, and the first letter of the given name. */
function initialOf(words: readonly string[]): string | null {
  return words.length > 1 ? `${words.at(-1)} ${words[0]![0]}` : null
}

/** Under which keys a person's name meets others. */
export function personKeys(name: string): readonly string[] {
  const words = parts(name)
  const initial = initialOf(words)
  if (initial !== null) return [`person of ${initial}`, `family ${words.at(-1)}`]
  return words.length === 1 ? [`bare ${words[0]}`] : []
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
