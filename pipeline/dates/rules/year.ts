import { type Found, found, type Rule } from '../found.ts'
import type { Token } from '../tokens.ts'
import { spanValue, yearValue } from '../value.ts'
import { beforeChristAt, MONTHS, SEASONS, yearAt } from '../vocabulary.ts'

/**
 * "1939", "480 BC", "AD 79", and ranges with a shortened end, two dates: "1926-28". Left alone: "2,000 students",
 * "1500 soldiers", "$1950", "1983 km", "Resolution 1483", "Vision 2030", "the 2030 strategy", "Rabta-2019".
 */
export const year: Rule = {
  id: 'year',
  opens: ['#', 'ad', "'", '’'],
  find(tokens, index) {
    const token = tokens[index]!
    if (token.text === 'ad') {
      const next = tokens[index + 1]
      if (!token.capital || next?.digits == null || next.digits === 0) return null
      return [found(index, index + 2, { type: 'calendar', value: yearValue(next.digits) })]
    }
    if (token.text === "'" || token.text === '’') return shortYear(tokens, index)
    if (token.digits === null || token.digits === 0) return null
    const christ = beforeChristAt(tokens, index + 1)
    if (christ > 0) {
      return [found(index, index + 1 + christ, { type: 'calendar', value: yearValue(1 - token.digits) })]
    }
    const after = beforeChristThroughRange(tokens, index)
    if (after) return [found(index, index + 1, { type: 'calendar', value: yearValue(1 - token.digits) })]
    if (['ad', 'ce'].includes(tokens[index + 1]?.text ?? '') && tokens[index + 1]!.capital) {
      return [found(index, index + 2, { type: 'calendar', value: yearValue(token.digits) })]
    }
    const value = yearAt(tokens, index)
    if (value === null || !isYear(tokens, index, value)) return null
    const first = found(index, index + 1, { type: 'calendar', value: yearValue(value) })
    return shortEnd(tokens, index, value, first)
  },
}

/** "since '82", "in ’07": of the century that put it in the past of a reader of 2030. Not: "the '45 model". */
function shortYear(tokens: readonly Token[], index: number): Found[] | null {
  const number = tokens[index + 1]
  if (!number?.glued || number.digits === null || number.end - number.start !== 2) return null
  if (!['in', 'since', 'by', 'until', 'of', 'from'].includes(tokens[index - 1]?.text ?? '')) return null
  if (tokens[index + 2]?.glued && tokens[index + 2]?.kind !== 'mark') return null
  const value = yearValue(number.digits + (number.digits >= 30 ? 1900 : 2000))
  return [found(index, index + 2, { type: 'calendar', value })]
}

/** "490-479 BC", "between 499 and 449 BC": the era is told once. */
function beforeChristThroughRange(tokens: readonly Token[], index: number): boolean {
  const joint = tokens[index + 1]?.text ?? ''
  const second = tokens[index + 2]?.digits ?? null
  if (!['-', '–', 'to', 'and'].includes(joint) || second === null) return false
  return second < tokens[index]!.digits! && beforeChristAt(tokens, index + 3) > 0
}

/** "1926-28": the second year is 1928. */
function shortEnd(tokens: readonly Token[], index: number, value: number, first: Found): Found[] {
  const dash = tokens[index + 1]
  const end = tokens[index + 2]
  const isRange = dash?.glued && ['-', '–', '/'].includes(dash.text) && end?.glued && end.digits !== null
  if (!isRange || end.end - end.start !== 2 || tokens[index + 3]?.text === '-') return [first]
  const second = Math.floor(value / 100) * 100 + end.digits!
  if (second <= value) return [first]
  return [first, found(index + 2, index + 3, { type: 'calendar', value: yearValue(second) })]
}

const PREPOSITIONS = new Set(
  'in by since until till from to between and or of before after during around circa through throughout early late mid about for than as year years'.split(
    ' ',
  ),
)
/** What is counted rather than dated, where no plural ending tells it. */
const COUNTED = new Set(
  'people men women children troops km kilometres kilometers miles metres meters feet tons tonnes kg mw dollars euros pounds rupees percent million billion thousand hundred aircraft personnel more other m mm cm gw kw hp rpm mph votes'.split(
    ' ',
  ),
)
/** Nouns whose number is a title: "the 2030 strategy". Years of the past do date a plan. */
const PROGRAMMES = new Set(
  'strategy agenda vision roadmap framework goals targets plan programme program initiative blueprint'.split(
    ' ',
  ),
)
const NUMBERED = new Set(
  'resolution flight no number article section rule route highway room page pages pp chapter volume act unit decree order model windows area zone'.split(
    ' ',
  ),
)

