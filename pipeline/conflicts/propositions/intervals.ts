/** First and last day; null where open. */
export interface Interval {
  readonly earliest: string | null
  readonly latest: string | null
}

/** True where both are bounded and no day lies in both. An open bound never makes two intervals apart. */
export function apart(a: Interval, b: Interval): boolean {
  return endsBefore(a, b) || endsBefore(b, a)
}

/** True where the last day of `a` is known and lies before the first day of `b`. */
function endsBefore(a: Interval, b: Interval): boolean {
  return a.latest !== null && b.earliest !== null && a.latest < b.earliest
}

/** Days from the end of the earlier to the beginning of the later; 0 where they touch or a bound is open. */
export function daysBetween(a: Interval, b: Interval): number {
  const [first, second] = endsBefore(a, b) ? [a, b] : [b, a]
  if (!apart(a, b) || first.latest === null || second.earliest === null) return 0
  return Math.round((dayNumber(second.earliest) - dayNumber(first.latest)) / 86_400_000)
}

/** Length in days, for telling which of two dates is the more exact; infinite where open. */
export function lengthInDays(interval: Interval): number {
  if (interval.earliest === null || interval.latest === null) return Number.POSITIVE_INFINITY
  return Math.round((dayNumber(interval.latest) - dayNumber(interval.earliest)) / 86_400_000) + 1
}

/** Milliseconds of a `YYYY-MM-DD` day in UTC. */
function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}
