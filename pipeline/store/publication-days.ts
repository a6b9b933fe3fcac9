/** First and last day, `YYYY-MM-DD`; null where open or unknown. */
export interface Days {
  readonly earliest: string | null
  readonly latest: string | null
}

const UNKNOWN: Days = { earliest: null, latest: null }

/**
 * The days that a publication date allows. `2022-06-08` is one day, `2022-06` a month, `202X` a decade, `2021/2022`
 * two years; `XXXX-06-08`, which has no year, and anything else give no day. EDTF as far as metadata uses it
 * (https://www.loc.gov/standards/datetime/); the marks of doubt `?`, `~` and `%` do not move the bounds.
 */
export function publicationDays(edtf: string | null): Days {
  if (edtf === null) return UNKNOWN
  const [first = '', last = first, ...more] = edtf.replace(/[?~%]/g, '').split('/')
  if (more.length > 0) return UNKNOWN
  return { earliest: bounds(first).earliest, latest: bounds(last).latest }
}

function bounds(date: string): Days {
  const match = /^(\d[\dX]{3})(?:-([\dX]{2})(?:-([\dX]{2}))?)?$/.exec(date)
  if (!match) return UNKNOWN
  const [, year = '', month = 'XX', day = 'XX'] = match
  const firstYear = year.replaceAll('X', '0')
  const lastYear = year.replaceAll('X', '9')
  if (firstYear === '0000') return UNKNOWN
  const firstMonth = month.includes('X') ? '01' : month
  const lastMonth = month.includes('X') ? '12' : month
  if (firstMonth < '01' || lastMonth > '12') return UNKNOWN
  const lastOfMonth = daysIn(Number(lastYear), Number(lastMonth))
  const firstDay = day.includes('X') ? '01' : day
  const lastDay = day.includes('X') ? lastOfMonth : day
  if (firstDay < '01' || lastDay > lastOfMonth) return UNKNOWN
  return { earliest: `${firstYear}-${firstMonth}-${firstDay}`, latest: `${lastYear}-${lastMonth}-${lastDay}` }
}

/** Two digits. The Gregorian calendar, also before it was. */
function daysIn(year: number, month: number): string {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? '29' : '28'
  return [4, 6, 9, 11].includes(month) ? '30' : '31'
}
