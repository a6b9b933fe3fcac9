import type { QuantityBound } from '../model/quantity.ts'
import type { SentenceWords } from './sentence-words.ts'

/** How words around a number bound it. "nearly" is about the number and never above it. */
export type BoundWord = Exclude<QuantityBound, 'range'> | 'nearly'

const BEFORE: readonly (readonly [words: readonly string[], bound: BoundWord])[] = (
  [
    ['no fewer than', 'at-least'],
    ['no less than', 'at-least'],
    ['not less than', 'at-least'],
    ['not fewer than', 'at-least'],
    ['a minimum of', 'at-least'],
    ['at least', 'at-least'],
    ['upwards of', 'at-least'],
    ['no more than', 'at-most'],
    ['not more than', 'at-most'],
    ['a maximum of', 'at-most'],
    ['at most', 'at-most'],
    ['as many as', 'at-most'],
    ['as much as', 'at-most'],
    ['up to', 'at-most'],
    ['more than', 'more-than'],
    ['greater than', 'more-than'],
    ['higher than', 'more-than'],
    ['in excess of', 'more-than'],
    ['over', 'more-than'],
    ['above', 'more-than'],
    ['exceeding', 'more-than'],
    ['less than', 'less-than'],
    ['fewer than', 'less-than'],
    ['lower than', 'less-than'],
    ['under', 'less-than'],
    ['below', 'less-than'],
    ['close to', 'nearly'],
    ['nearly', 'nearly'],
    ['almost', 'nearly'],
    ['an estimated', 'about'],
    ['about', 'about'],
    ['around', 'about'],
    ['roughly', 'about'],
    ['approximately', 'about'],
    ['approx.', 'about'],
    ['approx', 'about'],
    ['some', 'about'],
    ['circa', 'about'],
    ['ca.', 'about'],
    ['~', 'about'],
    ['>', 'more-than'],
    ['<', 'less-than'],
    ['exactly', 'exact'],
  ] as const
).map(([words, bound]) => [words.split(' '), bound] as const)

const AFTER: readonly (readonly [words: readonly string[], bound: BoundWord])[] = (
  [
    ['or more', 'at-least'],
    ['at least', 'at-least'],
    ['or so', 'about'],
    ['- odd', 'about'],
    ['or less', 'at-most'],
    ['or fewer', 'at-most'],
    ['+', 'at-least'],
    ['plus', 'at-least'],
  ] as const
).map(([words, bound]) => [words.split(' '), bound] as const)

/** The bound words that end before word `index`: "at least", "some"; where they begin. */
export function boundBefore(words: SentenceWords, index: number): { from: number; bound: BoundWord } | null {
  const last = words.lower(index - 1)
  for (const [phrase, bound] of BEFORE) {
    if (phrase.at(-1) !== last) continue
    const from = index - phrase.length
    if (from < words.first || !phrase.every((word, k) => words.lower(from + k) === word)) continue
    const hedged = ['just', 'well', 'only', 'slightly'].includes(words.lower(from - 1))
    return { from: hedged ? from - 1 : from, bound }
  }
  return null
}

/** The bound words from word `index` on: "or more", "30+" (right behind the number only); where they end. */
export function boundAfter(
  words: SentenceWords,
  index: number,
  behindNumber: boolean,
): { to: number; bound: BoundWord } | null {
  for (const [phrase, bound] of AFTER) {
    if (phrase.length === 1 && !(behindNumber && (phrase[0] !== '+' || words.glued(index)))) continue
    if (phrase.every((word, k) => words.lower(index + k) === word))
      return { to: index + phrase.length, bound }
  }
  return null
}

/** How far "about" reaches on both sides, as a share of the value: 38,000 is about 40,000, and 30,000 is not. */
const LEEWAY = 0.1

/** The values that the words allow, inclusive. Of what is counted in ones, "more than 200" begins with 201. */
export function allowed(
  value: number,
  bound: BoundWord,
  inOnes: boolean,
): { bound: QuantityBound; low: number | null; high: number | null } {
  const one = inOnes && Number.isInteger(value) ? 1 : 0
  const leeway = Math.abs(value) * LEEWAY
  switch (bound) {
    case 'exact':
      return { bound, low: value, high: value }
    case 'about':
      return { bound, low: trim(value - leeway), high: trim(value + leeway) }
    case 'nearly':
      return { bound: 'about', low: trim(value - leeway), high: value }
    case 'at-least':
      return { bound, low: value, high: null }
    case 'at-most':
      return { bound, low: null, high: value }
    case 'more-than':
      return { bound, low: value + one, high: null }
    case 'less-than':
      return { bound, low: null, high: value - one }
  }
}

function trim(value: number): number {
  return Number(value.toPrecision(12))
}
