import type { Quantity } from '../../model/quantity.ts'

interface Range {
  readonly low: number
  readonly high: number
  readonly lowOpen: boolean
  readonly highOpen: boolean
}

/** The figures as far as holding one against the other needs them. */
export type Bounded = Pick<Quantity, 'value' | 'low' | 'high' | 'bound' | 'precision'>

/** "About 200" allows this share more or less: 203, and not 160. */
const ABOUT = 0.1
/** "Over 100,000" is not 200,000, though its step is. */
const A_LITTLE = 0.1

/**
 * Whether a claim's figure can stand beside its evidence's. The claim is taken at its word: "more than 62" leaves 62
 * out. Evidence that says "over 19.4 million" speaks of 19.4 and a little, and not of 25.
 */
export function canStand(claim: Bounded, evidence: Bounded): boolean {
  const [one, other] = [claimed(claim), found(evidence)]
  if (one.low > other.high || other.low > one.high) return false
  return (
    (one.low < other.high || !(one.lowOpen || other.highOpen)) &&
    (other.low < one.high || !(other.lowOpen || one.highOpen))
  )
}

function claimed(figure: Bounded): Range {
  const { bound } = figure
  const value = centreOf(figure)
  const range = rangeOf(figure)
  const low = bound === 'less-than' || bound === 'at-most' ? Number.NEGATIVE_INFINITY : range.low
  const high = bound === 'more-than' || bound === 'at-least' ? Number.POSITIVE_INFINITY : range.high
  return {
    low: bound === 'more-than' ? value : low,
    high: bound === 'less-than' ? value : high,
    lowOpen: bound === 'more-than',
    highOpen: bound === 'less-than',
  }
}

function found(figure: Bounded): Range {
  const range = rangeOf(figure)
  return {
    low: figure.bound === 'at-most' ? Number.NEGATIVE_INFINITY : range.low,
    high: figure.bound === 'at-least' ? Number.POSITIVE_INFINITY : range.high,
    lowOpen: false,
    highOpen: false,
  }
}

/** The values that are meant. */
function rangeOf(figure: Bounded): { readonly low: number; readonly high: number } {
  const value = centreOf(figure)
  const slack = ABOUT * Math.abs(value)
  const step = Math.min(figure.precision ?? 0, Math.abs(value) * A_LITTLE)
  switch (figure.bound) {
    case 'about':
      return {
        low: Math.min(value - slack, figure.low ?? value),
        high: Math.max(value + slack, figure.high ?? value),
      }
    case 'more-than':
      return { low: value, high: value + step }
    case 'less-than':
      return { low: value - step, high: value }
    case 'range':
      return { low: figure.low ?? value, high: figure.high ?? Number.POSITIVE_INFINITY }
    case 'exact':
      if (figure.value !== null) return { low: value, high: value }
      return { low: figure.low ?? Number.NEGATIVE_INFINITY, high: figure.high ?? Number.POSITIVE_INFINITY }
    default:
      return { low: value, high: value }
  }
}

const centreOf = ({ value, low, high }: Bounded): number => value ?? low ?? high ?? 0
