import { two } from '../calendar.ts'
import { found, type Rule } from '../found.ts'
import type { Token } from '../tokens.ts'
import { PARTS_OF_DAY } from '../vocabulary.ts'

/**
 * Times of day: "19:40", "6 p.m.", "5:34 AM", "1608 UTC", "16:08 UTC". Left alone: scores and ratios ("3:2"),
 * verses ("John 3:16"), "6 points".
 */
export const clock: Rule = {
  id: 'clock',
  opens: ['#'],
  find(tokens, index) {
    const hourToken = tokens[index]!
    if (hourToken.digits === null) return null
    let hour = hourToken.digits
    let minute = 0
    let at = index + 1
    let written = false
    const mark = tokens[at]
    const minutes = tokens[at + 1]
    if (
      mark?.glued &&
      (mark.text === ':' || mark.text === '.') &&
      minutes?.glued &&
      minutes.digits !== null &&
      minutes.end - minutes.start === 2
    ) {
      written = mark.text === ':'
      minute = minutes.digits
      at += 2
      if (tokens[at]?.glued && tokens[at]?.text === ':' && tokens[at + 1]?.digits != null) at += 2
    } else if (hourToken.end - hourToken.start === 4 && zoneAt(tokens, at).length > 0) {
      minute = hour % 100
      hour = Math.floor(hour / 100)
      written = true
    } else {
      const decimal = /^(\d{1,2})\.(\d\d)$/.exec(hourToken.text)
      if (decimal) return null
    }
    const half = halfAt(tokens, at)
    at += half.length
    if (half.length === 0 && !written) return null
    if (
      written &&
      half.length === 0 &&
      (hourToken.end - hourToken.start < 2 ? !timeBefore(tokens, index) : false)
    )
      return null
    if (half.length > 0 && (hour < 1 || hour > 12)) return null
    if (hour > 24 || minute > 59) return null
    if (half.pm !== null) hour = (hour % 12) + (half.pm ? 12 : 0)
    const zone = zoneAt(tokens, at)
    const time = `T${two(hour)}:${two(minute)}:00${zone.utc ? 'Z' : ''}`
    return [found(index, at + zone.length, { type: 'clock', time, days: 0, anchor: 'either' }, 'time')]
  },
}

function timeBefore(tokens: readonly Token[], index: number): boolean {
  return ['at', 'by', 'until', 'from', 'around', 'about', 'before', 'after'].includes(
    tokens[index - 1]?.text ?? '',
  )
}

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
    if (follow !== 'of' && !['in', 'during', 'on', 'by', 'throughout', 'for'].includes(before)) return null
    return [found(index, to, { type: 'clock', time: null, days: 0, anchor: 'either' }, 'time')]
  },
}
