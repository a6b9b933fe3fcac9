import { two } from '../calendar.ts'
import { found, type Rule } from '../found.ts'
import type { Token } from '../tokens.ts'
import { cardinalAt, PARTS_OF_DAY } from '../vocabulary.ts'

/**
 * Times of day: "19:40", "6 p.m.", "7.30 pm", "5:34 AM", "1608 UTC", "five o'clock". Left alone: scores and ratios
 * ("3:2"), verses ("John 3:16"), "6 points", "grew at 4.35".
 */
export const clock: Rule = {
  id: 'clock',
  opens: ['#', ...'one two three four five six seven eight nine ten eleven twelve'.split(' ')],
  find(tokens, index) {
    const face = faceAt(tokens, index)
    if (face === null) return null
    const half = halfAt(tokens, face.to)
    const zone = zoneAt(tokens, face.to + half.length)
    const isTold = half.length > 0 ? face.hour >= 1 && face.hour <= 12 : face.alone || zone.utc
    if (!isTold || face.hour > 23 || face.minute > 59) return null
    const hour = half.pm === null ? face.hour : (face.hour % 12) + (half.pm ? 12 : 0)
    const time = `T${two(hour)}:${two(face.minute)}:00${zone.utc ? 'Z' : ''}`
    const to = face.to + half.length + zone.length
    return [found(index, to, { type: 'clock', time, days: 0, anchor: 'either' }, 'time')]
  },
}

interface Face {
  readonly hour: number
  readonly minute: number
  readonly to: number
  /** A time of day even without "p.m." or a zone behind it. */
  readonly alone: boolean
}

/** The numbers on the clock's face: "19:40", "7.30", "6", "1608", "five". */
function faceAt(tokens: readonly Token[], index: number): Face | null {
  const token = tokens[index]!
  const length = token.end - token.start
  const point = token.kind === 'number' ? /^(\d{1,2})\.(\d\d)$/.exec(token.text) : null
  if (point !== null) {
    return { hour: Number(point[1]), minute: Number(point[2]), to: index + 1, alone: false }
  }
  if (token.kind === 'letters') {
    const hour = cardinalAt(tokens, index)
    return hour && { hour: hour.value, minute: 0, to: index + 1, alone: false }
  }
  if (token.digits === null || length === 3) return null
  const colon = tokens[index + 1]
  const minutes = tokens[index + 2]
  if (colon?.glued && colon.text === ':' && minutes?.glued && minutes.digits !== null) {
    if (length > 2 || minutes.end - minutes.start !== 2) return null
    const seconds = tokens[index + 3]?.text === ':' && tokens[index + 4]?.glued ? 2 : 0
    const alone = length === 2 || HOURS_BEFORE.has(tokens[index - 1]?.text ?? '')
    return { hour: token.digits, minute: minutes.digits, to: index + 3 + seconds, alone }
  }
  if (length < 4) return { hour: token.digits, minute: 0, to: index + 1, alone: false }
  return { hour: Math.floor(token.digits / 100), minute: token.digits % 100, to: index + 1, alone: false }
}

const HOURS_BEFORE = new Set(['at', 'by', 'until', 'from', 'around', 'about', 'before', 'after'])

/** "am", "p.m.", "o'clock". */
function halfAt(tokens: readonly Token[], at: number): { length: number; pm: boolean | null } {
  const text = tokens[at]?.text
  if (text === 'am' || text === 'pm') return { length: 1, pm: text === 'pm' }
  if ((text === 'a' || text === 'p') && tokens[at + 1]?.text === '.' && tokens[at + 2]?.text === 'm') {
    return { length: tokens[at + 3]?.text === '.' && tokens[at + 3]!.glued ? 4 : 3, pm: text === 'p' }
  }
  if (text === 'o' && tokens[at + 2]?.text === 'clock') return { length: 3, pm: null }
  return { length: 0, pm: null }
}

/** "UTC", "GMT", "(GMT +2)", "local time", "EST". */
function zoneAt(tokens: readonly Token[], at: number): { length: number; utc: boolean } {
  const text = tokens[at]?.text ?? ''
  if ((text === 'utc' || text === 'gmt') && tokens[at]!.capital) return { length: 1, utc: true }
  if (text === '(' && ['utc', 'gmt', 'local', 'est'].includes(tokens[at + 1]?.text ?? '')) {
    for (let k = at + 2; k < at + 6; k++) {
      if (tokens[k]?.text === ')')
        return {
          length: k - at + 1,
          utc: k === at + 2 && tokens[at + 1]?.text !== 'local' && tokens[at + 1]?.text !== 'est',
        }
    }
  }
  if (text === 'local' && tokens[at + 1]?.text === 'time') return { length: 2, utc: false }
  if (/^(?:[ecmp][sd]t|cet|cest|bst|ist|edt)$/.test(text) && tokens[at]!.capital)
    return { length: 1, utc: false }
  return { length: 0, utc: false }
}

/** "the morning", "in the evening", "at night", "noon". Left alone: "Night School", "the night watch". */
export const partOfDay: Rule = {
  id: 'part-of-day',
  opens: ['at', 'the', 'by', 'in', 'night', 'afternoon', ...PARTS_OF_DAY],
  find(tokens, index) {
    const first = tokens[index]!
    if (PARTS_OF_DAY.has(first.text)) {
      if (first.capital && index > 0) return null
      const bare = ['noon', 'midday', 'midnight'].includes(first.text)
      const after = ['at', 'by', 'before', 'until', 'after', 'around'].includes(tokens[index - 1]?.text ?? '')
      if (!after || !(bare || ['night', 'dawn'].includes(first.text))) return null
      const time = first.text === 'noon' || first.text === 'midday' ? 'T12:00:00' : null
      return [found(index, index + 1, { type: 'clock', time, days: 0, anchor: 'either' }, 'time')]
    }
    if (first.text !== 'the') return null
    const early = ['early', 'late'].includes(tokens[index + 1]?.text ?? '') ? 1 : 0
    const part = tokens[index + 1 + early]?.text ?? ''
    if (!PARTS_OF_DAY.has(part) || tokens[index + 1 + early]!.capital) return null
    const hours = tokens[index + 2 + early]?.text === 'hours' ? 1 : 0
    const to = index + 2 + early + hours
    const follow = tokens[to]?.text ?? ''
    const before = tokens[index - 1]?.text ?? ''
    if (
      (follow !== 'of' || part === 'dawn') &&
      !['in', 'during', 'on', 'by', 'throughout', 'for'].includes(before)
    )
      return null
    return [found(index, to, { type: 'clock', time: null, days: 0, anchor: 'either' }, 'time')]
  },
}
