import type { HistoryEntry, QueueItem } from '../api.ts'

type Strength = QueueItem['strength']
type Status = QueueItem['status']
type Reason = NonNullable<HistoryEntry['reason']>

export const STRENGTH_WORDS: Readonly<Record<Strength, string>> = {
  contradiction: 'Contradiction',
  tension: 'Tension',
  detail: 'Detail',
}

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  open: 'Open',
  decided: 'Decided',
  'new evidence': 'New evidence since',
}

/** Why there is no conflict, in the order of the keys that choose it. */
export const REASON_WORDS: readonly (readonly [Reason, string])[] = [
  ['different-thing', 'different things'],
  ['different-time', 'different times'],
  ['extraction-error', 'misread by the tool'],
  ['part-whole', 'one is part of the other'],
]

export const OUTCOME_WORDS = { passed: 'passed', assumed: 'assumed', unknown: 'not known' } as const

/** "1 source", "3 sources", "2 entries". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : plural}`
}

/** The beginning of a text, for where there is no room for all of it. */
export function excerpt(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest).trimEnd()} …`
}

/** 12,345 */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/**
 * An EDTF date in plain words: `2026-03-09` "9 March 2026", `1996~` "about 1996", `2014/..` "since 2014". What it does
 * not know, such as a season, stays as it is written.
 */
export function dateWords(edtf: string): string {
  const interval = /^([^/]*)\/([^/]*)$/.exec(edtf)
  if (interval) {
    const [, from, to] = interval
    if (to === '..' || to === '') return `since ${dateWords(from!)}`
    if (from === '..' || from === '') return `until ${dateWords(to!)}`
    return `${dateWords(from!)} to ${dateWords(to!)}`
  }
  const parts = /^(\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?([~?%]?)$/.exec(edtf)
  if (!parts) return edtf
  const [, year, month, day, unsure] = parts
  const name = month && month !== 'XX' ? MONTHS[Number(month) - 1] : null
  if (name === undefined) return edtf
  const shown = [day && day !== 'XX' ? Number(day) : null, name, yearWords(year!)].filter(Boolean).join(' ')
  return `${unsure === '~' || unsure === '%' ? 'about ' : ''}${shown}${unsure === '?' ? ' (uncertain)' : ''}`
}

/** Two days of EDTF as one stretch: "9 – 17 March 2026", "28 February – 3 March 2026"; one day where they are the same. */
export function rangeWords(first: string, last: string): string {
  if (first === last) return dateWords(first)
  const from = dateWords(first).split(' ')
  const to = dateWords(last).split(' ')
  let same = 0
  while (same < from.length - 1 && from.at(-1 - same) === to.at(-1 - same)) same++
  return `${from.slice(0, from.length - same).join(' ')} – ${to.join(' ')}`
}

function yearWords(year: string): string | null {
  if (year === 'XXXX') return null
  if (year.endsWith('XX')) return `${year.slice(0, 2)}00s`
  return year.endsWith('X') ? `${year.slice(0, 3)}0s` : year
}

/** An ISO 8601 moment in the reader's own time: "9 March 2026, 14:05". */
export function momentWords(at: string): string {
  const moment = new Date(at)
  if (Number.isNaN(moment.getTime())) return at
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${moment.getDate()} ${MONTHS[moment.getMonth()]} ${moment.getFullYear()}`
  return `${day}, ${two(moment.getHours())}:${two(moment.getMinutes())}`
}
