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
    case 'shift':
      return resolveShift(reading, setting, story, place)
    case 'clock':
      return resolveClock(reading, setting, story, place)
    case 'weekday':
      return resolveWeekday(reading, setting, story, place)
    case 'yearless':
      return resolveYearless(reading, setting, story, place)
  }
}

type Shift = Extract<Reading, { type: 'shift' }>
type Clock = Extract<Reading, { type: 'clock' }>

function resolveShift(reading: Shift, setting: Setting, story: Story, place: Place): Resolved {
  const sameDay = reading.unit === 'day' && reading.count === 0 && story.day !== null
  const known = sameDay ? { ...story, last: story.day } : story
  for (const { value: anchor, label, own } of anchorsOf(reading.anchor, setting, known, place)) {
    const base = { ...anchor, portion: null, approximate: false }
    const count = weekendBehind(reading, base, place) ? -1 : reading.count
    const value = shift(base, reading.unit, count)
    if (value !== null) return { ...UNRESOLVED, value, anchor: label, own }
  }
  return UNRESOLVED
}

function resolveClock(reading: Clock, setting: Setting, story: Story, place: Place): Resolved {
  const told = story.day?.sentence === place.sentence || reading.anchor === 'story' ? story.day : null
  const [kind, known] = told
    ? (['story', { ...story, last: told }] as const)
    : ([reading.anchor, story] as const)
  for (const { value: anchor, label, own } of anchorsOf(kind, setting, known, place)) {
    const value = shift({ ...anchor, portion: null, approximate: false }, 'day', reading.days)
    if (value !== null) return { ...UNRESOLVED, value, clock: reading.time ?? '', anchor: label, own }
  }
  return UNRESOLVED
}

/** "Sales rose over the weekend", told on a weekday: the one before. */
function weekendBehind({ unit, count }: Shift, anchor: CalendarValue, { tense }: Place): boolean {
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

interface Anchor {
  readonly value: CalendarValue
  readonly label: string
  readonly own: boolean
}

/** What the words may reckon from, the likeliest first: the next is tried where one is too coarse ("1941" for a day). */
function anchorsOf(
  kind: 'text' | 'story' | 'either' | 'next',
  setting: Setting,
  story: Story,
  place: Place,
): readonly Anchor[] {
  const text = setting.text ? [{ value: setting.text, label: setting.textLabel, own: false }] : []
  if (kind === 'text') return text
  const near = setting.narrative && kind === 'either' ? story.focus : story.last
  const told = near ? [{ value: near.value, label: label(near, place), own: near.own }] : []
  if (kind === 'story') return told.length > 0 ? told : text
  return setting.narrative ? [...told, ...text] : [...text, ...told]
}
