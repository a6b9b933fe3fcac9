import type { IsoDate, TimeExpression, TimePeriod } from '../model/time.ts'
import type { Found } from './found.ts'
import type { Token } from './tokens.ts'

/** A time expression with the tokens that it covers. */
export interface Placed {
  readonly found: Found
  readonly time: TimeExpression
}

const DASHES = new Set(['-', '–', '—'])
const TO = new Set(['to', 'until', 'till', 'through', 'and'])
const OPEN_START = new Set(['by', 'before', 'until', 'till', 'through'])
const ONWARD = new Set(['on', 'onward', 'onwards', 'forward'])
const OPEN_END = new Set(['since', 'after'])

/**
 * Adds the periods that the words around make of dates: both ends of "between 2002 and 2010", "1926-1928" and
 * "March 19 to April 30"; and open ones, "since 2014", "until 1997", "by early May". Not: "2015 and 2019" (two dates).
 */
export function addPeriods(placed: readonly Placed[], tokens: readonly Token[]): readonly TimeExpression[] {
  const times = placed.map(({ time }) => time)
  for (let i = 0; i < placed.length; i++) {
    const { found, time } = placed[i]!
    if (time.edtf === null) continue
    const before = tokens[found.from - 1]
    const next = placed[i + 1]
    const closed = next && next.time.edtf !== null ? range(found, next.found, before, tokens) : null
    if (next && closed !== null) {
      const start = closed.withOpener ? before!.start : time.start
      const period = interval(start, next.time.end, time, next.time)
      if (period !== null) {
        times[i] = { ...time, period }
        times[i + 1] = { ...next.time, period }
        i++
        continue
      }
    }
    const word = before?.text ?? ''
    if (OPEN_END.has(word) || (word === 'from' && ONWARD.has(tokens[found.to]?.text ?? ''))) {
      times[i] = withPeriod(time, interval(before!.start, time.end, time, null))
    } else if (OPEN_START.has(word)) {
      times[i] = withPeriod(time, interval(before!.start, time.end, null, time))
    }
  }
  return times
}

function withPeriod(time: TimeExpression, period: TimePeriod | null): TimeExpression {
  return period === null ? time : { ...time, period }
}

/** Whether two neighbouring dates are the ends of one range, and whether "from" or "between" opens it. */
function range(
  left: Found,
  right: Found,
  before: Token | undefined,
  tokens: readonly Token[],
): { withOpener: boolean } | null {
  if (right.from - left.to !== 1) return null
  const joint = tokens[left.to]!.text
  const opener = before?.text ?? ''
  if (DASHES.has(joint)) return { withOpener: false }
  if (!TO.has(joint)) return null
  if (joint === 'and') return opener === 'between' ? { withOpener: true } : null
  return { withOpener: opener === 'from' }
}

/** From the first day of `from` to the last of `to`; null where they run backwards, or an end is no day. */
function interval(
  start: number,
  end: number,
  from: TimeExpression | null,
  to: TimeExpression | null,
): TimePeriod | null {
  const earliest = from?.earliest ?? null
  const latest = to?.latest ?? null
  if (earliest !== null && latest !== null && earliest > latest) return null
  const first = from === null ? '..' : endpoint(from, earliest)
  const last = to === null ? '..' : endpoint(to, latest)
  return first === null || last === null ? null : { start, end, edtf: `${first}/${last}`, earliest, latest }
}

const DATE = /^-?\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?/

/** An end of an interval: a day, month or year as it is, the outer day of a season, decade or week. */
function endpoint({ edtf }: TimeExpression, outer: IsoDate | null): string | null {
  const date = DATE.exec(edtf ?? '')?.[0]
  const rest = edtf?.slice(date?.length ?? 0) ?? ''
  return date !== undefined && (rest === '' || rest === '~' || rest.startsWith('T')) ? date : outer
}
