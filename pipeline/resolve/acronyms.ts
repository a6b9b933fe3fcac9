import type { Groups } from './groups.ts'
import type { Pool, Profile } from './pool.ts'
import { wordsOf } from './variants.ts'

const ACRONYM = /^[\p{Lu}\p{N}]{2,8}s?$/u
const SMALL = /^(of|and|for|on|in|at|to|a|an)$/

/**
 * An acronym that one document explains means the same in another that only uses it, as long as all documents explain
 * it alike. Two long forms of one acronym are one body where they share most of their words ("Northern Fishery
 * Council", "Northern Fisheries Council"), and two where one word makes the difference ("Dental", "Diabetes").
 */
export function joinAcronyms(pool: Pool, groups: Groups): void {
  const explained = new Map<string, Profile[]>()
  const bare = new Map<string, Profile[]>()
  for (const profile of pool.values()) {
    if (isBare(profile)) bare.set(profile.name, [...(bare.get(profile.name) ?? []), profile])
    for (const name of explainedBy(profile)) explained.set(name, [...(explained.get(name) ?? []), profile])
  }
  for (const [acronym, long] of [...explained].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    for (const [at, profile] of long.entries())
      for (const other of long.slice(at + 1, at + 8))
        if (areOneBody(profile, other)) groups.join(profile.id, other.id)
    if (new Set(long.map(({ id }) => groups.find(id))).size > 1) continue
    for (const profile of bare.get(acronym) ?? []) groups.join(profile.id, long[0]!.id)
  }
}

/** Known by the acronym alone. */
export function isBare({ name, type }: Profile): boolean {
  return ACRONYM.test(name) && type !== 'person'
}

/** The acronyms that a longer name is given with. */
export function explainedBy({ name, names }: Profile): readonly string[] {
  return name.includes(' ') ? names.filter((other) => other !== name && ACRONYM.test(other)) : []
}

/** Three quarters of the shorter one's words, by their first five letters, with a word of difference at most each. */
function areOneBody(a: Profile, b: Profile): boolean {
  const stems = (profile: Profile) =>
    new Set(
      wordsOf(profile.name)
        .filter((word) => !SMALL.test(word))
        .map((word) => word.slice(0, 5)),
    )
  const [few, many] = [stems(a), stems(b)].sort((x, y) => x.size - y.size) as [Set<string>, Set<string>]
  let shared = 0
  for (const stem of few) if (many.has(stem)) shared++
  return shared >= 0.75 * few.size && many.size - few.size <= 1
}
