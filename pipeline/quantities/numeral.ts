import { currencyBefore } from './money.ts'
import type { SentenceWords } from './sentence-words.ts'

/** A number as written, from word `from` up to word `to`. */
export interface Numeral {
  readonly from: number
  readonly to: number
  readonly value: number
  /** Step of the last significant digit: 100 for 1,200; 1,000,000 for "70 million"; 1 for whole numbers below 100. */
  readonly step: number
  /** The scale word's value ("million"), or 1: in "40 to 50 million" the first number takes it over. */
  readonly scale: number
  readonly form: 'digits' | 'words'
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'
const SMALL: ReadonlyMap<string, number> = new Map([
  ...ONES.split(' ').map((word, i) => [word, i] as const),
  ...TENS.split(' ').map((word, i) => [word, 10 * (i + 2)] as const),
])

/** Words that multiply what stands before them. Lakh and crore are South Asian: a hundred thousand, ten million. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['k', 1e3],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['million', 1e6],
  ['mn', 1e6],
  ['m', 1e6],
  ['crore', 1e7],
  ['crores', 1e7],
  ['billion', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
])
/** "5 m" is metres: the short ones count only where they touch the number ("1.2m", "$3bn"). */
const LETTERS = new Set(['k', 'm', 'b'])

/** Words that one number may take: no text makes the scan look far ahead. */
const LONGEST = 20

const DIGITS = /^\d{1,3}(?:,\d{2,3})+(?:\.\d+)?$|^\d{1,15}(?:\.\d{1,10})?$/
const WITH_LETTERS = /^(\d[\d,.]*?)(k|m|mn|bn|b|tn|million|billion)$/

/** "1,200", "1.2m", "twenty-five", "two hundred and fifty", "70 million", "half a million", "a dozen". */
export function numeralAt(words: SentenceWords, index: number): Numeral | null {
  const first = words.raw(index)
  const code = first.charCodeAt(0)
  if (code >= 48 && code <= 57) return digitsAt(words, index, first)
  return halfAt(words, index) ?? wordsAt(words, index)
}

function digitsAt(words: SentenceWords, index: number, raw: string): Numeral | null {
  const joined = WITH_LETTERS.exec(raw.toLowerCase())
  const digits = joined ? joined[1]! : raw
  if (!DIGITS.test(digits)) return null
  const plain = digits.replaceAll(',', '')
  const mantissa = Number(plain)
  const decimals = plain.split('.')[1]?.length ?? 0
  let to = index + 1
  let scale = joined ? SCALES.get(joined[2]!)! : 1
  // "500 thousand crore": two at most.
  for (let k = 0; k < 2; k++) {
    const next = scaleAt(words, to)
    if (next === null) break
    scale *= next.value
    to = next.to
  }
  const step = scale > 1 || decimals > 0 ? scale / 10 ** decimals : trailingStep(mantissa)
  return { from: index, to, value: round(mantissa * scale), step: round(step), scale, form: 'digits' }
}

/** A scale word, behind a hyphen or none: "70 million", "$70-million". */
function scaleAt(words: SentenceWords, index: number): { value: number; to: number } | null {
  const hyphen = words.lower(index) === '-' ? 1 : 0
  const text = words.lower(index + hyphen)
  const value = SCALES.get(text)
  if (value === undefined || (LETTERS.has(text) && !words.glued(index)) || text === 'hundred') return null
  if (text === 'm' && !isMillion(words, index)) return null
  return { value, to: index + hyphen + 1 }
}

/** "$5m" and "5m users" are millions; "a 5m wall" and "5m deep" are metres. */
function isMillion(words: SentenceWords, index: number): boolean {
  const tag = words.word(index + 1)?.tag
  return (
    currencyBefore(words, index - 1) !== null ||
    tag === 'NNS' ||
    tag === 'NNPS' ||
    words.lower(index + 1) === 'people'
  )
}

/** "half a million", "half a dozen". */
function halfAt(words: SentenceWords, index: number): Numeral | null {
  if (words.lower(index) !== 'half' || words.lower(index + 1) !== 'a') return null
  const scale = words.lower(index + 2) === 'dozen' ? 12 : SCALES.get(words.lower(index + 2))
  if (scale === undefined) return null
  return {
    from: index,
    to: index + 3,
    value: scale / 2,
    step: scale === 12 ? 1 : scale / 2,
    scale,
    form: 'words',
  }
}

function wordsAt(words: SentenceWords, index: number): Numeral | null {
  let at = index
  let total = 0
  let group = 0
  let seen = false
  let scale = 1
  const opener = words.lower(at)
  if (opener === 'a' || opener === 'an') {
    const next = words.lower(at + 1)
    if (next === 'dozen') return { from: index, to: index + 2, value: 12, step: 1, scale: 1, form: 'words' }
    if (!['hundred', 'thousand', 'million', 'billion', 'trillion', 'lakh', 'crore'].includes(next))
      return null
    group = 1
    at++
    seen = true
  }
  for (; at < index + LONGEST; at++) {
    const text = words.lower(at)
    const small = SMALL.get(text)
    if (small !== undefined) {
      // "two three" are two numbers; "twenty three" and "hundred three" are one.
      const room =
        group % 100 === 0 ? small < 100 : group % 10 === 0 && group % 100 >= 20 && small > 0 && small < 10
      if (seen && (!room || (group === 0 && total === 0))) break
      group += small
      seen = true
      continue
    }
    if (!seen) return null
    if (text === 'hundred') {
      if (group === 0 || group > 99) break
      group *= 100
      continue
    }
    if (text === 'dozen') {
      return { from: index, to: at + 1, value: group * 12, step: 1, scale: 12, form: 'words' }
    }
    const value = LETTERS.has(text) ? undefined : SCALES.get(text)
    if (value !== undefined) {
      total += Math.max(group, 1) * value
      scale = value
      group = 0
      continue
    }
    const joint = text === '-' || (text === 'and' && (group >= 100 || total > 0))
    if (joint && SMALL.has(words.lower(at + 1)) && continues(group, SMALL.get(words.lower(at + 1))!)) continue
    break
  }
  const value = total + group
  const step = scale > 1 && group === 0 ? scale : trailingStep(value)
  return { from: index, to: at, value, step, scale, form: 'words' }
}

function continues(group: number, small: number): boolean {
  return group % 100 === 0 ? small > 0 : group % 10 === 0 && group % 100 >= 20 && small > 0 && small < 10
}

/** 100 for 1,200. Whole numbers below 100 are mostly counted one by one: 1. */
function trailingStep(value: number): number {
  if (value < 100 || !Number.isInteger(value)) return 1
  let step = 1
  while (value % (step * 10) === 0) step *= 10
  return step
}

/** Takes away what binary fractions add: 1.2 * 1e6 is 1200000, and not ...0.2. */
function round(value: number): number {
  return Number(value.toPrecision(15))
}
