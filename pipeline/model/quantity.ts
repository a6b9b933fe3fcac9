import type { Span } from './span.ts'

/** How the words bound the value: "about 200" is `about`, "over 38,000" is `more-than`, "40 to 50" is `range`. */
export type QuantityBound = 'exact' | 'about' | 'at-least' | 'at-most' | 'more-than' | 'less-than' | 'range'

/** A number with its unit as the text gives it, normalised. The span covers bound words, number and unit. */
export interface Quantity extends Span {
  readonly kind: 'count' | 'money' | 'percent' | 'ordinal' | 'measure'
  /** The stated value; for a range its lower end. "Dozens" and their like have a value of null and a lower bound. */
  readonly value: number | null
  /** What the words allow, inclusive; null where open. Equal to `value` on both sides only for `exact`. */
  readonly low: number | null
  readonly high: number | null
  readonly bound: QuantityBound
  /** ISO 4217 for money, `%`, a UCUM-like symbol for measures, the lemma of the counted noun for counts ("student"). */
  readonly unit: string | null
  /** The smallest step that the figure was given in: 1,200 has 100, "70 million" has 1,000,000. */
  readonly precision: number | null
}
