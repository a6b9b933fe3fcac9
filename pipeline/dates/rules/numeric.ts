import { daysInMonth } from '../calendar.ts'
import { found, type Rule } from '../found.ts'
import type { Token } from '../tokens.ts'
import { dayValue } from '../value.ts'

/**
 * `2007-07-08`, `2007/07/08`, `08.07.2007`. Of `7/8/2007` nobody can tell month from day: it is left alone,
 * unless one of the two is above twelve. Left alone as well: phone numbers ("555-2007-08").
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
    if (parts === null || parts.month < 1 || parts.month > 12) return null
    if (parts.day < 1 || parts.day > daysInMonth(parts.year, parts.month)) return null
    return [found(index, index + 5, { type: 'calendar', value: dayValue(parts) })]
  },
}

function order(tokens: readonly Token[], index: number, mark: string) {
  const [a, b, c] = [tokens[index]!, tokens[index + 2]!, tokens[index + 4]!]
  const long = (token: Token) => token.end - token.start === 4
  if (long(a)) return { year: a.digits!, month: b.digits!, day: c.digits! }
  if (!long(c)) return null
  if (mark === '.' || a.digits! > 12) return { year: c.digits!, month: b.digits!, day: a.digits! }
  if (b.digits! > 12) return { year: c.digits!, month: a.digits!, day: b.digits! }
  return a.digits === b.digits ? { year: c.digits!, month: a.digits!, day: b.digits! } : null
}

function partOfNumber(neighbour: Token | undefined, token: Token | null): boolean {
  if (neighbour === undefined || !(token ?? neighbour).glued) return false
  return '-/'.includes(neighbour.text) || neighbour.kind === 'number'
}
