import { addDays, dayNumber, daysInMonth, weekdayOf } from './calendar.ts'
import type { Found, Reading } from './found.ts'
import type { Tense } from './tense.ts'
import {
  bounds,
  type CalendarValue,
  dayValue,
  edtfOf,
  fineness,
  firstDay,
  lastDay,
  monthValue,
  partValue,
  shift,
  widen,
} from './value.ts'

/** What the text as a whole tells about its dates. */
export interface Setting {
  /** When the text was published, as far as known. */
  readonly text: CalendarValue | null
  /** Named as an anchor: "published 2022-12-20". */
  readonly textLabel: string
  /** True where most dates are of years before the text's: dates without a year follow the story, not the text's date. */
  readonly narrative: boolean
}

/** A date in the text that others are reckoned from. */
export interface Focus {
  readonly value: CalendarValue
  readonly sentence: number
  readonly block: number
  /** Its year stands in the text, and is not reckoned from the text's date. */
  readonly own: boolean
  /** It opens its sentence: "In 2012 the mine was closed. In April ...". */
  readonly topical: boolean
}

/** How far the text has been read. */
export interface Story {
  /** Where the story is: what gives dates without a year theirs. */
  readonly focus: Focus | null
  /** The date named last, be it in passing: what "the following year" follows. */
  readonly last: Focus | null
  /** The last of days: "that day". */
  readonly day: Focus | null
}

/** Where an expression stands, and how its sentence speaks. */
export interface Place {
  readonly sentence: number
  readonly block: number
  readonly tense: Tense
}

export interface Resolved {
  readonly value: CalendarValue | null
  /** "T19:40:00" for a time of day, else empty. */
  readonly clock: string
  /** Null where the words state all of it. */
  readonly anchor: string | null
  /** EDTF for what only lacks its year: `XXXX-06-08`. */
  readonly partial: string | null
  /** The year comes from the text's words, here or before, and not from its date of publication. */
  readonly own: boolean
}

const UNRESOLVED: Resolved = { value: null, clock: '', anchor: null, partial: null, own: true }

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
      const value =
        anchor && shift({ ...anchor.value, portion: null, approximate: false }, reading.unit, reading.count)
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

/** "spring" within 1944, "T06:00" within a day, "two days before" a day. */
function within(inner: Reading, outer: CalendarValue): Resolved {
  const year = firstDay(outer).year
  if (inner.type === 'shift') return { ...UNRESOLVED, value: shift(outer, inner.unit, inner.count) }
  if (inner.type === 'clock')
    return { ...UNRESOLVED, value: outer, clock: outer.unit === 'day' ? (inner.time ?? '') : '' }
  if (inner.type !== 'yearless' || fineness(outer.unit) > fineness('year')) return UNRESOLVED
  return { ...UNRESOLVED, value: inYear(inner, outer.unit === 'season' ? outer.year : year) }
}

type Yearless = Extract<Reading, { type: 'yearless' }>

function inYear(reading: Yearless, year: number): CalendarValue {
  if (reading.unit === 'day') {
    // 29 February is the last one that there was.
    while (reading.day > daysInMonth(year, reading.month)) year--
    return dayValue({ year, month: reading.month, day: reading.day })
  }
  if (reading.unit === 'month') return monthValue(year, reading.month)
  return partValue(reading.unit, year, reading.part)
}

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

function label(focus: Focus, place: Place): string {
  const distance = place.sentence - focus.sentence
  const where =
    distance === 0
      ? 'in the same sentence'
      : distance === 1
        ? 'in the sentence before'
        : 'earlier in the text'
  return `${edtfOf(focus.value)}, ${where}`
}

function resolveWeekday(
  { weekday, direction, ofStory }: Extract<Reading, { type: 'weekday' }>,
  setting: Setting,
  story: Story,
  place: Place,
): Resolved {
  const day = (value: CalendarValue | undefined | null) =>
    value?.unit === 'day' && !value.approximate ? value : null
  const focus = ofStory ? story.day : story.focus
  const told = (setting.narrative || ofStory) && day(focus?.value)
  const anchor = told || day(setting.text)
  if (!anchor) return UNRESOLVED
  const ahead = (weekday - weekdayOf(anchor) + 7) % 7
  let days: number
  if (told) days = ahead
  else if (direction === 1 || (direction === 0 && place.tense === 'ahead'))
    days = ahead === 0 && direction === 1 ? 7 : ahead
  else if (direction === -1) days = ahead - 7
  else if (place.tense === 'now') days = ahead <= 3 ? ahead : ahead - 7
  else days = ahead === 0 ? 0 : ahead - 7
  const value = dayValue(addDays(anchor, days))
  return {
    ...UNRESOLVED,
    value,
    anchor: told ? label(focus!, place) : setting.textLabel,
    own: told ? focus!.own : false,
  }
}

