import { UserError } from '../model/errors.ts'
import { parseDate } from '../read/infer/date.ts'
import { publicationDays } from '../store/publication-days.ts'

/** What a person types as a date, as EDTF: "3 May 2010" is `2010-05-03`, "2010/2012" and "2010/.." stay. */
export function edtfOf(typed: string, where: string): string {
  const ends = typed.split('/').map((end) => end.trim())
  const parsed = ends.map((end) => (end === '..' && ends.length === 2 ? end : parseDate(end)))
  const edtf = parsed.join('/')
  const { earliest, latest } = publicationDays(edtf)
  if (
    parsed.includes(null) ||
    ends.length > 2 ||
    (earliest === null && latest === null) ||
    outOfOrder(edtf)
  ) {
    throw new UserError(`"${typed}" is no date that we understand.`, {
      where,
      remedy: 'Write it as 2025-06-08, 2025-06, 2025, or 2024/2025 for a stretch.',
    })
  }
  return edtf
}

function outOfOrder(edtf: string): boolean {
  const { earliest, latest } = publicationDays(edtf)
  return earliest !== null && latest !== null && latest < earliest
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** As a sentence has it: "on 3 May 2010", "in May 2010", "in 2010", "from 2010 to 2012", "since 2010". */
export function dateInWords(edtf: string): string {
  const [from = '', to] = edtf.split('/')
  if (to === undefined) return `${isDay(from) ? 'on' : 'in'} ${spoken(from)}`
  if (to === '..') return `since ${spoken(from)}`
  if (from === '..') return `until ${spoken(to)}`
  return `from ${spoken(from)} to ${spoken(to)}`
}

function isDay(edtf: string): boolean {
  return /^\d{4}-\d\d-\d\d/.test(edtf)
}

function spoken(edtf: string): string {
  const [, year = edtf, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(edtf) ?? []
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ')
}
