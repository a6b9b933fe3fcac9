import { CALENDAR, DIRECTIONS, HEAD_NOUNS, NO_NAMES, PARTICLES } from './cues.ts'
import type { Match } from './dictionary.ts'
import { isNumeral } from './numerals.ts'
import { isCapital, type Unit } from './units.ts'

/** A stretch of a sentence's units, `from`..`to`, that may hold one or more names. */
export interface Run {
  readonly from: number
  readonly to: number
}

/** In units; no name is longer, and a line of nothing but capitals stays linear. */
const LONGEST = 24

/** In characters: what is longer is noise, and no index of a database holds it. */
const MOST_CHARACTERS = 200

/** Tags that a capitalised word of a name may have; a tagger sees "Prime" as an adjective. */
const NAME_TAGS: ReadonlySet<string> = new Set(['PROPN', 'NOUN', 'ADJ', 'X', 'VERB', 'NUM'])

/**
 * Maximal stretches of capitalised words, joined by hyphens, by particles ("Muqtada al-Sadr") and, behind a noun that
 * names a body or a document, by "of", "for", "on", "and" ("Agreement on Fishing").
 *
 * Finds: "the [Bank of Ghana] and [Maria de Lopez]". Leaves: the first word of a sentence unless it is tagged as a
 * name, and days, months, and "I".
 */
export function findRuns(units: readonly Unit[], matches: readonly (Match | null)[]): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < units.length; ) {
    const begins = isNamePart(units, at, matches) || (isParticle(units, at) && !startsSentence(units, at))
    if (!begins) {
      at++
      continue
    }
    const to = extend(units, at, matches)
    runs.push({ from: at, to })
    at = to
  }
  return runs
}

