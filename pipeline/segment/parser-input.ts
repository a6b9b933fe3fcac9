import type { WordForms } from './features.ts'

/** What the parser sees of a sentence's words, by node: words from one, place 0 stands for "no word here". */
export interface ParserInput {
  readonly n: number
  /** Hashes of form, ending and stem (see WordForms). */
  readonly lower: Int32Array
  readonly suffix: Int32Array
  readonly stem: Int32Array
  /** Numbers of Universal POS and Penn Treebank tags. */
  readonly upos: Uint8Array
  readonly xpos: Uint8Array
  /** The tree that another parser gave the sentence. */
  readonly guide: Guide | null
}

export interface Guide {
  readonly head: Int32Array
  readonly label: Uint8Array
  /** Leftmost and rightmost child by node; the node itself where there is none. */
  readonly first: Int32Array
  readonly last: Int32Array
}

/** Word and tag at place 0. */
const NO_WORD = 3
const NO_TAG = 255

/** Puts what is known of the words of a sentence into the parser's order, without a guide. */
export function parserInput(forms: WordForms, upos: Uint8Array, xpos: Uint8Array): ParserInput {
  const n = upos.length
  const shift = <T extends Int32Array | Uint8Array>(to: T, from: T, none: number): T => {
    to[0] = none
    to.set(from, 1)
    return to
  }
  return {
    n,
    lower: shift(new Int32Array(n + 1), forms.lower, NO_WORD),
    suffix: shift(new Int32Array(n + 1), forms.suffix3, NO_WORD),
    stem: shift(new Int32Array(n + 1), forms.stem, NO_WORD),
    upos: shift(new Uint8Array(n + 1), upos, NO_TAG),
    xpos: shift(new Uint8Array(n + 1), xpos, NO_TAG),
    guide: null,
  }
}
