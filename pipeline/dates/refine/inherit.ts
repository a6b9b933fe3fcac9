import type { Found, Reading } from '../found.ts'
import type { Token } from '../tokens.ts'
import { dayValue, monthValue, partValue } from '../value.ts'

const JOINTS = new Set('and or to through until till - – — , , & /'.split(' '))

/**
 * The year of a list or range is told once, at its end: "July 1 to July 3, 1863", "in May and June 1941".
 * Not: "on July 1. In 1863".
 */
export function inheritYear(finds: readonly Found[], tokens: readonly Token[]): readonly Found[] {
  const result = [...finds]
  for (let i = result.length - 2; i >= 0; i--) {
    const left = result[i]!
    const right = result[i + 1]!
    if (right.reading.type !== 'calendar' || right.reading.value.bc || right.from - left.to > 2) continue
    const between = tokens.slice(left.to, right.from)
    if (between.length === 0 || !between.every(({ text }) => JOINTS.has(text))) continue
    const { unit, year, month } = right.reading.value
    if (unit !== 'day' && unit !== 'month' && unit !== 'season') continue
    const reading = dated(left.reading, year, month, unit === 'season')
    if (reading !== null) result[i] = { ...left, reading }
  }
  return result
}

function dated(reading: Reading, year: number, month: number, ofSeason: boolean): Reading | null {
  if (reading.type !== 'yearless' || reading.direction !== 0) return null
  // "from December 28 to January 3, 2004" began the year before.
  const own = reading.month > month && !ofSeason ? year - 1 : year
  if (reading.unit === 'day') {
    return { type: 'calendar', value: dayValue({ year: own, month: reading.month, day: reading.day }) }
  }
  if (reading.unit === 'month') return { type: 'calendar', value: monthValue(own, reading.month) }
  return { type: 'calendar', value: partValue(reading.unit, year, reading.part) }
}
