import type { WithTimes } from '../model/document.ts'
import type { Quantity } from '../model/quantity.ts'
import { amountAt } from './amount.ts'
import type { Found } from './found.ts'
import { fractionAt } from './fraction.ts'
import { ordinalAt } from './ordinal.ts'
import { type SentenceWords, sentenceWords } from './sentence-words.ts'
import { vagueAt } from './vague.ts'

/** Raised when the output changes. */
export const VERSION = '3'

/** In order: at one word the first that finds something wins. */
const RULES: readonly ((words: SentenceWords, index: number) => Found | null)[] = [
  fractionAt,
  ordinalAt,
  vagueAt,
  amountAt,
]

/** Words that can open a quantity, beside everything that begins with a digit. */
const OPENERS: ReadonlySet<string> = new Set(
  (
    'a an half several tens dozens scores hundreds thousands lakhs millions crores billions trillions ' +
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety ' +
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
    'sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth hundredth'
  ).split(' '),
)

/**
 * Finds numbers with their units and bounds, in the order of the text, none of them overlapping. What a time
 * expression covers is no quantity; reference lists, code and boilerplate are not read.
 */
export function findQuantities(doc: WithTimes): readonly Quantity[] {
  const quantities: Quantity[] = []
  for (const sentence of doc.sentences) {
    const { kind } = doc.blocks[sentence.block]!
    if (kind === 'reference' || kind === 'code' || kind === 'boilerplate') continue
    const words = sentenceWords(doc, sentence)
    let behind = sentence.firstWord
    for (let i = sentence.firstWord; i < sentence.endWord; ) {
      const found = opens(words, i) && !words.isTime(i) ? find(words, i) : null
      if (found !== null && found.from >= behind) {
        const { from, to, ...quantity } = found
        quantities.push({ start: doc.words[from]!.start, end: doc.words[to - 1]!.end, ...quantity })
        behind = to
      }
      i = Math.max(i + 1, found?.to ?? 0)
    }
  }
  return quantities
}

function opens(words: SentenceWords, index: number): boolean {
  const raw = words.raw(index)
  const code = raw.charCodeAt(0)
  return (code >= 48 && code <= 57) || OPENERS.has(raw) || (raw.length < 12 && OPENERS.has(raw.toLowerCase()))
}

function find(words: SentenceWords, index: number): Found | null {
  for (const rule of RULES) {
    const found = rule(words, index)
    if (found !== null) return found
  }
  return null
}
