import type { IsoDate } from '../model/time.ts'
import {
  addDays,
  addMonths,
  type Day,
  dayNumber,
  dayOf,
  daysInMonth,
  isoDate,
  weekdayOf,
} from './calendar.ts'

/** What a calendar value counts in. A weekend is its Saturday and Sunday. */
export type Unit =
  | 'day'
  | 'weekend'
  | 'week'
  | 'month'
  | 'season'
  | 'quarter'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'

/** "early May", "mid-1990s", "the end of the year": a part of a unit, taken as wide as careful readers would. */
export type Portion = 'early' | 'middle' | 'late'

/** A place on the calendar, of one unit's width. */
export interface CalendarValue {
  readonly unit: Unit
  /** Astronomical: 0 is 1 BC. For decades and centuries the first year: 1990, 1900. */
  readonly year: number
  /** 1 to 12 for days, weeks (of their Monday), weekends (of their Saturday), and months; else 1. */
  readonly month: number
  readonly day: number
  /** Number of the season (1 spring to 4 winter), quarter or half in its year; else 1. */
  readonly part: number
  readonly portion: Portion | null
  /** "about 1910". */
  readonly approximate: boolean
  /** Counted before Christ: decades and centuries run backwards there. */
  readonly bc: boolean
}

const PLAIN = { month: 1, day: 1, part: 1, portion: null, approximate: false, bc: false } as const

export function dayValue({ year, month, day }: Day): CalendarValue {
  return { ...PLAIN, unit: 'day', year, month, day }
}

export function monthValue(year: number, month: number): CalendarValue {
  return { ...PLAIN, unit: 'month', year, month }
}

export function yearValue(year: number): CalendarValue {
  return { ...PLAIN, unit: 'year', year }
}

/** A season, quarter or half of a year. */
export function partValue(unit: 'season' | 'quarter' | 'half', year: number, part: number): CalendarValue {
  return { ...PLAIN, unit, year, part }
}

/** `year` is the first of the decade or century: 1990, 1900; before Christ the astronomical one, counted up. */
export function spanValue(unit: 'decade' | 'century', year: number, bc = false): CalendarValue {
  return { ...PLAIN, unit, year, bc }
}

function weekValue(unit: 'week' | 'weekend', first: Day): CalendarValue {
  return { ...PLAIN, unit, ...first }
}

const MONTHS_OF = { quarter: 3, half: 6 } as const

/** First day of the unit, portions and approximation aside. A winter may be the one before or after New Year. */
export function firstDay(value: CalendarValue): Day {
  const { unit, year, month, day, part } = value
  switch (unit) {
    case 'day':
    case 'week':
    case 'weekend':
      return { year, month, day }
    case 'month':
      return { year, month, day: 1 }
    case 'quarter':
    case 'half':
      return { year, month: (part - 1) * MONTHS_OF[unit] + 1, day: 1 }
    case 'season':
      return part === 4 ? { year: year - 1, month: 12, day: 1 } : { year, month: part * 3, day: 1 }
    default:
      return { year, month: 1, day: 1 }
  }
}

/** Last day of the unit, portions and approximation aside. */
export function lastDay(value: CalendarValue): Day {
  const { unit, year, month, part } = value
  switch (unit) {
    case 'day':
      return firstDay(value)
    case 'week':
      return addDays(firstDay(value), 6)
    case 'weekend':
      return addDays(firstDay(value), 1)
    case 'month':
      return { year, month, day: daysInMonth(year, month) }
    case 'quarter':
    case 'half': {
      const last = part * MONTHS_OF[unit]
      return { year, month: last, day: daysInMonth(year, last) }
    }
    case 'season': {
      // Spring to September's equinox week: astronomers and almanacs differ by three weeks, both are allowed.
      if (part === 4) return { year: year + 1, month: 3, day: 21 }
      return { year, month: part * 3 + 3, day: part === 3 ? 21 : 22 }
    }
    case 'year':
      return { year, month: 12, day: 31 }
    case 'decade':
      return { year: year + 9, month: 12, day: 31 }
    case 'century':
      return { year: year + 99, month: 12, day: 31 }
  }
}

