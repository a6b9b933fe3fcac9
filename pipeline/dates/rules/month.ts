import { found, type Rule, yearless } from '../found.ts'
import type { Token } from '../tokens.ts'
import { monthValue } from '../value.ts'
import { AMBIGUOUS_MONTHS, MONTHS, SEASONS, SHORT_MONTHS } from '../vocabulary.ts'
import { withYear } from './day-of-month.ts'

/**
 * "March 2019", "February of 1940", "in April", "January". Left alone: "April Smith said", "they may leave",
 * "the Long March", "Jan told us".
 */
export const month: Rule = {
  id: 'month',
  opens: [...MONTHS.keys(), ...SHORT_MONTHS.keys()],
  find(tokens, index) {
    const token = tokens[index]!
    if (!token.capital) return null
    const full = MONTHS.get(token.text)
    const number = full ?? SHORT_MONTHS.get(token.text)!
    const stop = full === undefined && tokens[index + 1]?.text === '.' ? 1 : 0
    const { to, year } = withYear(tokens, index + 1 + stop, true)
    if (year !== null) return [found(index, to, { type: 'calendar', value: monthValue(year, number) })]
    if (full === undefined || (AMBIGUOUS_MONTHS.has(token.text) && !looksLikeMonth(tokens, index)))
      return null
    return [found(index, index + 1, yearless('month', { month: number }))]
  },
}

const STRONG = new Set(
  'in by since until till during early late mid last next this throughout following previous each every'.split(
    ' ',
  ),
)
const WEAK = new Set('from to of before after and or through between - – ( of'.split(' '))

function looksLikeMonth(tokens: readonly Token[], index: number): boolean {
  const previous = tokens[index - 1]
  const next = tokens[index + 1]
  if (previous === undefined) return next?.text === 'and' || next?.text === 'to'
  if (STRONG.has(previous.text)) return true
  const nameFollows = next?.capital === true && !next.glued
  if (WEAK.has(previous.text)) {
    if (nameFollows) return false
    return tokens[index]!.text !== 'march' || previous.text !== 'of' || tokens[index - 2]?.capital !== true
  }
  return !nameFollows && (MONTHS.has(next?.text ?? '') || SEASONS.has(previous.text))
}
