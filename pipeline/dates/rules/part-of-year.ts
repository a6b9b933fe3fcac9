import { found, type Rule, yearless } from '../found.ts'
import type { Token } from '../tokens.ts'
import { partValue } from '../value.ts'
import { ordinalAt, SEASONS, yearAt } from '../vocabulary.ts'
import { withYear } from './day-of-month.ts'

/**
 * "the summer", "winter 1942", "fall of 1932", "this spring". Left alone: "the fall of the city", "they fall",
 * "a spring of water", "the Arab Spring", "springs".
 */
export const season: Rule = {
  id: 'season',
  opens: [...SEASONS.keys()],
  find(tokens, index) {
    const token = tokens[index]!
    const part = SEASONS.get(token.text)!
    const previous = tokens[index - 1]
    if (previous?.capital && previous.kind === 'letters' && token.capital && !ARTICLES.has(previous.text))
      return null
    const { to, year } = withYear(tokens, index + 1, false)
    if (year !== null) return [found(index, to, { type: 'calendar', value: partValue('season', year, part) })]
    if (!isSeason(tokens, index)) return null
    return [found(index, index + 1, yearless('season', { part }))]
  },
}

const ARTICLES = new Set('the in this last next early late by during'.split(' '))
const MODIFIERS = new Set(
  'this that last next previous following same early late mid each every - by'.split(' '),
)

function isSeason(tokens: readonly Token[], index: number): boolean {
  const { text } = tokens[index]!
  const previous = tokens[index - 1]?.text ?? ''
  const next = tokens[index + 1]?.text ?? ''
  const ofCalendar =
    next === 'of' && ['that', 'this', 'the', 'last', 'next'].includes(tokens[index + 2]?.text ?? '')
  if (text === 'summer' || text === 'winter' || text === 'autumn')
    return next !== 'olympics' && next !== 'palace'
  if (MODIFIERS.has(previous)) return true
  if (text === 'fall') {
    const before = tokens[index - 2]?.text ?? ''
    return (
      previous === 'the' && ['in', 'during', 'by', 'until'].includes(before) && (next !== 'of' || ofCalendar)
    )
  }
  if (previous === 'in') return true
  const follow = tokens[index + 1]
  if (text === 'spring' && previous === 'the' && (follow?.kind !== 'letters' || next === 'and')) return true
  return (
    previous === 'the' &&
    ['in', 'during', 'by', 'until', 'since', 'over'].includes(tokens[index - 2]?.text ?? '') &&
    next !== 'water'
  )
}

/** "the first quarter of 2009", "third-quarter results", "Q3 2009", "the second half of 2008", "H1 2020". */
export const quarter: Rule = {
  id: 'quarter',
  opens: ['q', 'h', 'first', 'second', 'third', 'fourth', 'final', 'last', 'latter', '#'],
  find(tokens, index) {
    const token = tokens[index]!
    if (token.text === 'q' || token.text === 'h') return letterQuarter(tokens, index)
    const ordinal =
      ordinalAt(tokens, index) ??
      (['final', 'last', 'latter'].includes(token.text) ? { value: 0, length: 1 } : null)
    if (ordinal === null) return null
    let at = index + ordinal.length
    const hyphen = tokens[at]?.text === '-'
    if (hyphen) at++
    const unit = tokens[at]?.text
    if (unit !== 'quarter' && unit !== 'half') return null
    const inYear = unit === 'quarter' ? 4 : 2
    const part = ordinal.value === 0 ? inYear : ordinal.value
    if (part > inYear || (token.text === 'last' && unit === 'quarter')) return null
    const { to, year } = withYear(tokens, at + 1, false)
    if (year !== null) return [found(index, to, { type: 'calendar', value: partValue(unit, year, part) })]
    const ofYear =
      tokens[at + 1]?.text === 'of' &&
      ['the', 'this', 'that', 'last', 'next'].includes(tokens[at + 2]?.text ?? '') &&
      tokens.slice(at + 2, at + 5).some((t) => t.text === 'year')
    // "the first half" alone is a match's; "the first quarter" alone is a company's.
    if (!ofYear && (unit === 'half' || tokens[at + 1]?.text === 'of')) return null
    return [found(index, at + 1, yearless(unit, { part }))]
  },
}

function letterQuarter(tokens: readonly Token[], index: number) {
  const letter = tokens[index]!
  const number = tokens[index + 1]
  const unit = letter.text === 'q' ? 'quarter' : 'half'
  if (!letter.capital || !number?.glued || number.digits === null) return null
  if (number.digits < 1 || number.digits > (unit === 'quarter' ? 4 : 2)) return null
  const year = yearAt(tokens, index + 2)
  if (year !== null) {
    return [found(index, index + 3, { type: 'calendar', value: partValue(unit, year, number.digits) })]
  }
  return unit === 'quarter' ? [found(index, index + 2, yearless(unit, { part: number.digits }))] : null
}
