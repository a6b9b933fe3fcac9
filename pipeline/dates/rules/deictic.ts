import { type Found, found, type Rule, yearless } from '../found.ts'
import type { Token } from '../tokens.ts'
import { MONTHS, PARTS_OF_DAY, SEASONS, UNITS } from '../vocabulary.ts'

/** "today", "yesterday", "tonight". Left alone: "USA Today". */
export const today: Rule = {
  id: 'today',
  opens: ['today', 'yesterday', 'tomorrow', 'tonight'],
  find(tokens, index) {
    const { text, capital } = tokens[index]!
    if (capital && index > 0 && tokens[index - 1]!.capital && tokens[index - 1]!.kind === 'letters')
      return null
    if (text === 'tonight')
      return [found(index, index + 1, { type: 'clock', time: null, days: 0, anchor: 'text' }, 'time')]
    const count = text === 'yesterday' ? -1 : text === 'tomorrow' ? 1 : 0
    const ofDay = PARTS_OF_DAY.has(tokens[index + 1]?.text ?? '')
    if (ofDay)
      return [found(index, index + 2, { type: 'clock', time: null, days: count, anchor: 'text' }, 'time')]
    return [found(index, index + 1, { type: 'shift', unit: 'day', count, anchor: 'text' })]
  },
}

interface Step {
  readonly count: -1 | 0 | 1
  readonly anchor: 'text' | 'story' | 'either'
}
const STEPS: Readonly<Record<string, Step>> = {
  last: { count: -1, anchor: 'text' },
  next: { count: 1, anchor: 'either' },
  this: { count: 0, anchor: 'either' },
  current: { count: 0, anchor: 'text' },
  coming: { count: 1, anchor: 'text' },
  previous: { count: -1, anchor: 'story' },
  preceding: { count: -1, anchor: 'story' },
  prior: { count: -1, anchor: 'story' },
  following: { count: 1, anchor: 'story' },
  subsequent: { count: 1, anchor: 'story' },
  same: { count: 0, anchor: 'story' },
  that: { count: 0, anchor: 'story' },
}

/**
 * One unit away: "last month", "the previous year", "the following day", "that same year", "this spring", "next
 * April", "that evening", "the next morning"; and "the day", "the year" only where a part of it is told ("the end
 * of the year"). Left alone: "the last days", "next door", "the same people", "that year-long siege".
 */
export const step: Rule = {
  id: 'step',
  opens: ['the', ...Object.keys(STEPS)],
  find(tokens, index) {
    let at = index
    const the = tokens[at]!.text === 'the'
    if (the) at++
    let move = STEPS[tokens[at]?.text ?? '']
    if (move === undefined) return the ? (neighbourUnit(tokens, index) ?? wholeUnit(tokens, index)) : null
    if (!the && move.anchor === 'story' && tokens[at]!.text !== 'that' && !afterPreposition(tokens, at))
      return null
    at++
    if (move.anchor === 'text' && the && move.count === 0) at += 0
    const second = STEPS[tokens[at]?.text ?? '']
    // "that same day", "this past year".
    if (second?.count === 0) at++
    else if (tokens[at]?.text === 'past') {
      at++
      move = { count: -1, anchor: 'text' }
    }
    // "the last year of the war" is no year before the text's.
    if (the && move.anchor === 'text' && move.count === -1 && tokens[at + 1]?.text === 'of') return null
    // "the next year" is the story's, "next year" the text's.
    const anchor = the && move.anchor === 'either' ? 'story' : move.anchor
    return target(tokens, index, at, { count: move.count, anchor })
  },
}

