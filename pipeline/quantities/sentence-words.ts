import type { Sentence, WithTimes, Word } from '../model/document.ts'
import type { TimeExpression } from '../model/time.ts'

/** The words of one sentence as the rules read them; indexes are those of the document's words. */
export interface SentenceWords {
  readonly first: number
  readonly end: number
  word(index: number): Word | undefined
  /** The word as written; empty outside the sentence, so that a rule may look beyond its edge. */
  raw(index: number): string
  /** In lower case. */
  lower(index: number): string
  /** True where a time expression covers the word: "2014" and "two years" are no quantities. */
  isTime(index: number): boolean
  /** No white space between the word and the one before it. */
  glued(index: number): boolean
}

export function sentenceWords(doc: WithTimes, sentence: Sentence): SentenceWords {
  const { firstWord: first, endWord: end } = sentence
  const times = timesWithin(doc, sentence)
  const word = (index: number) => (index >= first && index < end ? doc.words[index] : undefined)
  const raw = (index: number) => {
    const found = word(index)
    return found === undefined ? '' : doc.text.slice(found.start, found.end)
  }
  return {
    first,
    end,
    word,
    raw,
    lower: (index) => raw(index).toLowerCase(),
    isTime: (index) => {
      const found = word(index)
      if (found === undefined) return false
      const time = times[firstEndingBehind(times, found.start)]
      return time !== undefined && time.start < found.end
    },
    glued: (index) =>
      index > first && word(index) !== undefined && doc.words[index - 1]!.end === doc.words[index]!.start,
  }
}

/** Time expressions are in the order of the text and do not overlap. */
function timesWithin({ times }: WithTimes, { start, end }: Sentence): readonly TimeExpression[] {
  const first = firstEndingBehind(times, start)
  let last = first
  while (last < times.length && times[last]!.start < end) last++
  return times.slice(first, last)
}

/** Index of the first time expression that ends behind the offset. */
function firstEndingBehind(times: readonly TimeExpression[], offset: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (times[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}
