import { two } from './calendar.ts'
import { type CalendarValue, dayValue, firstDay, lastDay } from './value.ts'

/** EDTF's codes: spring is 21, the first quarter 33, the first half 40. */
const PART_CODE = { season: 20, quarter: 32, half: 39 } as const

/** ISO 8601-2: level 1, and level 2 for quarters and halves. "early May" has May's value; its bounds are narrower. */
export function edtfOf(value: CalendarValue): string {
  const { unit, year, month, day } = value
  const about = value.approximate ? '~' : ''
  switch (unit) {
    case 'day':
      return `${edtfYear(year)}-${two(month)}-${two(day)}${about}`
    case 'week':
    case 'weekend':
      return `${edtfOf(dayValue(firstDay(value)))}${about}/${edtfOf(dayValue(lastDay(value)))}${about}`
    case 'month':
      return `${edtfYear(year)}-${two(month)}${about}`
    case 'season':
    case 'quarter':
    case 'half':
      return `${edtfYear(year)}-${PART_CODE[unit] + value.part}`
    case 'year':
      return `${edtfYear(year)}${about}`
    case 'decade':
      if (value.bc) return `${edtfYear(year)}${about}/${edtfYear(year + 9)}${about}`
      return `${edtfYear(year).slice(0, 3)}X${about}`
    case 'century':
      if (value.bc) return `${edtfYear(year)}${about}/${edtfYear(year + 99)}${about}`
      return `${edtfYear(year).slice(0, 2)}XX${about}`
  }
}

function edtfYear(year: number): string {
  return (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0')
}
