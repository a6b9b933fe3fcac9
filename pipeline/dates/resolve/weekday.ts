import { addDays, weekdayOf } from '../calendar.ts'
import type { Reading } from '../found.ts'
import type { Tense } from '../tense.ts'
import { type CalendarValue, dayValue } from '../value.ts'
import { label, type Place, type Resolved, type Setting, type Story, UNRESOLVED } from './context.ts'

type Weekday = Extract<Reading, { type: 'weekday' }>

/**
 * The day that a weekday is: in a story the next one from where it is ("11 on the Monday, 17 on the Tuesday"), else the
 * one before the text's date or on it ("said on Friday"), or the one to come where the sentence looks ahead.
 */
export function resolveWeekday(reading: Weekday, setting: Setting, story: Story, place: Place): Resolved {
  const focus = reading.ofStory ? story.day : story.focus
  // "next Thursday" is the text's, whatever it tells of.
  const isStory = (setting.narrative && reading.direction === 0) || reading.ofStory
  const told = isStory ? asDay(focus?.value) : null
  if (focus !== null && told !== null) {
    const value = dayValue(addDays(told, daysAhead(told, reading.weekday)))
    return { ...UNRESOLVED, value, anchor: label(focus, place), own: focus.own }
  }
  const text = asDay(setting.text)
  if (text === null) return UNRESOLVED
  const value = dayValue(addDays(text, daysFromText(daysAhead(text, reading.weekday), reading, place.tense)))
  return { ...UNRESOLVED, value, anchor: setting.textLabel, own: false }
}

function asDay(value: CalendarValue | null | undefined): CalendarValue | null {
  return value?.unit === 'day' ? value : null
}

function daysAhead(from: CalendarValue, weekday: number): number {
  return (weekday - weekdayOf(from) + 7) % 7
}

function daysFromText(ahead: number, { direction }: Weekday, tense: Tense): number {
  if (direction === 1) return ahead === 0 ? 7 : ahead
  if (direction === -1) return ahead - 7
  if (ahead === 0 || tense === 'ahead') return ahead
  return tense === 'now' && ahead <= 3 ? ahead : ahead - 7
}
