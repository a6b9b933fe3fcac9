import { type Day, daysInMonth } from '../calendar.ts'
import { found, type Rule } from '../found.ts'
import type { Token } from '../tokens.ts'
import { dayValue, yearValue } from '../value.ts'

/**
 * `2007-07-08`, `2007/07/08`, `08.07.2007`. Of `7/8/2007` nobody can tell month from day: only its year is taken,
 * unless one of the two is above twelve. Left alone: phone numbers ("555-2007-08").
 */
export const numeric: Rule = {
  id: 'numeric',
  opens: ['#'],
  find(tokens, index) {
    const [a, mark, b, mark2, c] = tokens.slice(index, index + 5)
    if (c === undefined || mark?.text !== mark2?.text || !'-/.'.includes(mark!.text)) return null
    if (!(mark!.glued && b!.glued && mark2!.glued && c.glued)) return null
    if (a!.digits === null || b!.digits === null || c.digits === null) return null
    if (partOfNumber(tokens[index - 1], a!) || partOfNumber(tokens[index + 5], null)) return null
    const parts = order(tokens, index, mark!.text)
    if (parts === null || !isDay(parts)) return null
    const isSure = mark!.text !== '/' || a!.digits > 12 || b!.digits > 12 || a!.digits === b!.digits
    const value = isSure ? dayValue(parts) : yearValue(parts.year)
    return [found(index, index + 5, { type: 'calendar', value })]
  },
}

function order(tokens: readonly Token[], index: number, mark: string) {
  const [a, b, c] = [tokens[index]!, tokens[index + 2]!, tokens[index + 4]!]
  const long = (token: Token) => token.end - token.start === 4
  if (long(a)) return { year: a.digits!, month: b.digits!, day: c.digits! }
  if (!long(c)) return null
  if (mark === '.' || a.digits! > 12) return { year: c.digits!, month: b.digits!, day: a.digits! }
  return { year: c.digits!, month: a.digits!, day: b.digits! }
}

function isDay({ year, month, day }: Day): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

function partOfNumber(neighbour: Token | undefined, token: Token | null): boolean {
  if (neighbour === undefined || !(token ?? neighbour).glued) return false
  return '-/'.includes(neighbour.text) || neighbour.kind === 'number'
}
