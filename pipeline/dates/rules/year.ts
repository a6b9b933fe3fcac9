import { type Found, found, type Rule } from '../found.ts'
import type { Token } from '../tokens.ts'
import { yearValue } from '../value.ts'
import { beforeChristAt, yearAt } from '../vocabulary.ts'
import { isYear } from './year-number.ts'

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
