import { nounRun } from './counted.ts'
import type { Found } from './found.ts'
import type { SentenceWords } from './sentence-words.ts'

const WORDS: ReadonlyMap<string, number> = new Map([
  ...'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((word, i) => [word, i + 1] as const),
  ['thirtieth', 30],
  ['fortieth', 40],
  ['fiftieth', 50],
  ['hundredth', 100],
])
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const DIGITS = /^(\d{1,4})(?:st|nd|rd|th)$/

/**
 * A place in a row: "the first base", "the fourth session", "the 13th edition", "twenty-first". Left alone: "first
 * reported" (an adverb), "a second later", "First Lady" (a name), "two thirds".
 */
export function ordinalAt(words: SentenceWords, index: number): Found | null {
  const number = read(words, index)
  if (number === null) return null
  const last = words.word(number.to - 1)!
  if (!number.digits && (last.pos === 'ADV' || last.pos === 'NOUN')) return null
  const noun = orderedNoun(words, number.to)
  // "a second later", "for a second".
  if (noun === null && words.lower(index) === 'second' && words.lower(index - 1) === 'a') return null
  if (isName(words, index, noun !== null)) return null
  return {
    from: index,
    to: noun?.to ?? number.to,
    kind: 'ordinal',
    value: number.value,
    low: number.value,
    high: number.value,
    bound: 'exact',
    unit: noun?.unit ?? null,
    precision: 1,
  }
}

function read(words: SentenceWords, index: number): { value: number; to: number; digits: boolean } | null {
  const text = words.lower(index)
  const digits = DIGITS.exec(text)
  if (digits !== null) return { value: Number(digits[1]), to: index + 1, digits: true }
  const ten = TENS.indexOf(text)
  if (ten >= 0 && words.lower(index + 1) === '-') {
    const one = WORDS.get(words.lower(index + 2))
    return one !== undefined && one < 10
      ? { value: 10 * (ten + 2) + one, to: index + 3, digits: false }
      : null
  }
  const value = WORDS.get(text)
  return value === undefined ? null : { value, to: index + 1, digits: false }
}

/** The noun that is ordered ("first-ever joint exercise"), by the parse or the run of words; null without one. */
function orderedNoun(words: SentenceWords, index: number): { to: number; unit: string } | null {
  const head = words.word(index - 1)!.head
  const noun = head === null ? undefined : words.word(head)
  if (
    noun !== undefined &&
    head! >= index &&
    head! - index <= 5 &&
    (noun.pos === 'NOUN' || noun.pos === 'PROPN')
  ) {
    return { to: head! + 1, unit: noun.lemma.toLowerCase() }
  }
  const isEver = words.lower(index) === '-' && words.lower(index + 1) === 'ever'
  return nounRun(words, isEver ? index + 2 : index, false)
}

const SERIES = /^(session|edition|round|meeting|congress|summit|anniversary|conference|exercise|dialogue)$/

/** "First Lady", "Fourth Army": capitals inside a sentence. */
function isName(words: SentenceWords, index: number, hasNoun: boolean): boolean {
  const capital = /^\p{Lu}/u
  // "the 5th Brigade"; "the Fourth Session" is counted.
  if (/^\d/.test(words.raw(index)))
    return (
      words.word(index + 1)?.pos === 'PROPN' &&
      capital.test(words.raw(index + 1)) &&
      !SERIES.test(words.lower(index + 1))
    )
  return (
    index > words.first && capital.test(words.raw(index)) && (!hasNoun || capital.test(words.raw(index + 1)))
  )
}
