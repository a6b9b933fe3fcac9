import { dayNumber, daysInMonth, weekdayOf } from '../calendar.ts'
import { edtfOf } from '../edtf.ts'
import type { Reading } from '../found.ts'
import type { Tense } from '../tense.ts'
import {
  bounds,
  type CalendarValue,
  dayValue,
  fineness,
  firstDay,
  lastDay,
  monthValue,
  partValue,
  widen,
} from '../value.ts'
import {
  type Focus,
  label,
  type Place,
  type Resolved,
  type Setting,
  type Story,
  UNRESOLVED,
} from './context.ts'

type Yearless = Extract<Reading, { type: 'yearless' }>

/** The day, month or part of that year. */
export function inYear(reading: Yearless, year: number): CalendarValue {
  if (reading.unit === 'day') {
    // 29 February is the last one that there was.
    while (reading.day > daysInMonth(year, reading.month)) year--
    return dayValue({ year, month: reading.month, day: reading.day })
  }
  if (reading.unit === 'month') return monthValue(year, reading.month)
  return partValue(reading.unit, year, reading.part)
}

/**
 * The year nearest to the text's, or else to the story's, in which the day fell on the weekday that the words tell;
 * null where they tell none or none is near.
 */
function byWeekday(reading: Yearless, { text }: Setting, focus: Focus | null): CalendarValue | null {
  if (reading.weekday === null || reading.unit !== 'day') return null
  const years = [text, focus?.value].flatMap((near) => (near ? [firstDay(near).year] : []))
  for (const year of years) {
    for (const candidate of [year, year + 1, year - 1]) {
      const value = inYear(reading, candidate)
      if (weekdayOf(firstDay(value)) === reading.weekday) return value
    }
  }
  return null
}

/** Gives a date its year: the story's, or the one that puts it nearest to the text's date in the sentence's tense. */
export function resolveYearless(reading: Yearless, setting: Setting, story: Story, place: Place): Resolved {
  const told = byWeekday(reading, setting, story.focus)
  if (told !== null) {
    const isText = setting.text !== null && Math.abs(told.year - firstDay(setting.text).year) <= 1
    const anchor = isText || story.focus === null ? setting.textLabel : label(story.focus, place)
    return { ...UNRESOLVED, value: told, anchor, own: !isText }
  }
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
  // "The polls close on 14 May" is no part of what was told of 2018.
  if (place.tense !== 'back') return null
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