function target(tokens: readonly Token[], index: number, at: number, move: Step): Found[] | null {
  const word = tokens[at]
  if (word === undefined) return null
  const next = tokens[at + 1]
  if (next?.text === '-' && next.glued && word.text !== 'mid') return null
  if (PARTS_OF_DAY.has(word.text)) {
    return [
      found(index, at + 1, { type: 'clock', time: null, days: move.count, anchor: move.anchor }, 'time'),
    ]
  }
  const month = MONTHS.get(word.text)
  if (month !== undefined && word.capital) {
    return [found(index, at + 1, yearless('month', { month }, move.count))]
  }
  const season = SEASONS.get(word.text)
  if (season !== undefined && (word.text !== 'fall' || move.count !== 0)) {
    return [found(index, at + 1, yearless('season', { part: season }, move.count))]
  }
  const unit = UNITS.get(word.text)
  if (unit === undefined || word.text.endsWith('s')) return null
  // "my last day in office" is no yesterday.
  if (unit === 'day' && move.anchor === 'text' && move.count === -1) return null
  // "over the next decade" are the ten years from there, and no decade of the calendar.
  const isStretch = (unit === 'decade' || unit === 'century') && move.count === 1
  if (isStretch) return [found(index, at + 1, { type: 'none' }, 'duration')]
  return [found(index, at + 1, { type: 'shift', unit, count: move.count, anchor: move.anchor })]
}

const PREPOSITIONS = new Set('in on by of during from until since over throughout'.split(' '))

function afterPreposition(tokens: readonly Token[], index: number): boolean {
  return PREPOSITIONS.has(tokens[index - 1]?.text ?? '')
}

const NEIGHBOURS: Readonly<Record<string, -1 | 1>> = {
  before: -1,
  previous: -1,
  earlier: -1,
  after: 1,
  following: 1,
  later: 1,
}

/** "the day before", "the year previous", "the day after 4 March". Left alone: "the day before the speech". */
function neighbourUnit(tokens: readonly Token[], index: number): Found[] | null {
  const unit = UNITS.get(tokens[index + 1]?.text ?? '')
  const count = NEIGHBOURS[tokens[index + 2]?.text ?? '']
  if (unit === undefined || count === undefined || tokens[index + 1]!.text.endsWith('s')) return null
  const next = tokens[index + 3]
  const named = next?.digits != null || MONTHS.has(next?.text ?? '')
  if (next?.kind === 'letters' && !named && !VERBS.has(next.text)) return null
  return [found(index, index + 3, { type: 'shift', unit, count, anchor: named ? 'next' : 'story' })]
}

const VERBS = new Set('saw was were had brought and when he she it they'.split(' '))

/** "by the end of the year", "later in the month", "over the weekend", "ending the week lower" (not: "the day of"). */
function wholeUnit(tokens: readonly Token[], index: number): Found[] | null {
  const unit = UNITS.get(tokens[index + 1]?.text ?? '')
  if (unit === undefined || tokens[index + 1]!.text.endsWith('s') || unit === 'quarter') return null
  const previous = tokens[index - 1]?.text ?? ''
  const before = tokens[index - 2]?.text ?? ''
  const follow = tokens[index + 2]
  if (follow?.text === 'of' || follow?.text === '-' || follow?.capital === true || follow?.digits != null)
    return null
  const partTold =
    (previous === 'of' && PART_NOUNS.has(before)) ||
    (previous === 'in' &&
      (before === 'later' || before === 'earlier' || before === 'early' || before === 'late'))
  const weekendTold = unit === 'weekend' && ['over', 'during', 'at', 'for', 'on'].includes(previous)
  const closing =
    (unit === 'day' || unit === 'week') &&
    ['ending', 'end', 'ended', 'closed', 'close', 'finished', 'finish', 'started', 'for'].includes(previous)
  if (previous === 'for' && (unit !== 'day' || !follow || follow.kind === 'letters')) return null
  if (!partTold && !weekendTold && !closing) return null
  return [
    found(index, index + 2, {
      type: 'shift',
      unit,
      count: 0,
      anchor: unit === 'weekend' ? 'text' : 'either',
    }),
  ]
}

const PART_NOUNS = new Set(
  'end beginning start middle close rest remainder part half days weeks months quarter turn course'.split(
    ' ',
  ),
)
