import { weekdayOf } from '../calendar.ts'
import type { Found, Reading } from '../found.ts'
import { type CalendarValue, fineness, firstDay, shift } from '../value.ts'
import { label, type Place, type Resolved, type Setting, type Story, UNRESOLVED } from './context.ts'
import { resolveWeekday } from './weekday.ts'
import { inYear, resolveYearless } from './yearless.ts'

/** The calendar value of an expression, given the text's date and the story so far. */
export function resolve(found: Found, setting: Setting, story: Story, place: Place): Resolved {
  const resolved = resolveReading(found.reading, setting, story, place)
  if (resolved.value === null || (!found.portion && !found.approximate)) return resolved
  const value = {
    ...resolved.value,
    portion: found.portion ?? null,
    approximate: found.approximate ?? false,
  }
  return { ...resolved, value }
}

function resolveReading(reading: Reading, setting: Setting, story: Story, place: Place): Resolved {
  const { last } = story
  switch (reading.type) {
    case 'calendar':
      return { ...UNRESOLVED, value: reading.value }
    case 'none':
      return UNRESOLVED
    case 'then':
      return last
        ? { ...UNRESOLVED, value: last.value, anchor: label(last, place), own: last.own }
        : UNRESOLVED
    case 'within': {
      const outer = resolve(reading.outer, setting, story, place)
      if (outer.value === null) return outer
      return { ...within(reading.inner, outer.value), anchor: outer.anchor, own: outer.own }
    }
    case 'shift': {
      const sameDay = reading.unit === 'day' && reading.count === 0 && story.day !== null
      const anchor = anchorOf(reading.anchor, setting, sameDay ? { ...story, last: story.day } : story, place)
      if (anchor === null) return UNRESOLVED
      const base = { ...anchor.value, portion: null, approximate: false }
      const value = shift(base, reading.unit, weekendBehind(reading, base, place) ? -1 : reading.count)
      return value ? { ...UNRESOLVED, value, anchor: anchor.label, own: anchor.own } : UNRESOLVED
    }
    case 'clock': {
      const told = story.day?.sentence === place.sentence || reading.anchor === 'story' ? story.day : null
      const anchor = told
        ? anchorOf('story', setting, { ...story, last: told }, place)
        : anchorOf(reading.anchor, setting, story, place)
      const day = anchor && shift({ ...anchor.value, portion: null }, 'day', reading.days)
      if (anchor === null || day?.unit !== 'day') return UNRESOLVED
      return { ...UNRESOLVED, value: day, clock: reading.time ?? '', anchor: anchor.label, own: anchor.own }
    }
    case 'weekday':
      return resolveWeekday(reading, setting, story, place)
    case 'yearless':
      return resolveYearless(reading, setting, story, place)
  }
}

/** "Sales rose over the weekend", told on a weekday: the one before. */
function weekendBehind(
  { unit, count }: Extract<Reading, { type: 'shift' }>,
  anchor: CalendarValue,
  { tense }: Place,
): boolean {
  if (unit !== 'weekend' || count !== 0 || tense !== 'back' || anchor.unit !== 'day') return false
  return weekdayOf(anchor) < 5
}

/** "spring" within 1944, "T06:00" within a day, "two days before" a day. */
function within(inner: Reading, outer: CalendarValue): Resolved {
  const year = firstDay(outer).year
  if (inner.type === 'shift') return { ...UNRESOLVED, value: shift(outer, inner.unit, inner.count) }
  if (inner.type === 'clock')
    return { ...UNRESOLVED, value: outer, clock: outer.unit === 'day' ? (inner.time ?? '') : '' }
  if (inner.type !== 'yearless' || fineness(outer.unit) > fineness('year')) return UNRESOLVED
  return { ...UNRESOLVED, value: inYear(inner, outer.unit === 'season' ? outer.year : year) }
}

/** What the words reckon from; null where the text gives no such date. */
function anchorOf(
  kind: 'text' | 'story' | 'either' | 'next',
  setting: Setting,
  story: Story,
  place: Place,
): { value: CalendarValue; label: string; own: boolean } | null {
  const text = setting.text && { value: setting.text, label: setting.textLabel, own: false }
  const near = setting.narrative && kind === 'either' ? story.focus : story.last
  const focus = near && { value: near.value, label: label(near, place), own: near.own }
  if (kind === 'text') return text
  if (kind === 'story') return focus ?? text
  return setting.narrative ? (focus ?? text) : (text ?? focus ?? null)
}
