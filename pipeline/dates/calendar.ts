import type { IsoDate } from '../model/time.ts'

/** A day of the proleptic Gregorian calendar; `year` is astronomical: 0 is 1 BC, -479 is 480 BC. */
export interface Day {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : LENGTHS[month - 1]!
}

/** Days since 1970-01-01. After Howard Hinnant's `days_from_civil`: no Date, so no clock and no time zone. */
export function dayNumber({ year, month, day }: Day): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  )
}

/** The inverse of `dayNumber`. */
export function dayOf(number: number): Day {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const e = z - era * 146097
  const yearOfEra = Math.floor(
    (e - Math.floor(e / 1460) + Math.floor(e / 36524) - Math.floor(e / 146096)) / 365,
  )
  const dayOfYear = e - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  }
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7
}

export function addDays(day: Day, count: number): Day {
  return dayOf(dayNumber(day) + count)
}

/** The same day of another month; the month's last day where it has no such day. */
export function addMonths({ year, month, day }: Day, count: number): Day {
  const months = year * 12 + month - 1 + count
  const y = Math.floor(months / 12)
  const m = months - y * 12 + 1
  return { year: y, month: m, day: Math.min(day, daysInMonth(y, m)) }
}

/** `YYYY-MM-DD`; null outside the years 0001 to 9999, which an IsoDate cannot hold. */
export function isoDate({ year, month, day }: Day): IsoDate | null {
  if (year < 1 || year > 9999) return null
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

export function two(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}
