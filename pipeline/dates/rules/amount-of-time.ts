import type { Token } from '../tokens.ts'
import { cardinalAt, SMALL_UNITS, UNITS } from '../vocabulary.ts'

/** An amount of time: so many units; a count of null for "several". */
export interface AmountOfTime {
  readonly count: number | null
  readonly unit: string
  readonly to: number
  readonly hyphenated: boolean
}

/** "two", "2.5", "a", "a few", "several", "half a", "a couple of", "two and a half". */
export function amountAt(
  tokens: readonly Token[],
  index: number,
): { count: number | null; to: number } | null {
  const { text, kind } = tokens[index] ?? {}
  const next = tokens[index + 1]?.text
  if (text === 'a' || text === 'an' || text === 'the') {
    if (next === 'few' || next === 'dozen' || next === 'hundred') return { count: null, to: index + 2 }
    if (next === 'couple' && tokens[index + 2]?.text === 'of') return { count: 2, to: index + 3 }
    if (next === 'half') return { count: null, to: index + (tokens[index + 2]?.text === '-' ? 3 : 2) }
    return text === 'the' ? null : { count: 1, to: index + 1 }
  }
  if (text === 'several' || text === 'many' || text === 'few') return { count: null, to: index + 1 }
  if (text === 'half' && (next === 'a' || next === 'an')) return { count: null, to: index + 2 }
  if (text === 'half' && next === '-') return { count: null, to: index + 2 }
  const number = cardinalAt(tokens, index)
  if (number !== null) {
    let to = index + number.length
    const joint = tokens[to]?.text
    const second =
      joint === 'to' || joint === 'or' || joint === '-' || joint === '–' ? cardinalAt(tokens, to + 1) : null
    if (second !== null) return { count: null, to: to + 1 + second.length }
    if (joint === 'and' && tokens[to + 1]?.text === 'a' && tokens[to + 2]?.text === 'half') {
      to += 3
      return { count: null, to }
    }
    return { count: number.value, to }
  }
  return kind === 'number' && !tokens[index]!.text.includes(',') ? { count: null, to: index + 1 } : null
}

/** "two years", "24-year", "three long months", "a few weeks". */
export function amountOfTimeAt(tokens: readonly Token[], index: number): AmountOfTime | null {
  const amount = amountAt(tokens, index)
  if (amount === null) return null
  let at = amount.to
  const hyphenated = tokens[at]?.text === '-' || (tokens[at - 1]?.text === '-' && tokens[at]?.glued === true)
  if (tokens[at]?.text === '-') at++
  else if (LASTING.has(tokens[at]?.text ?? '')) at++
  const unit = tokens[at]
  if (unit === undefined || (!UNITS.has(unit.text) && !SMALL_UNITS.has(unit.text))) return null
  if (unit.capital && index > 0) return null
  if (
    unit.text === 'second' ||
    unit.text === 'quarter' ||
    unit.text === 'quarters' ||
    unit.text === 'weekend'
  )
    return null
  return { count: amount.count, unit: unit.text, to: at + 1, hyphenated }
}

/** What may stand between number and unit. */
export const LASTING = new Set(
  'full long straight consecutive whole more calendar trading working solid additional bloody'.split(' '),
)
