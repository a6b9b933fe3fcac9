import type { TimeExpression } from '../model/time.ts'
import type { Token } from './tokens.ts'
import type { CalendarValue, Portion, Unit } from './value.ts'

/** What the words say, before anything is known of the text around them. */
export type Reading =
  /** Says all: "4 March 2019", "1939", "the 1990s". */
  | { readonly type: 'calendar'; readonly value: CalendarValue }
  /** A day, month, season, quarter or half of a year that is not named: "4 March", "in April", "the summer". */
  | {
      readonly type: 'yearless'
      readonly unit: 'day' | 'month' | 'season' | 'quarter' | 'half'
      readonly month: number
      readonly day: number
      readonly part: number
      /** "last April" is -1, "next April" 1. */
      readonly direction: -1 | 0 | 1
      /** 0 for Monday, where the words tell it: "Sunday, 14 May" is of a year in which that day was a Sunday. */
      readonly weekday: number | null
    }
  /** "on the Monday" is one of the story (`ofStory`), "on Monday" one of the text's own days. */
  | {
      readonly type: 'weekday'
      readonly weekday: number
      readonly direction: -1 | 0 | 1
      readonly ofStory: boolean
    }
  /**
   * So many units away from an anchor: the text's date ("last month", "two days ago"), or the date that the story
   * has come to ("the previous year", "two days later"), or the date that is named next ("two days before 4 March").
   */
  | {
      readonly type: 'shift'
      readonly unit: Unit
      readonly count: number
      readonly anchor: 'text' | 'story' | 'either' | 'next'
    }
  /** A time of day: `T19:40:00`; null for "that evening". So many days from the anchor: "the next morning". */
  | {
      readonly type: 'clock'
      readonly time: string | null
      readonly days: number
      readonly anchor: 'text' | 'story' | 'either'
    }
  /** A part told by its whole: "the spring of next year", "the morning of 4 March", "two days before 4 March". */
  | { readonly type: 'within'; readonly inner: Reading; readonly outer: Found }
  /** "until then": the date that the story has come to, whatever its unit. */
  | { readonly type: 'then' }
  /** Nothing that a calendar says: "two years", "annual", "now". */
  | { readonly type: 'none' }

/** A time expression as a rule found it; `from` and `to` are a half-open range of the sentence's tokens. */
export interface Found {
  readonly from: number
  readonly to: number
  readonly kind: TimeExpression['kind']
  readonly reading: Reading
  readonly portion?: Portion
  readonly approximate?: boolean
}

/** Finds one kind of expression at a token, or none. */
export interface Rule {
  readonly id: string
  /** Lower-case words and marks that can open it; `#` stands for every number. The index looks nowhere else. */
  readonly opens: readonly string[]
  find(tokens: readonly Token[], index: number): readonly Found[] | null
}

export function found(
  from: number,
  to: number,
  reading: Reading,
  kind: TimeExpression['kind'] = 'date',
): Found {
  return { from, to, kind, reading }
}

export function yearless(
  unit: 'day' | 'month' | 'season' | 'quarter' | 'half',
  { month = 1, day = 1, part = 1 }: { month?: number; day?: number; part?: number },
  direction: -1 | 0 | 1 = 0,
): Reading {
  return { type: 'yearless', unit, month, day, part, direction, weekday: null }
}
