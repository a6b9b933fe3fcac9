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
  if (last.pos === 'ADV' || last.pos === 'NOUN' || last.tag === 'NNS') return null
  const noun = orderedNoun(words, number.to)
  if (isName(words, index, noun)) return null
  return {
    from: index,
    to: noun ?? number.to,
    kind: 'ordinal',
    value: number.value,
    low: number.value,
    high: number.value,
    bound: 'exact',
    unit: noun === null ? null : words.word(noun - 1)!.lemma.toLowerCase(),
    precision: 1,
  }
}

function read(words: SentenceWords, index: number): { value: number; to: number } | null {
  const text = words.lower(index)
  const digits = DIGITS.exec(text)
  if (digits !== null) return { value: Number(digits[1]), to: index + 1 }
  const ten = TENS.indexOf(text)
  if (ten >= 0 && words.lower(index + 1) === '-') {
    const one = WORDS.get(words.lower(index + 2))
    return one !== undefined && one < 10 ? { value: 10 * (ten + 2) + one, to: index + 3 } : null
  }
  const value = WORDS.get(text)
  return value === undefined ? null : { value, to: index + 1 }
}

/** Behind the noun that is ordered ("first-ever joint exercise"), by the parse or the run of words; null without one. */
function orderedNoun(words: SentenceWords, index: number): number | null {
  const head = words.word(index - 1)!.head
  if (head !== null && head >= index && head - index <= 5 && words.word(head)?.pos === 'NOUN') return head + 1
  let last = -1
  for (let i = index; i < index + 5; i++) {
    const word = words.word(i)
    if (word === undefined) break
    if (word.pos === 'NOUN') last = i
    else if (
      last >= 0 ||
      !(
        word.pos === 'ADJ' ||
        word.pos === 'PROPN' ||
        '-–'.includes(words.raw(i)) ||
        words.lower(i) === 'ever'
      )
    )
      break
  }
  return last < 0 ? null : last + 1
}

/** "First Lady", "Fourth Army": capitals inside a sentence. */
function isName(words: SentenceWords, index: number, noun: number | null): boolean {
  const capital = /^\p{Lu}/u
  return (
    index > words.first &&
    capital.test(words.raw(index)) &&
    (noun === null || capital.test(words.raw(index + 1)))
  )
}