/** True where nothing but marks and numbers stands before. */
export function startsSentence(units: readonly Unit[], at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const unit = units[before]!
    if (/^["“”‘'([*:]$/.test(unit.text) && before === at - 1 && before > 0)
      return unit.text !== '(' && unit.text !== '['
    if (unit.shape !== 'mark' && unit.shape !== 'number' && unit.shape !== 'hyphen') return false
  }
  return true
}

function isNamePart(units: readonly Unit[], at: number, matches: readonly (Match | null)[]): boolean {
  const unit = units[at]
  if (unit === undefined) return false
  if (matches[at]) return true
  if (unit.end - unit.start > MOST_CHARACTERS) return false
  // "US$70 million" is money.
  if (units[at + 1]?.text === '$' && units[at + 1]!.start === unit.end) return false
  if (!isCapital(unit) || CALENDAR.has(unit.folded) || isEditionNumber(units, at)) return false
  // A tagger takes "Ms" for a pronoun at times.
  if (/^(mr|mrs|ms|dr|prof|gen|col|sgt)\.?$/.test(unit.folded) && isCapital(units[at + 1])) return true
  const { pos } = unit.word
  if (NO_NAMES.has(unit.folded))
    return (
      (pos === 'PROPN' || (DIRECTIONS.has(unit.folded) && units[at - 1]?.folded === 'the')) &&
      isCapital(units[at + 1]) &&
      !startsSentence(units, at)
    )
  if (!NAME_TAGS.has(pos)) return false
  if (!startsSentence(units, at))
    return pos !== 'VERB' || isCapital(units[at + 1]) || isCapital(units[at - 1])
  return (
    pos === 'PROPN' ||
    (pos !== 'VERB' && isNamePart(units, at + 1, matches) && units[at + 1]!.word.pos === 'PROPN')
  )
}

/** "al-Sadr", "van Gogh": a particle before a capital. */
function isParticle(units: readonly Unit[], at: number): boolean {
  const unit = units[at]!
  if (unit.shape !== 'lower' || !PARTICLES.has(unit.folded) || unit.folded.length < 2) return false
  const next = units[at + 1]?.shape === 'hyphen' ? at + 2 : at + 1
  return (
    isCapital(units[next]) &&
    units[next]!.word.pos === 'PROPN' &&
    (next > at + 1 || /^(bin|ibn|van|von|al|el)$/.test(unit.folded))
  )
}

function extend(units: readonly Unit[], from: number, matches: readonly (Match | null)[]): number {
  let to = matches[from]?.to ?? from + 1
  while (to - from < LONGEST) {
    const step = reach(units, from, to, matches)
    if (step === to || units[step - 1]!.end - units[from]!.start > MOST_CHARACTERS) break
    to = step
  }
  return to
}

/** The end of the run after one more word of it, or `to` where the run is at its end. */
function reach(units: readonly Unit[], from: number, to: number, matches: readonly (Match | null)[]): number {
  const unit = units[to]
  if (unit === undefined || unit.newLine) return to
  if (
    unit.text === ',' &&
    /^(inc|ltd|llc|plc|corp|co)\.?$/.test(units[to + 1]?.folded ?? '') &&
    isCapital(units[to + 1])
  )
    return to + 2
  if (unit.text === 'plc' && isCapital(units[to - 1])) return to + 1
  const part = (at: number) => (isNamePart(units, at, matches) ? (matches[at]?.to ?? at + 1) : at)
  if (unit.shape === 'hyphen') {
    const joined = unit.start === units[to - 1]!.end && units[to + 1]?.start === unit.end
    if (!joined) return to
    if (isNumeral(units[to + 1]!.text)) return to
    return part(to + 1) > to + 1 ? part(to + 1) : isParticle(units, to + 1) ? to + 2 : to
  }
  if (part(to) > to) return part(to)
  if (unit.shape === 'number') return isOrdinalInside(units, to) && part(to + 1) > to + 1 ? part(to + 1) : to
  if (isPossessiveName(units, from, to)) return to + 2
  if (unit.text === '&') return part(to + 1) > to + 1 ? part(to + 1) : to
  if (isParticle(units, to)) return to + (units[to + 1]!.shape === 'hyphen' ? 2 : 1)
  if (/^(de|la|del|al|el|bin|ibn|van|von|der|da|dos|du|di)$/.test(unit.folded) && part(to + 1) > to + 1)
    return part(to + 1)
  if (!/^(of|for|on|and|in)$/.test(unit.text)) return to
  const next = units[to + 1]?.text === 'the' ? to + 2 : to + 1
  if (part(next) === next) return to
  if (unit.text === 'and') return joinsByAnd(units, from, to, next, matches) ? part(next) : to
  const head = HEAD_NOUNS.get(units[to - 1]!.folded)
  if (!isCapital(units[to - 1])) return to
  if (unit.text === 'of') return head !== undefined || isBodyOf(units[to - 1]!) ? part(next) : to
  if (unit.text === 'in')
    return head === 'agreement' || hasWithin(units, from, to, /^agreement$/) ? part(next) : to
  return head === 'organization' || head === 'agreement' || head === 'event' ? part(next) : to
}

/** "Delta-III": the number is no word of the name. */
function isEditionNumber(units: readonly Unit[], at: number): boolean {
  return units[at - 1]?.shape === 'hyphen' && isNumeral(units[at]!.text)
}

/** "People's Party", "Seafarers' Union", "St Ann's Hospital": a possessive inside a name. */
function isPossessiveName(units: readonly Unit[], from: number, to: number): boolean {
  const mark = units[to]!.text
  const owner = units[to - 1]!.folded
  const holds =
    mark.length === 1
      ? owner.endsWith('s')
      : /^(people|women|men|children|veterans)$/.test(owner) ||
        /^(st\.?|saint|king|queen)$/.test(units[from]!.folded)
  if (!holds || !/^['’]s?$/.test(mark)) return false
  for (let at = to + 1; at < to + 4 && isCapital(units[at]); at++) {
    const head = HEAD_NOUNS.get(units[at]!.folded)
    if (head === 'organization' || head === 'facility') return true
  }
  return false
}

/** "2025 Strategic Exercise" begins with its year; "Kazakhstan 5 soldiers" does not go on. */
function isOrdinalInside(units: readonly Unit[], at: number): boolean {
  return /^\d{1,2}(st|nd|rd|th)$/.test(units[at]!.text)
}

/** Words that stand before "of" in names and that are no kind of body themselves. */
function isBodyOf(unit: Unit): boolean {
  return /^(house|isle|rock|horn|cape|strait|sea|tower|wall|battle|siege|declaration|school|chamber|line|rule|order|republic|kingdom|states|emirates|prince|duke|superior|ministry|city|secretary|board|shield|lord|field|statue)$/.test(
    unit.folded,
  )
}

/**
 * "Department of Housing and Development", "Technical and Economic Cooperation Board" are one name; "Peter and Paul",
 * "India and China" are two.
 */
function joinsByAnd(
  units: readonly Unit[],
  from: number,
  to: number,
  next: number,
  matches: readonly (Match | null)[],
): boolean {
  if (matches[next] || matches.slice(from, to).some((match) => match && match.to === to)) return false
  if (hasWithin(units, from, to, /^(of|for|on)$/)) return !HEAD_NOUNS.has(units[to - 1]!.folded)
  let end = next
  while (end < units.length && isNamePart(units, end, matches) && !matches[end]) end++
  const head = HEAD_NOUNS.get(units[end - 1]!.folded)
  return (
    end - next > 1 &&
    (head === 'organization' || head === 'agreement') &&
    !HEAD_NOUNS.has(units[to - 1]!.folded) &&
    to - from <= 3 &&
    units[to - 1]!.word.pos !== 'PROPN'
  )
}

function hasWithin(units: readonly Unit[], from: number, to: number, pattern: RegExp): boolean {
  for (let at = from; at < to; at++) if (pattern.test(units[at]!.folded)) return true
  return false
}
