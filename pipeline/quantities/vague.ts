import { countedAt } from './counted.ts'
import type { Found } from './found.ts'
import { SCALES } from './numeral.ts'
import type { SentenceWords } from './sentence-words.ts'

const PLURALS: ReadonlyMap<string, number> = new Map([
  ['dozens', 12],
  ['scores', 20],
  ['hundreds', 1e2],
  ['thousands', 1e3],
  ['lakhs', 1e5],
  ['millions', 1e6],
  ['crores', 1e7],
  ['billions', 1e9],
  ['trillions', 1e12],
])

/**
 * Numbers with a lower bound only, twice the word's: "dozens of officers" (24 or more), "tens of thousands", "several
 * hundred". Left alone: "he scores", "a few people" (no number at all), "hundredths".
 */
export function vagueAt(words: SentenceWords, index: number): Found | null {
  const text = words.lower(index)
  let at = index
  let low = 0
  if (text === 'several' || (text === 'a' && words.lower(index + 1) === 'few')) {
    at += text === 'a' ? 2 : 1
    const scale = words.lower(at) === 'dozen' ? 12 : SCALES.get(words.lower(at))
    if (scale === undefined || words.raw(at).length < 4) return null
    low = 2 * scale
    at++
  } else {
    const first = text === 'tens' ? 10 : PLURALS.get(text)
    if (first === undefined || words.word(index)?.pos === 'VERB') return null
    const second = words.lower(index + 1) === 'of' ? PLURALS.get(words.lower(index + 2)) : undefined
    if (second === undefined && (text === 'tens' || text === 'scores') && words.lower(index + 1) !== 'of')
      return null
    low = 2 * first * (second ?? 1)
    at += second === undefined ? 1 : 3
  }
  const counted = countedAt(words, at)
  return {
    from: index,
    to: counted?.to ?? at,
    kind: 'count',
    value: null,
    low,
    high: null,
    bound: 'at-least',
    unit: counted?.unit ?? null,
    precision: low / 2,
  }
}
