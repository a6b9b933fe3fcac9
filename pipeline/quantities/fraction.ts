import { allowed, boundBefore } from './bound.ts'
import type { Found } from './found.ts'
import type { SentenceWords } from './sentence-words.ts'

const COUNTS = ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const PARTS: ReadonlyMap<string, number> = new Map(
  Object.entries({ half: 2, third: 3, quarter: 4, fifth: 5, sixth: 6, eighth: 8, tenth: 10 }),
)

const WHOLES: ReadonlyMap<string, number> = new Map([
  ...COUNTS.flatMap((word, value) => (value > 1 ? [[word, value] as const] : [])),
  ['ten', 10],
  ['10', 10],
  ['twenty', 20],
  ['hundred', 100],
])

/**
 * Shares in words, as a percentage that is about right: "two-thirds of the members" is 66.7, "a quarter of the town" 25,
 * "half of them" 50, "one in five" 20. Left alone: "a third round", "the second half", "a half-empty hall".
 */
export function fractionAt(words: SentenceWords, index: number): Found | null {
  const ratio = ratioAt(words, index)
  const part = ratio ?? (words.lower(index) === 'half' ? { value: 0.5, to: index + 1 } : partAt(words, index))
  if (part === null) return null
  const of =
    ratio !== null ||
    // "fell by a third"
    (words.lower(index - 1) === 'by' && !/^(NOUN|PROPN|ADJ|NUM)$/.test(words.word(part.to)?.pos ?? '')) ||
    words.lower(part.to) === 'of' ||
    (part.value === 0.5 && words.lower(part.to) === 'the')
  if (!of || ['first', 'second', 'other', 'this', 'last', 'the'].includes(words.lower(index - 1))) return null
  const before = boundBefore(words, index)
  const value = Number((100 * part.value).toPrecision(3))
  const bound = before === null || before.bound === 'exact' ? 'about' : before.bound
  return {
    from: before?.from ?? index,
    to: part.to,
    kind: 'percent',
    value,
    ...allowed(value, bound, false),
    unit: '%',
    precision: 1,
  }
}

/** "One in five", "two out of three"; not "one in May". */
function ratioAt(words: SentenceWords, index: number): { value: number; to: number } | null {
  const count = COUNTS.indexOf(words.lower(index))
  if (count < 1 || (words.lower(index + 1) !== 'in' && words.lower(index + 1) !== 'out')) return null
  const at = words.lower(index + 1) === 'in' ? index + 2 : words.lower(index + 2) === 'of' ? index + 3 : -1
  const whole = WHOLES.get(words.lower(at))
  if (whole === undefined || whole <= count || words.isTime(at)) return null
  return { value: count / whole, to: at + 1 }
}

/** "two-thirds", "a quarter", "three quarters". */
function partAt(words: SentenceWords, index: number): { value: number; to: number } | null {
  const count = Math.max(COUNTS.indexOf(words.lower(index)), words.lower(index) === 'a' ? 1 : 0)
  if (count < 1) return null
  const at = words.lower(index + 1) === '-' ? index + 2 : index + 1
  const text = words.lower(at)
  const whole = PARTS.get(count > 1 && text.endsWith('s') ? text.slice(0, -1) : text)
  return whole === undefined || count >= whole ? null : { value: count / whole, to: at + 1 }
}
