import type { Resolved } from './duplicates.ts'
import { transliterated, wordsOf, writing } from './variants.ts'

/** Something that speaks for (above 0) or against (below 0) two entities being one. */
export interface Evidence {
  readonly weight: number
  readonly what: string
}

/**
 * What the names say; null where they say nothing for it, or forbid it: two given names ("Jane Roe", "John Roe"), two
 * numbers ("Delta 3", "Delta 4").
 */
export function compareNames(a: Resolved, b: Resolved): Evidence[] | null {
  if (numbersOf(a.name) !== numbersOf(b.name)) return null
  if ((a.type === 'person') !== (b.type === 'person') && a.type !== 'other' && b.type !== 'other') return null
  const evidence = [sharedAlias(a, b), acronym(a, b) ?? acronym(b, a)]
  if (a.type === 'person' || b.type === 'person') evidence.push(...persons(a, b))
  else evidence.push(spelling(a, b) ?? contained(a, b) ?? contained(b, a))
  const found = evidence.filter((one) => one !== null)
  return found.some(({ weight }) => weight > 0) && !found.some(({ weight }) => weight <= FORBIDS)
    ? found
    : null
}

const FORBIDS = -9

/** First letters of the words in capitals ("Northern Fishing Authority" is "nfa"); null for a single word. */
export function initialsOf(name: string): string | null {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word))
  return words.length < 2
    ? null
    : words
        .map((word) => [...word][0])
        .join('')
        .toLowerCase()
}

function numbersOf(name: string): string {
  return wordsOf(name)
    .filter((word) => /^\p{N}+$/u.test(word))
    .join(' ')
}

function sharedAlias(a: Resolved, b: Resolved): Evidence | null {
  const names = new Map([b.name, ...b.aliases].map((name) => [writing(name), name]))
  const shared = [a.name, ...a.aliases].find((name) => names.has(writing(name)))
  return shared === undefined ? null : { weight: 3, what: `both are called "${shared}"` }
}

function acronym(short: Resolved, long: Resolved): Evidence | null {
  if (!/^[\p{Lu}\p{N}]{2,8}$/u.test(short.name)) return null
  if (initialsOf(long.name) !== short.name.toLowerCase()) return null
  return { weight: 3, what: `"${short.name}" are the initials of "${long.name}"` }
}

/** Names that differ in a letter or two, of six or more. */
function spelling(a: Resolved, b: Resolved): Evidence | null {
  const [one, other] = [writing(a.name), writing(b.name)]
  const size = Math.max(one.length, other.length)
  const allowed = size < 6 ? 0 : size < 10 ? 1 : 2
  const distance = editDistance(one, other, allowed)
  if (distance > allowed) return null
  if (distance === 0) return { weight: 3, what: 'the names differ in capitals, spaces or spelling only' }
  return {
    weight: 3 - distance / 2,
    what: `the names differ by ${distance === 1 ? 'one letter' : 'two letters'}`,
  }
}

/** "Norwick Bridge" and "Old Norwick Bridge"; one shared word alone is too little. */
function contained(short: Resolved, long: Resolved): Evidence | null {
  const few = wordsOf(short.name)
  const many = wordsOf(long.name)
  if (few.length < 2 || few.length >= many.length || !few.every((word) => many.includes(word))) return null
  const more = many.filter((word) => !few.includes(word))
  return { weight: 1.5, what: `"${long.name}" says "${more.join(' ')}" more than "${short.name}"` }
}

function persons(a: Resolved, b: Resolved): (Evidence | null)[] {
  const [one, other] = [a, b].map(({ name }) => wordsOf(name).map(transliterated)) as [string[], string[]]
  const surname = one.at(-1)
  if (surname === undefined || other.length === 0) return []
  const distance = editDistance(surname, other.at(-1)!, 1)
  if (distance > (surname.length < 5 ? 0 : 1)) return []
  const evidence: Evidence[] = [
    distance === 0
      ? { weight: 1, what: 'they share the surname' }
      : { weight: 0.5, what: 'the surnames differ by one letter' },
  ]
  const title = a.titles?.find((known) => b.titles?.includes(known))
  if (title !== undefined) evidence.push({ weight: 1.5, what: `both are called ${title}` })
  if (one.length === 1 || other.length === 1) {
    evidence.push({ weight: 0.5, what: 'one is named by the surname alone' })
    return evidence
  }
  return [...evidence, givenNames(one[0]!, other[0]!)]
}

function givenNames(one: string, other: string): Evidence {
  if (one === other) return { weight: 1.5, what: 'they share the first name' }
  if (one[0] === other[0] && (one.length === 1 || other.length === 1))
    return { weight: 1, what: 'the initial fits the first name' }
  if (editDistance(one, other, 1) <= 1) return { weight: 1, what: 'the first names differ by one letter' }
  return { weight: FORBIDS, what: 'two first names' }
}

/**
 * Damerau-Levenshtein distance (optimal string alignment): letters added, left out, changed or swapped. Stops where it
 * must exceed the limit, and then gives more than the limit.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    if (Math.min(...row) > limit) return limit + 1
    before = last
    last = row
  }
  return last[b.length]!
}
