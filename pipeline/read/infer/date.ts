const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?`
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?'
/** What may stand behind a day: a time of day with its zone ("at 10:15 AM GMT", "T10:15:00Z"). */
const CLOCK =
  '(?:(?:,|\\s+at|\\s*[|·•–-])?[T\\s]*\\d{1,2}[:.]\\d{2}(?::\\d{2}(?:\\.\\d+)?)?\\s*(?:[ap]\\.?m\\.?)?\\s*(?:\\(?[A-Za-z]{1,5}\\)?|[+-]\\d{2}:?\\d{2})?)?'

const PATTERNS: readonly (readonly [RegExp, (match: RegExpExecArray) => string | null])[] = [
  [whole(`(\\d{4}|\\d{3}X|\\d{2}XX|XXXX)(?:-(\\d\\d|XX)(?:-(\\d\\d|XX))?)?([~?%]?)`, ''), iso],
  [whole(`(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})`), (m) => day(m[1], Number(m[2]), m[3])],
  [
    whole(`${WEEKDAY}${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?`),
    (m) => day(m[3], month(m[1]!), m[2]),
  ],
  [
    whole(`${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}(?:,?\\s+(\\d{4}))?`),
    (m) => day(m[3], month(m[2]!), m[1]),
  ],
  [whole(`${MONTH},?\\s+(\\d{4})`, ''), (m) => `${m[2]}-${pad(month(m[1]!))}`],
  [whole(`(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4})`), dayFirstOrMonthFirst],
]

/**
 * A text that is nothing but a date, as EDTF; null for anything else. A missing year has unspecified digits, and
 * nothing else is filled in.
 *
 * "Jun 8" is `XXXX-06-08`, "Tuesday, 20 December 2022, 10:15 AM" is `2022-12-20`, "May 2023" is `2023-05`;
 * "08/06/2023" is `2023`, for it may be June or August; "8 June was a Sunday" is null.
 */
export function parseDate(text: string): string | null {
  if (text.length > 80) return null
  for (const [pattern, toEdtf] of PATTERNS) {
    const match = pattern.exec(text.trim())
    if (match) return toEdtf(match)
  }
  return null
}

function whole(pattern: string, tail = CLOCK): RegExp {
  return new RegExp(`^${pattern}${tail}$`, 'i')
}

function iso(match: RegExpExecArray): string | null {
  const [, year, monthDigits, dayDigits, qualifier] = match
  if (
    monthDigits &&
    monthDigits.toUpperCase() !== 'XX' &&
    !(Number(monthDigits) >= 1 && Number(monthDigits) <= 12)
  )
    return null
  if (
    dayDigits &&
    /^\d\d$/.test(dayDigits) &&
    /^\d\d$/.test(monthDigits!) &&
    day(year, Number(monthDigits), dayDigits) === null
  )
    return null
  return [year, monthDigits, dayDigits].filter(Boolean).join('-').toUpperCase() + qualifier
}

/** Which of the two is the day can be told where one is above 12 or both are the same; otherwise the year is all we know. */
function dayFirstOrMonthFirst([, first, second, year]: RegExpExecArray): string | null {
  const dayFirst = day(year, Number(second), first)
  const monthFirst = day(year, Number(first), second)
  return dayFirst && monthFirst && dayFirst !== monthFirst ? year! : (dayFirst ?? monthFirst)
}

function month(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function day(year: string | undefined, monthNumber: number, dayDigits: string | undefined): string | null {
  const dayNumber = Number(dayDigits)
  const longest = monthNumber === 2 ? 29 : [4, 6, 9, 11].includes(monthNumber) ? 30 : 31
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > longest) return null
  return `${year ?? 'XXXX'}-${pad(monthNumber)}-${pad(dayNumber)}`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
