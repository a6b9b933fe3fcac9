import { daysInMonth } from '../calendar.ts'
import { type Found, found, type Reading, type Rule, yearless } from '../found.ts'
import type { Token } from '../tokens.ts'
import { dayValue } from '../value.ts'
import { beforeChristAt, dayAt, MONTHS, SHORT_MONTHS, WEEKDAYS, yearAt } from '../vocabulary.ts'

/**
 * Days by the name of their month: "4 March 2019", "4th of March", "March 4, 2019", "Tuesday, March 4", and lists
 * and ranges of days under one month, each a date of its own: "4-19 May 2000", "May 4 and 19". Left alone: "March 45",
 * "31 April", "March 4,000 miles", "May 5 people" is a day all the same.
 */
export const dayOfMonth: Rule = {
  id: 'day-of-month',
  opens: ['#', ...MONTHS.keys(), ...SHORT_MONTHS.keys(), ...WEEKDAYS.keys()],
  find(tokens, index) {
    const weekday = WEEKDAYS.has(tokens[index]!.text) ? 1 : 0
    const at = index + weekday + (weekday && tokens[index + 1]?.text === ',' ? 1 : 0)
    const start = weekday && tokens[at]?.text === 'the' ? at + 1 : at
    const dates = dayFirst(tokens, start) ?? monthFirst(tokens, at)
    if (dates === null) return null
    if (weekday === 0) return dates
    return [onWeekday({ ...dates[0]!, from: index }, WEEKDAYS.get(tokens[index]!.text)!), ...dates.slice(1)]
  },
}

function onWeekday(date: Found, weekday: number): Found {
  return date.reading.type === 'yearless' ? { ...date, reading: { ...date.reading, weekday } } : date
}

/** "4 March 2019", "4 and 5 March", "4th-6th of March". */
function dayFirst(tokens: readonly Token[], index: number): Found[] | null {
  const previous = tokens[index - 1]
  if (previous && tokens[index]?.glued && (previous.kind !== 'mark' || '.,/$€£'.includes(previous.text)))
    return null
  const days: { from: number; to: number; day: number }[] = []
  let at = index
  while (days.length < 6) {
    const day = dayAt(tokens, at)
    if (day === null) return null
    days.push({ from: at, to: at + day.length, day: day.value })
    at += day.length
    const next = joint(tokens, at)
    if (next === 0) break
    at += next
  }
  if (tokens[at]?.text === 'of') at++
  const month = monthAt(tokens, at)
  if (month === null) return null
  const end = withYear(tokens, at + month.length, false)
  const dates: Found[] = []
  for (const [i, { from, to, day }] of days.entries()) {
    const reading = dayReading(month.value, day, end.year)
    if (reading === null) return null
    dates.push(found(from, i === days.length - 1 ? end.to : to, reading))
  }
  return dates
}

/** "March 4, 2019", "March 4", "Mar. 4th", "March 4-19, 2000". */
function monthFirst(tokens: readonly Token[], index: number): Found[] | null {
  const month = monthAt(tokens, index)
  if (month === null || tokens[index]?.capital === false) return null
  const the = tokens[index + month.length]?.text === 'the' ? 1 : 0
  let at = index + month.length + the
  const days: { from: number; to: number; day: number }[] = []
  for (let from = index; days.length < 6; ) {
    const day = dayAt(tokens, at)
    if (day === null || isCount(tokens, at + day.length)) break
    days.push({ from, to: at + day.length, day: day.value })
    at += day.length
    const next = joint(tokens, at)
    if (next === 0 || monthAt(tokens, at + next + (dayAt(tokens, at + next)?.length ?? 1))) break
    from = at + next
    at += next
  }
  const last = days.at(-1)
  if (last === undefined) return null
  const end = withYear(tokens, last.to, true)
  const dates: Found[] = []
  for (const [i, { from, to, day }] of days.entries()) {
    const reading = dayReading(month.value, day, end.year)
    if (reading === null) return null
    dates.push(found(from, i === days.length - 1 ? end.to : to, reading))
  }
  return dates
}

function dayReading(month: number, day: number, year: number | null): Reading | null {
  if (day > daysInMonth(year ?? 2000, month)) return null
  return year === null
    ? yearless('day', { month, day })
    : { type: 'calendar', value: dayValue({ year, month, day }) }
}

/** "12:30", "5%", "7-6", "3 million": the number is no day. */
function isCount(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index]
  if (next === undefined) return false
  if (next.glued && '%:°'.includes(next.text) && tokens[index + 1]?.glued === true) return true
  return ['%', 'percent', 'million', 'billion', 'thousand'].includes(next.text)
}

function monthAt(
  tokens: readonly Token[],
  index: number,
): { readonly value: number; readonly length: number } | null {
  const token = tokens[index]
  if (token === undefined || !token.capital) return null
  const full = MONTHS.get(token.text)
  if (full !== undefined) return { value: full, length: 1 }
  const short = SHORT_MONTHS.get(token.text)
  if (short === undefined) return null
  const stop = tokens[index + 1]
  return { value: short, length: stop?.text === '.' && stop.glued ? 2 : 1 }
}

/** "and", "or", "to", ",", "-" between two days. */
function joint(tokens: readonly Token[], index: number): number {
  const text = tokens[index]?.text ?? ''
  const isJoint = ['and', 'or', 'to', '-', '–', '—', '&', '/', ','].includes(text)
  if (!isJoint || dayAt(tokens, index + 1) === null) return 0
  return 1
}

/** The year behind a day or month, with its comma or "of" ("February of 1940"), astronomical; null if there is none. */
export function withYear(
  tokens: readonly Token[],
  index: number,
  comma: boolean,
): { readonly to: number; readonly year: number | null } {
  const skip = (comma || tokens[index + 1]?.glued === false) && tokens[index]?.text === ',' ? 1 : 0
  const at = index + (skip || (tokens[index]?.text === 'of' ? 1 : 0))
  const number = tokens[at]?.digits ?? null
  if (number !== null && number > 0) {
    const bc = beforeChristAt(tokens, at + 1)
    if (bc > 0) return { to: at + 1 + bc, year: 1 - number }
  }
  const year = yearAt(tokens, at)
  if (year === null || (tokens[at + 1]?.glued && tokens[at + 1]?.text === 's'))
    return { to: index, year: null }
  return { to: at + 1, year }
}