/** The days that the value allows: a half of it for "early" and "late", a unit more on both sides for "about". */
export function bounds(value: CalendarValue): { earliest: IsoDate | null; latest: IsoDate | null } {
  let first = dayNumber(firstDay(value))
  let last = dayNumber(lastDay(value))
  const length = last - first + 1
  if (value.portion === 'early') last = first + Math.ceil(length / 2) - 1
  else if (value.portion === 'late') first += Math.floor(length / 2)
  else if (value.portion === 'middle') {
    const quarter = Math.floor(length / 4)
    first += quarter
    last -= quarter
  }
  if (value.approximate) {
    first -= length
    last += length
  }
  return { earliest: isoDate(dayOf(first)), latest: isoDate(dayOf(last)) }
}

/** The unit that holds the value: the year of a month, the month of a day; the value itself where it is no finer. */
export function widen(value: CalendarValue, unit: Unit): CalendarValue {
  const first = firstDay({ ...value, portion: null })
  // A winter's first day is of the year before, its number is not.
  const year = value.unit === 'season' ? value.year : first.year
  switch (unit) {
    case 'day':
      return value
    case 'week':
      return value.unit === 'day' ? weekValue('week', addDays(first, -weekdayOf(first))) : value
    case 'weekend':
      return weekValue('weekend', addDays(first, 5 - weekdayOf(first)))
    case 'month':
      return fineness(value.unit) <= 2 ? monthValue(year, first.month) : value
    case 'season':
      return partValue('season', year, SEASON_OF_MONTH[first.month - 1]!)
    case 'quarter':
      return fineness(value.unit) <= 4 ? partValue('quarter', year, Math.ceil(first.month / 3)) : value
    case 'half':
      return fineness(value.unit) <= 5 ? partValue('half', year, Math.ceil(first.month / 6)) : value
    case 'year':
      return fineness(value.unit) <= 6 ? { ...yearValue(year), bc: value.bc } : value
    case 'decade':
      return fineness(value.unit) <= 7 ? spanValue('decade', Math.floor(year / 10) * 10, year < 0) : value
    case 'century':
      return spanValue('century', Math.floor(year / 100) * 100, year < 0)
  }
}

const SEASON_OF_MONTH = [4, 4, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4]
const ORDER: readonly Unit[] = [
  'day',
  'week',
  'month',
  'season',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
]

/** 0 for days, rising with the unit's width. */
export function fineness(unit: Unit): number {
  return unit === 'weekend' ? 1 : ORDER.indexOf(unit)
}

/**
 * The value moved by so many units and told in that unit: 1941-12-07 and two days is 1941-12-09, and a year later
 * is 1942. Null where the value is too coarse to move so little: the day after "1941" is no day, nor is that day.
 */
export function shift(value: CalendarValue, unit: Unit, count: number): CalendarValue | null {
  if (fineness(value.unit) > fineness(unit)) return null
  const wide = widen(value, unit)
  const first = firstDay(wide)
  switch (unit) {
    case 'day':
      return dayValue(addDays(first, count))
    case 'week':
    case 'weekend':
      return weekValue(unit, addDays(first, 7 * count))
    case 'month': {
      const { year, month } = addMonths({ ...first, day: 1 }, count)
      return monthValue(year, month)
    }
    case 'season':
    case 'quarter':
    case 'half': {
      const inYear = unit === 'half' ? 2 : 4
      const parts = wide.year * inYear + wide.part - 1 + count
      const year = Math.floor(parts / inYear)
      return partValue(unit, year, parts - year * inYear + 1)
    }
    case 'year':
      return yearValue(wide.year + count)
    case 'decade':
      return spanValue('decade', wide.year + 10 * count, wide.bc)
    case 'century':
      return spanValue('century', wide.year + 100 * count, wide.bc)
  }
}
