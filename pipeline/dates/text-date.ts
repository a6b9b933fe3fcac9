import { daysInMonth } from './calendar.ts'
import { edtfOf } from './edtf.ts'
import type { Found } from './found.ts'
import { bounds, type CalendarValue, dayValue, monthValue, yearValue } from './value.ts'

/** The text's date with how we know it. */
export interface TextDate {
  readonly value: CalendarValue
  /** Names it as an anchor: "published 2022-12-20". */
  readonly label: string
}

/**
 * The date that expressions like "last month" are reckoned from: the publication's; where its year is not told
 * (`XXXX-06-08`) the first such day on or after the newest date that the text states; where nothing is told, the
 * year of that newest date. Never the clock. Null where the text states no date at all.
 */
export function inferTextDate(published: string | null, finds: readonly Found[]): TextDate | null {
  const known = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(published ?? '')
  if (known !== null) {
    const value = calendar(Number(known[1]), Number(known[2] ?? 0), Number(known[3] ?? 0))
    if (value !== null) return { value, label: `published ${edtfOf(value)}` }
  }
  const newest = newestStated(finds)
  if (newest === null) return null
  const day = /^XXXX-(\d\d)(?:-(\d\d))?/.exec(published ?? '')
  if (day !== null) {
    const year = Number((newest.earliest ?? '').slice(0, 4))
    for (const candidate of [year, year + 1]) {
      const value = calendar(candidate, Number(day[1]), Number(day[2] ?? 0))
      if (value !== null && (bounds(value).latest ?? '') >= newest.earliest) {
        return {
          value,
          label: `published ${published}, its year taken from the newest date in the text, ${newest.edtf}`,
        }
      }
    }
  }
  const value = yearValue(Number(newest.earliest.slice(0, 4)))
  return { value, label: `the newest date in the text, ${newest.edtf}` }
}

function calendar(year: number, month: number, day: number): CalendarValue | null {
  if (year === 0 || month > 12) return null
  if (month === 0) return yearValue(year)
  if (day === 0) return monthValue(year, month)
  return day <= daysInMonth(year, month) ? dayValue({ year, month, day }) : null
}

/** Among what is stated to the day, month or year; a decade or century says too little. */
function newestStated(finds: readonly Found[]): { earliest: string; edtf: string } | null {
  let newest: { earliest: string; edtf: string } | null = null
  for (const { reading } of finds) {
    if (reading.type !== 'calendar' || reading.value.unit === 'decade' || reading.value.unit === 'century')
      continue
    const { earliest } = bounds(reading.value)
    if (earliest !== null && (newest === null || earliest > newest.earliest)) {
      newest = { earliest, edtf: edtfOf(reading.value) }
    }
  }
  return newest
}