function isYear(tokens: readonly Token[], index: number, value: number): boolean {
  const token = tokens[index]!
  const previous = tokens[index - 1]
  const next = tokens[index + 1]
  if (
    next?.glued &&
    (next.text === '%' || next.text === '°' || (next.kind === 'letters' && next.text !== 's'))
  )
    return false
  if (next !== undefined && (COUNTED.has(next.text) || PROGRAMMES.has(next.text))) return false
  if (next?.text === ':' && next.glued && tokens[index + 2]?.glued && tokens[index + 2]?.digits !== null)
    return false
  if (previous === undefined) return next === undefined || !looksPlural(next) || value >= 1900
  if (token.glued) return afterGlue(tokens, index)
  if (previous.kind === 'mark' && '$€£¥#₹№§'.includes(previous.text)) return false
  if (previous.kind === 'number' && previous.end === token.start - 1) return false
  if (NUMBERED.has(previous.text)) return false
  if (previous.text === '.' && NUMBERED.has(tokens[index - 2]?.text ?? '')) return false
  if (PREPOSITIONS.has(previous.text)) {
    if (next !== undefined && looksPlural(next))
      return ['in', 'since', 'by', 'of', 'and'].includes(previous.text) && value >= 1600
    return value >= 1200 || previous.text !== 'of'
  }
  if (
    previous.capital &&
    previous.kind === 'letters' &&
    !SEASONS.has(previous.text) &&
    !MONTHS.has(previous.text)
  ) {
    return inRange(tokens, index) || STARTERS.has(previous.text)
  }
  if (
    looksPlural(next) &&
    !['the', "'", '’', 's', 'his', 'her', 'its', 'their', ',', '('].includes(previous.text)
  )
    return false
  return value >= 1700 || previous.kind === 'mark' || previous.text === 'the'
}

const STARTERS = new Set(
  'the in by since until from between during after before around and our their its'.split(' '),
)

/** "1926-1928" after a heading's capitals; "(1926". */
function inRange(tokens: readonly Token[], index: number): boolean {
  const dash = tokens[index + 1]?.text ?? ''
  return (dash === '-' || dash === '–') && yearAt(tokens, index + 2) !== null
}

/** After a dash a year only where the dash joins two dates or years; after a bracket or quote it is one. */
function afterGlue(tokens: readonly Token[], index: number): boolean {
  const previous = tokens[index - 1]!
  if (previous.text === '-' || previous.text === '–' || previous.text === '/') {
    const before = tokens[index - 2]
    if (before === undefined || !previous.glued) return true
    return (
      (before.digits ?? 0) >= 1000 ||
      ['mid', 'pre', 'post', 'early', 'late'].includes(before.text) ||
      MONTHS.has(before.text)
    )
  }
  return previous.kind === 'mark' && !'$€£¥#₹№§.,:@&=_'.includes(previous.text)
}

function looksPlural(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'letters' || token.capital || token.glued) return false
  return /[^s]s$/.test(token.text) && !NOT_PLURAL.has(token.text)
}

const NOT_PLURAL = new Set(
  'was is has as his its this was does says plus across towards afterwards'.split(' '),
)

/** "the 1990s", "1920's", "the '60s", "the 480s BC". Left alone: "in their 20s", "F-16s", "the 1990 season". */
export const decade: Rule = {
  id: 'decade',
  opens: ['#', "'", '’'],
  find(tokens, index) {
    const apostrophe = tokens[index]!.kind === 'mark' ? 1 : 0
    const number = tokens[index + apostrophe]
    if (number?.digits == null || number.digits % 10 !== 0) return null
    if (apostrophe === 1 && !number.glued) return null
    const inner = ["'", '’'].includes(tokens[index + apostrophe + 1]?.text ?? '') ? 1 : 0
    const s = tokens[index + apostrophe + 1 + inner]
    if (s?.text !== 's' || !s.glued) return null
    const to = index + apostrophe + inner + 2
    const length = number.end - number.start
    const bc = beforeChristAt(tokens, to)
    if (bc > 0) {
      const value = spanValue('decade', 1 - (number.digits + 9), true)
      return [found(index, to + bc, { type: 'calendar', value })]
    }
    if (length === 4 && number.digits >= 1000) {
      // "the 1900s" are a century to most writers; the decade of the 1910s and 1990s is one.
      const unit = number.digits % 100 === 0 && number.digits < 2000 ? 'century' : 'decade'
      return [found(index, to, { type: 'calendar', value: spanValue(unit, number.digits) })]
    }
    const isShort =
      length === 2 && number.digits >= 20 && (apostrophe === 1 || tokens[index - 1]?.text === 'the')
    if (!isShort) return null
    return [found(index, to, { type: 'calendar', value: spanValue('decade', 1900 + number.digits) })]
  },
}
