import type { Span } from './span.ts'

/** A calendar day, `YYYY-MM-DD`; years outside 0001-9999 are left null by whoever would need one. */
export type IsoDate = string

/** An expression of time in the text (TIMEX3's DATE, TIME, DURATION and SET) with its calendar value. */
export interface TimeExpression extends Span {
  readonly kind: 'date' | 'time' | 'duration' | 'set'
  /** Extended Date/Time Format (ISO 8601-2); null for what no calendar value says ("for two years", "annual"). */
  readonly edtf: string | null
  /** First and last day that the value allows; null where open or unknown, never a far-off year. */
  readonly earliest: IsoDate | null
  readonly latest: IsoDate | null
  /** `stated` in these words, or `implied` by an anchor ("last month", "in April"). */
  readonly certainty: 'stated' | 'implied'
  /** For an implied value: what it was reckoned from ("published 2022-12-20", "2014, in the sentence before"). */
  readonly anchor: string | null
  /**
   * The period that the words around make of it, with them in its span: "since 2014" (`2014/..`), and on both ends of
   * "between 2002 and 2010" (`2002/2010`). Absent where the expression stands for itself.
   */
  readonly period?: TimePeriod
}

/** A stretch between two dates, or from or up to one; an open end is null. */
export interface TimePeriod extends Span {
  readonly edtf: string
  readonly earliest: IsoDate | null
  readonly latest: IsoDate | null
}
