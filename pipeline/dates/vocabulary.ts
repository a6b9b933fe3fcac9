import type { Token } from './tokens.ts'
import type { Unit } from './value.ts'

const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** Number of the month by its full name. */
export const MONTHS: ReadonlyMap<string, number> = new Map(MONTH_NAMES.map((name, i) => [name, i + 1]))

/** By abbreviation: a date only beside a day or a year ("Oct 10, 1945"), for "Jan" and "Mar" are names too. */
export const SHORT_MONTHS: ReadonlyMap<string, number> = new Map([
  ...MONTH_NAMES.filter((name) => name !== 'may').map(
    (name) => [name.slice(0, 3), MONTH_NAMES.indexOf(name) + 1] as const,
  ),
  ['sept', 9],
])

/** Months that are also names of people, verbs or modals; they need a sign of a date beside them. */
export const AMBIGUOUS_MONTHS: ReadonlySet<string> = new Set(['march', 'april', 'may', 'june', 'august'])

const WEEKDAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** 0 for Monday. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(WEEKDAY_NAMES.map((name, i) => [name, i]))

export const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 1],
  ['summer', 2],
  ['autumn', 3],
  ['fall', 3],
  ['winter', 4],
])

export const PARTS_OF_DAY: ReadonlySet<string> = new Set([
  'dawn',
  'morning',
  'afternoon',
  'evening',
  'night',
  'noon',
  'midday',
  'midnight',
])

/** Calendar units by their name, singular and plural. */
export const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['day', 'day'],
  ['days', 'day'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['weekend', 'weekend'],
  ['weekends', 'weekend'],
  ['month', 'month'],
  ['months', 'month'],
  ['quarter', 'quarter'],
  ['quarters', 'quarter'],
  ['year', 'year'],
  ['years', 'year'],
  ['decade', 'decade'],
  ['decades', 'decade'],
  ['century', 'century'],
  ['centuries', 'century'],
])

/** Units that only measure how long something lasts. */
export const SMALL_UNITS: ReadonlySet<string> = new Set([
  'second',
  'seconds',
  'minute',
  'minutes',
  'hour',
  'hours',
  'fortnight',
  'fortnights',
  'hr',
  'hrs',
  'min',
  'mins',
  'sec',
  'secs',
])

const ONES = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, i) => [word, i + 1] as const),
  ...TENS.map((word, i) => [word, 10 * (i + 2)] as const),
  ['hundred', 100],
])

const ORDINAL_WORDS: ReadonlyMap<string, number> = new Map(
  [
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
    'eleventh',
    'twelfth',
    'thirteenth',
    'fourteenth',
    'fifteenth',
    'sixteenth',
    'seventeenth',
    'eighteenth',
    'nineteenth',
    'twentieth',
  ].map((word, i) => [word, i + 1]),
)

const ORDINAL_ENDINGS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th'])

/** A number read from tokens, and how many tokens it took. */
export interface Numeral {
  readonly value: number
  readonly length: number
}

/** "12", "twelve", "twenty-five"; "2.5" gives no whole number and is left to durations. */
export function cardinalAt(tokens: readonly Token[], index: number): Numeral | null {
  const token = tokens[index]
  if (token === undefined) return null
  if (token.kind === 'number') return token.digits === null ? null : { value: token.digits, length: 1 }
  const value = NUMBER_WORDS.get(token.text)
  if (value === undefined) return null
  if (value >= 20 && value < 100) {
    const hyphen = tokens[index + 1]?.text === '-' ? 1 : 0
    const ones = NUMBER_WORDS.get(tokens[index + 1 + hyphen]?.text ?? '')
    if (ones !== undefined && ones < 10) return { value: value + ones, length: 2 + hyphen }
  }
  return { value, length: 1 }
}

/** "4th", "fourth", "twenty-first". */
export function ordinalAt(tokens: readonly Token[], index: number): Numeral | null {
  const token = tokens[index]
  if (token === undefined) return null
  if (token.digits !== null) {
    const ending = tokens[index + 1]
    return ending?.glued && ORDINAL_ENDINGS.has(ending.text) ? { value: token.digits, length: 2 } : null
  }
  if (token.text === 'twenty' && tokens[index + 1]?.text === '-') {
    const ones = ORDINAL_WORDS.get(tokens[index + 2]?.text ?? '')
    return ones !== undefined && ones < 10 ? { value: 20 + ones, length: 3 } : null
  }
  const value = ORDINAL_WORDS.get(token.text)
  return value === undefined ? null : { value, length: 1 }
}

/** 1 to 31, with or without an ordinal's ending: "4", "4th". Words ("the fourth") are no day of a month here. */
export function dayAt(tokens: readonly Token[], index: number): Numeral | null {
  const token = tokens[index]
  if (token === undefined || token.digits === null || token.end - token.start > 2) return null
  if (token.digits < 1 || token.digits > 31) return null
  return ordinalAt(tokens, index) ?? { value: token.digits, length: 1 }
}

/** Where a year after a month may be: four digits. */
export function yearAt(tokens: readonly Token[], index: number): number | null {
  const token = tokens[index]
  if (token === undefined || token.digits === null || token.end - token.start !== 4) return null
  return token.digits >= 1000 && token.digits <= 2199 ? token.digits : null
}

/** How many tokens spell "BC" or "BCE" (with or without full stops) at `index`; 0 where none do. */
export function beforeChristAt(tokens: readonly Token[], index: number): number {
  const word = tokens[index]
  if (word?.capital !== true && word?.text !== 'b') return 0
  if (word.text === 'bc' || word.text === 'bce') return 1
  if (word.text !== 'b' || tokens[index + 1]?.text !== '.' || tokens[index + 2]?.text !== 'c') return 0
  if (tokens[index + 3]?.text !== '.') return 3
  return tokens[index + 4]?.text === 'e' && tokens[index + 4]!.glued ? 6 : 4
}
