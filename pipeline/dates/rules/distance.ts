import { type Found, found, type Rule } from '../found.ts'
import type { Token } from '../tokens.ts'
import { cardinalAt, SMALL_UNITS, UNITS } from '../vocabulary.ts'

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

/** An amount of time: so many units; a count of null for "several". */
interface Amount {
  readonly count: number | null
  readonly unit: string
  readonly to: number
  readonly hyphenated: boolean
}

/** "two", "2.5", "a", "a few", "several", "half a", "a couple of", "two and a half". */
function amountAt(tokens: readonly Token[], index: number): { count: number | null; to: number } | null {
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
function amountOfTime(tokens: readonly Token[], index: number): Amount | null {
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

const LASTING = new Set(
  'full long straight consecutive whole more calendar trading working solid additional bloody'.split(' '),
)

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
    const amount = amountOfTime(tokens, start)
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

function directed(tokens: readonly Token[], index: number, amount: Amount): Found | null {
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

/**
 * Amounts that are told from a point: "the past decade", "the next few months", "recent years", "the following days",
 * "the first two weeks"; and bare plurals after a preposition: "for years", "within days". All without a value.
 */
export const stretch: Rule = {
  id: 'stretch',
  opens: ['the', 'past', 'recent', 'coming', 'for', 'within', 'in', 'many', 'over', 'next', 'last', 'first'],
  find(tokens, index) {
    let at = index
    if (['for', 'within', 'in', 'over'].includes(tokens[at]!.text)) {
      const unit = tokens[at + 1]?.text ?? ''
      const isPlural = unit.endsWith('s') && (UNITS.has(unit) || SMALL_UNITS.has(unit)) && unit !== 'quarters'
      return isPlural ? [found(at + 1, at + 2, { type: 'none' }, 'duration')] : null
    }
    if (tokens[at]!.text === 'the') at++
    if (!STRETCHES.has(tokens[at]?.text ?? '')) return null
    at++
    const amount = amountAt(tokens, at)
    if (amount !== null) at = amount.to
    if (LASTING.has(tokens[at]?.text ?? '')) at++
    const unit = tokens[at]?.text ?? ''
    if (!UNITS.has(unit) && !SMALL_UNITS.has(unit)) return null
    const plural = unit.endsWith('s')
    const past = ['past', 'intervening'].includes(
      tokens[index]!.text === 'the' ? tokens[index + 1]!.text : tokens[index]!.text,
    )
    if (!plural && !(past && tokens[index]!.text === 'the')) return null
    return [found(index, at + 1, { type: 'none' }, 'duration')]
  },
}

const STRETCHES = new Set(
  'past last next recent coming following previous preceding intervening subsequent succeeding first final early later closing opening same'.split(
    ' ',
  ),
)
