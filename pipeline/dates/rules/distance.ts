import { type Found, found, type Rule } from '../found.ts'
import type { Token } from '../tokens.ts'
import { UNITS } from '../vocabulary.ts'
import { type AmountOfTime, amountOfTimeAt } from './amount-of-time.ts'

/** Words that bound an amount of time from the left, and belong to it: "over two years", "almost an hour". */
const BOUND_OPENERS =
  'over under nearly almost about around roughly approximately some just only more less at up no'
const BOUNDS: readonly (readonly string[])[] = [
  ['more', 'than'],
  ['less', 'than'],
  ['at', 'least'],
  ['at', 'most'],
  ['up', 'to'],
  ['no', 'more', 'than'],
  ['no', 'less', 'than'],
  ...['over', 'under', 'nearly', 'almost', 'about', 'around', 'roughly', 'approximately', 'just', 'only'].map(
    (word) => [word],
  ),
]
const AMOUNTS =
  'a an one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred several few many half couple'

/**
 * Amounts of time. With a direction they are dates: "two days later", "10 months after 4 March", "a year ago",
 * "five years previously"; without one durations: "two years", "24-year", "almost an hour", "the next four years";
 * and ages: "51-year-old", "22 years old". An event that is no date ("10 months after the summit") gives no value.
 * Left alone: "two yearlings", "The 60 Minutes report", "a second".
 */
export const distance: Rule = {
  id: 'distance',
  opens: ['#', ...new Set([...AMOUNTS.split(' '), ...BOUND_OPENERS.split(' ')])],
  find(tokens, index) {
    const start = index + boundAt(tokens, index)
    const amount = amountOfTimeAt(tokens, start)
    if (amount === null) return null
    const age = ageAt(tokens, amount.to)
    if (age > 0) return [found(index, age, { type: 'none' }, 'duration')]
    if (!amount.hyphenated) {
      const date = directed(tokens, index, amount)
      if (date !== null) return [date]
    }
    const rate = tokens[start]!.text === 'a' || tokens[start]!.text === 'an'
    const previous = tokens[index - 1]
    const isRate =
      rate &&
      start === index &&
      previous !== undefined &&
      (previous.kind === 'number' || RATED.has(previous.text))
    return [found(index, amount.to, { type: 'none' }, isRate ? 'set' : 'duration')]
  },
}

const RATED = new Set('once twice times percent % million billion hours dollars people'.split(' '))

function boundAt(tokens: readonly Token[], index: number): number {
  for (const words of BOUNDS) {
    if (words.every((word, k) => tokens[index + k]?.text === word)) return words.length
  }
  return 0
}

/** "years old", "-year-old", "years of age": where the age ends; 0 where it is none. */
function ageAt(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text === 'old') return at + 1
  if (tokens[at]?.text === '-' && ['old', 'olds'].includes(tokens[at + 1]?.text ?? '')) return at + 2
  if (tokens[at]?.text === 'of' && tokens[at + 1]?.text === 'age') return at + 2
  return 0
}

function directed(tokens: readonly Token[], index: number, amount: AmountOfTime): Found | null {
  const { count, to } = amount
  const word = tokens[to]?.text ?? ''
  const unit = UNITS.get(amount.unit)
  const reading = (sign: -1 | 1, anchor: 'text' | 'story' | 'next') => {
    if (count === null || unit === undefined) return { type: 'none' } as const
    // "two weeks later" is a day, and no week from Monday to Sunday; "a decade later" a year, and no decade.
    const [finer, times] =
      unit === 'week'
        ? (['day', 7] as const)
        : unit === 'decade'
          ? (['year', 10] as const)
          : ([unit, 1] as const)
    return { type: 'shift', unit: finer, count: sign * count * times, anchor } as const
  }
  if (word === 'ago') return found(index, to + 1, reading(-1, 'text'))
  if (word === 'later' || word === 'afterwards' || word === 'afterward') {
    return found(index, to + 1, reading(1, 'story'))
  }
  if (word === 'earlier' || word === 'previously') {
    return found(index, to + 1, reading(-1, 'story'))
  }
  if (word === 'after' || word === 'before') {
    const next = tokens[to + 1]
    const sign = word === 'after' ? 1 : -1
    if (next === undefined || next.kind === 'mark') return found(index, to + 1, reading(sign, 'story'))
    if (next.text === 'that' && tokens[to + 2]?.kind !== 'letters') {
      return found(index, to + 2, reading(sign, 'story'))
    }
    const distance = reading(sign, 'next')
    return distance.type === 'none' ? null : found(index, to + 1, distance)
  }
  return null
}
