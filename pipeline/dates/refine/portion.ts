import type { Found } from '../found.ts'
import { spells, type Token } from '../tokens.ts'
import type { Portion, Unit } from '../value.ts'

/** What may stand before a date and tell which part of it is meant; the longer ones first. */
const PORTIONS: readonly (readonly [words: readonly string[], portion: Portion | null])[] = [
  ...[
    ['early', 'early'],
    ['beginning', 'early'],
    ['start', 'early'],
    ['opening', 'early'],
    ['middle', 'middle'],
    ['end', 'late'],
    ['close', 'late'],
    ['rest', 'late'],
    ['remainder', 'late'],
  ].map(([noun, portion]) => [[noun!, 'of'], portion as Portion] as const),
  ...['early', 'middle', 'later', 'latter', 'late', 'first', 'last'].flatMap((word) =>
    ['part', 'half', 'months', 'weeks', 'days', 'years'].map(
      (noun) =>
        [
          [word, noun, 'of'],
          word === 'middle' ? 'middle' : word === 'early' || word === 'first' ? 'early' : 'late',
        ] as const,
    ),
  ),
  [['early', 'in'], 'early'],
  [['late', 'in'], 'late'],
  [['later', 'in'], null],
  [['earlier', 'in'], null],
  [['mid', '-'], 'middle'],
  [['early', '-'], 'early'],
  [['late', '-'], 'late'],
  [['early', 'to', 'mid', '-'], 'early'],
  [['mid', '-', 'to', 'late'], 'late'],
  [['mid'], 'middle'],
  [['early'], 'early'],
  [['late'], 'late'],
  [['later'], null],
  [['earlier'], null],
]
const APPROXIMATE: readonly (readonly string[])[] = [
  ['about'],
  ['around'],
  ['circa'],
  ['ca', '.'],
  ['c', '.'],
  ['ca'],
  ['roughly'],
  ['approximately'],
]
const WITH_ARTICLE: ReadonlySet<Unit> = new Set(['season', 'quarter', 'half', 'decade', 'century'])

/**
 * Draws in what narrows or blurs a date from the left: "early October", "the end of 1944", "the late 1990s", "later
 * that year", "about 1910", and the article of "the summer" and "the 1920s". Not: "the 2003 invasion", "about 40".
 */
export function addPortion(find: Found, tokens: readonly Token[]): Found {
  if (find.kind !== 'date' || find.reading.type === 'none' || find.reading.type === 'then') return find
  const unit = unitOf(find)
  let { from } = find
  let portion: Portion | null = null
  const inner = tokens[from - 1]?.text === 'the' ? from - 1 : from
  for (const [words, value] of PORTIONS) {
    const isNoun = words.at(-1) === 'of' || words.at(-1) === 'in'
    const start = (isNoun ? inner : from) - words.length
    if (start < 0 || spells(tokens, start, words) === 0) continue
    if (unit === 'day' && (find.reading.type !== 'shift' || value !== null)) continue
    from = start
    portion = value
    const noun = words.at(-1) === 'of'
    if (tokens[from - 1]?.text === 'the' && (noun || WITH_ARTICLE.has(unit))) from--
    break
  }
  let approximate = false
  if (
    from === find.from &&
    find.reading.type === 'calendar' &&
    (unit === 'year' || unit === 'decade' || unit === 'century')
  ) {
    const words = APPROXIMATE.find((candidate) => spells(tokens, from - candidate.length, candidate) > 0)
    if (words !== undefined) {
      from -= words.length
      approximate = true
    }
  }
  if (from === find.from && inner < from && WITH_ARTICLE.has(unit)) from = inner
  return { ...find, from, ...(portion && { portion }), ...(approximate && { approximate }) }
}

function unitOf({ reading }: Found): Unit {
  if (reading.type === 'calendar') return reading.value.unit
  if (reading.type === 'yearless' || reading.type === 'shift') return reading.unit
  if (reading.type === 'within')
    return reading.inner.type === 'clock' ? 'day' : unitOf({ ...reading.outer, reading: reading.inner })
  return 'day'
}
