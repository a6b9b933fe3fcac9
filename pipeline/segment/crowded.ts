import type { Span } from '../model/span.ts'
import type { Draft } from './repair/index.ts'

/** A sentence whose words are known, and not yet what they are. */
export interface CutSentence extends Span {
  /** Index of its block. */
  readonly block: number
  /** Start and end of every word, one behind the other. */
  readonly spans: readonly number[]
}

/**
 * UTF-16 units a word, the blank behind it included. English prose has about six; "!?!?", "a-a-a-", a page of digits
 * have one or two.
 */
const FEWEST = 3.5

/** In words: a shorter text costs little, whatever is in it. */
const SHORT = 5_000

/**
 * Which sentences get no tree. What a text costs goes by its words, and one of nothing but marks has six times as many
 * as an article of its length: where the words of a whole long text are too short for prose, the sentences that make
 * it so are neither tagged nor parsed. Scores in an article ("6-4, 2-6, 7-5") are, for the article around them is prose.
 */
export function crowdedAmong(sentences: readonly CutSentence[]): (sentence: CutSentence) => boolean {
  let words = 0
  let units = 0
  for (const { start, end, spans } of sentences) {
    words += spans.length / 2
    units += end - start
  }
  if (words <= SHORT || units >= FEWEST * words) return () => false
  return ({ start, end, spans }) => (end - start) / (spans.length / 2) < FEWEST
}

/** Tags by what a word is made of, and a tree without a shape: all hang on the first word. */
export function flatTree(written: readonly string[]): Draft {
  const pos = written.map((form) => (/\p{N}/u.test(form) ? 'NUM' : /\p{L}/u.test(form) ? 'X' : 'PUNCT'))
  return {
    forms: written.map((form) => form.toLowerCase()),
    pos,
    tag: pos.map((one) => (one === 'NUM' ? 'CD' : one === 'X' ? 'FW' : 'NFP')),
    head: written.map((_, i) => (i === 0 ? -1 : 0)),
    deprel: pos.map((one) => (one === 'PUNCT' ? 'punct' : 'dep')),
  }
}