function resolveYearless(reading: Yearless, setting: Setting, story: Story, place: Place): Resolved {
  const focus = yearFocus(reading, setting, story, place)
  if (focus !== null) {
    return {
      ...UNRESOLVED,
      value: notBeyond(followStory(reading, focus.value), reading, setting, place),
      anchor: label(focus, place),
      own: focus.own,
    }
  }
  if (setting.text !== null) {
    return {
      ...UNRESOLVED,
      value: nearText(reading, setting.text, place.tense),
      anchor: setting.textLabel,
      own: false,
    }
  }
  const value = inYear(reading, 2000)
  const partial =
    reading.unit === 'day' || reading.unit === 'month' ? edtfOf(value).replace('2000', 'XXXX') : null
  return { ...UNRESOLVED, partial }
}

/** How many blocks on a date in the story still gives its year, in texts that mostly speak of their own days. */
const NEAR = 2

/** The date in the story whose year a date without one takes; null where it is rather the text's. */
function yearFocus(reading: Yearless, setting: Setting, story: Story, place: Place): Focus | null {
  if (reading.direction !== 0 && setting.text !== null && !setting.narrative) return null
  const { focus } = story
  if (focus === null || fineness(focus.value.unit) > fineness('year')) return null
  if (setting.narrative || setting.text === null) return focus
  const ahead = firstDay(focus.value).year > firstDay(setting.text).year
  const telling = focus.topical || fineness(focus.value.unit) < fineness('year')
  return focus.own && telling && !ahead && place.block - focus.block <= NEAR ? focus : null
}

/** In a story time goes on: after December comes the next January; a little back is the same year. */
function followStory(reading: Yearless, focus: CalendarValue): CalendarValue {
  const year = focus.unit === 'season' ? focus.year : firstDay(focus).year
  if (reading.direction !== 0) return inYear(reading, year + reading.direction)
  if (reading.unit === 'quarter' || reading.unit === 'half' || fineness(focus.unit) >= fineness('half')) {
    return inYear(reading, year)
  }
  const gap = monthOf(reading) - firstDay(widen(focus, 'month')).month
  return inYear(reading, gap <= -7 ? year + 1 : year)
}

/** What is told in the past is not later than the text. */
function notBeyond(
  value: CalendarValue,
  reading: Yearless,
  { text }: Setting,
  { tense }: Place,
): CalendarValue {
  if (text === null || tense !== 'back' || firstDay(value).year !== firstDay(text).year) return value
  const isLater = dayNumber(firstDay(value)) > dayNumber(lastDay(text))
  return isLater ? inYear(reading, firstDay(text).year - 1) : value
}

function monthOf(reading: Yearless): number {
  if (reading.unit === 'season') return [4, 7, 10, 13][reading.part - 1]!
  if (reading.unit === 'quarter') return reading.part * 3 - 1
  if (reading.unit === 'half') return reading.part * 6 - 3
  return reading.month
}

/** The last such day, month or season before the text's date; the next one where the sentence looks ahead. */
function nearText(reading: Yearless, text: CalendarValue, tense: Tense): CalendarValue {
  const { year } = firstDay(text)
  if (fineness(text.unit) >= fineness('year')) return inYear(reading, year + reading.direction)
  const textEnd = bounds({ ...text, portion: null }).latest ?? ''
  const same = inYear(reading, year)
  const begins = bounds(same).earliest ?? ''
  const ahead = begins > textEnd
  if (reading.direction === 1) return ahead ? same : inYear(reading, year + 1)
  if (reading.direction === -1)
    return ahead || edtfOf(widen(text, 'month')) === edtfOf(same) ? inYear(reading, year - 1) : same
  if (tense === 'ahead')
    return (bounds(same).latest ?? '') < (bounds(text).earliest ?? '') ? inYear(reading, year + 1) : same
  if (tense === 'now') return nearest(reading, text)
  return ahead ? inYear(reading, year - 1) : same
}

/** Of the year before, of and after the text's: the one with the fewest days in between. */
function nearest(reading: Yearless, text: CalendarValue): CalendarValue {
  const from = dayNumber(firstDay(text))
  const { year } = firstDay(text)
  const distance = (value: CalendarValue) => Math.abs(dayNumber(firstDay(value)) - from)
  return [year - 1, year, year + 1]
    .map((candidate) => inYear(reading, candidate))
    .reduce((best, value) => (distance(value) < distance(best) ? value : best))
}
