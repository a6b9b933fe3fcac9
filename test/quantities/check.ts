import { expect } from 'vitest'
import { findTimes } from '../../pipeline/dates/index.ts'
import type { Quantity } from '../../pipeline/model/quantity.ts'
import { findQuantities } from '../../pipeline/quantities/index.ts'
import { documentOf } from '../dates/check.ts'

const SIGNS = { exact: '', about: '~', 'at-least': '≥', 'at-most': '≤', 'more-than': '>', 'less-than': '<' }

/**
 * Expects what the braces in the sample say, and nothing else: `{~200 passenger|about 200 passengers}`. Before the
 * number stand `~ ≥ ≤ > <` for what bounds it and `#` for ordinals, a range is `40..50`, a missing unit `?`.
 */
export function check(sample: string): void {
  const text = sample.replace(/\{[^|{}]*\|([^{}]*)\}/g, '$1')
  let marked = ''
  let behind = 0
  for (const quantity of quantitiesOf(text)) {
    const { start, end } = quantity
    marked += `${text.slice(behind, start)}{${label(quantity)}|${text.slice(start, end)}}`
    behind = end
  }
  expect(marked + text.slice(behind)).toBe(sample)
}

function label({ kind, bound, value, low, high, unit }: Quantity): string {
  const sign = kind === 'ordinal' ? '#' : bound === 'range' ? '' : SIGNS[bound]
  const number = bound === 'range' ? `${low}..${high}` : (value ?? low)
  return `${sign}${number} ${unit ?? '?'}`
}

export function quantitiesOf(text: string): readonly Quantity[] {
  const worded = documentOf(text, '2022-12-20')
  return findQuantities({ ...worded, times: findTimes(worded) })
}
