import type { Claim } from '../../model/claim.ts'
import type { Quantity } from '../../model/quantity.ts'
import { figureIn } from './figure.ts'
import type { RelationReading } from './relation.ts'

/** A figure with what it counts. */
export interface Measure {
  readonly quantity: Quantity
  readonly unit: string
  readonly slot: 'subject' | 'object' | 'qualifier'
}

const GENERIC_PEOPLE = new Set(['people', 'person', 'individual', 'soul', 'life'])

/** The unit as compared: "people" and "persons" are one, "passengers" are not; empty for a bare figure ("it carried 187"). */
export function unitOf(quantity: Quantity, head: string): string {
  const unit = (quantity.unit ?? (/\d/.test(head) ? '' : head)).toLowerCase()
  return GENERIC_PEOPLE.has(unit) ? 'person' : unit
}

/** The figure that a claim turns on: of its object, else its subject, else an adjunct. */
export function measureOf(claim: Claim, reading: RelationReading): Measure | null {
  const { subject, object } = claim
  const found: Measure[] = []
  const carries = reading.carrier === 'object' && reading.phrase !== null && !reading.adjunct
  const inObject = object?.quantity ?? (object && carries ? figureIn(object.text) : null)
  if (object && inObject)
    found.push({
      quantity: inObject,
      unit: unitOf(inObject, object.quantity ? object.head : ''),
      slot: 'object',
    })
  if (subject.quantity)
    found.push({ quantity: subject.quantity, unit: unitOf(subject.quantity, subject.head), slot: 'subject' })
  for (const qualifier of claim.qualifiers) {
    if (!qualifier.quantity) continue
    // "rose to 17 on Tuesday" holds a figure and a date in one; "on 17 May" holds a date alone
    if (qualifier.role === 'time' && !/^to\b/i.test(qualifier.text)) continue
    if (/^by\b/i.test(qualifier.text)) continue
    found.push({
      quantity: qualifier.quantity,
      unit: unitOf(qualifier.quantity, qualifier.head),
      slot: 'qualifier',
    })
  }
  const usable = found.filter(
    ({ quantity }) =>
      quantity.kind !== 'ordinal' && (quantity.value ?? quantity.low ?? quantity.high) !== null,
  )
  const first = usable[0]
  return first ? { ...first, unit: namesRelation(first.unit, reading) ? '' : first.unit } : null
}

/** "6.8 magnitude" and "a magnitude of 6.8", "200 employees" and "employs 200": the relation says what is counted. */
function namesRelation(unit: string, { definition }: RelationReading): boolean {
  return definition?.nouns.includes(unit) ?? false
}

/** Counts below this are taken at their word; above, "200" may round 203. */
const ROUND_COUNTS_FROM = 100
/** A round figure stands for its neighbours, but never for more than this share of itself. */
const MOST_ROUNDING = 0.05
/** "About 200" allows this share more or less: 203, and not 160. */
const ABOUT = 0.1

/** What the words allow, with the rounding that news style has; open ends are infinite. */
export function allowed(quantity: Quantity): { readonly low: number; readonly high: number } {
  const value = quantity.value ?? quantity.low ?? quantity.high ?? 0
  const size = Math.abs(value)
  const step = (quantity.precision ?? 0) / 2
  switch (quantity.bound) {
    case 'about': {
      const slack = ABOUT * size
      return {
        low: Math.min(value - slack, quantity.low ?? value),
        high: Math.max(value + slack, quantity.high ?? value),
      }
    }
    case 'at-least':
    case 'more-than':
      return { low: value, high: Number.POSITIVE_INFINITY }
    case 'at-most':
    case 'less-than':
      return { low: Number.NEGATIVE_INFINITY, high: value }
    case 'range':
      return { low: quantity.low ?? value, high: quantity.high ?? Number.POSITIVE_INFINITY }
    case 'exact': {
      if (quantity.value === null) {
        return {
          low: quantity.low ?? Number.NEGATIVE_INFINITY,
          high: quantity.high ?? Number.POSITIVE_INFINITY,
        }
      }
      const exact = quantity.kind === 'count' && size < ROUND_COUNTS_FROM
      const slack = exact ? 0 : Math.min(step, MOST_ROUNDING * size)
      return { low: value - slack, high: value + slack }
    }
  }
}

/** "About 200" and 203, "more than 38,000" and 40,000 can both hold; 12 and 15, "at most 9" and 12 cannot. */
export function canBothHold(a: Quantity, b: Quantity): boolean {
  const one = allowed(a)
  const other = allowed(b)
  return one.low <= other.high && other.low <= one.high
}

/**
 * Two figures are comparable where they count the same: 12 dead and 15 injured are not, euros and dollars are not. A
 * bare figure ("it carried 187") may count people.
 */
export function sameMeasure(a: Measure, b: Measure): boolean {
  if (a.quantity.kind !== b.quantity.kind) return false
  return a.unit === b.unit || [a.unit, b.unit].sort().join() === ',person'
}
