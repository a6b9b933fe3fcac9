import { edtfOf } from '../edtf.ts'
import type { Tense } from '../tense.ts'
import type { CalendarValue } from '../value.ts'

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

/** Of what nothing is known. */
export const UNRESOLVED: Resolved = { value: null, clock: '', anchor: null, partial: null, own: true }

/** Names a date of the story as an anchor: "2014, in the sentence before". */
export function label(focus: Focus, place: Place): string {
  const distance = place.sentence - focus.sentence
  const where =
    distance === 0
      ? 'in the same sentence'
      : distance === 1
        ? 'in the sentence before'
        : 'earlier in the text'
  return `${edtfOf(focus.value)}, ${where}`
}
