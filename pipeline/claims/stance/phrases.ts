import type { Factuality } from '../../model/claim.ts'
import { type Context, formAt } from '../context.ts'
import type { CueSet } from '../cue-index.ts'
import { subtree, type Tree } from '../tree.ts'
import { lower, type Reading } from './reading.ts'

/** Phrases like "without evidence" among the words around a governor colour what it governs. */
export function readPhrases(
  context: Context,
  words: readonly number[],
  set: CueSet,
  reading: Reading,
  lowerTo?: Factuality,
): void {
  for (let at = 0; at < words.length; at++) {
    for (const phrase of set.phrases) {
      if (!standsAt(context, words, at, phrase)) continue
      for (let offset = 0; offset < phrase.length; offset++) reading.cues.add(words[at + offset]!)
      if (lowerTo) lower(reading, lowerTo)
    }
  }
}

function standsAt(
  context: Context,
  words: readonly number[],
  at: number,
  phrase: readonly string[],
): boolean {
  for (let offset = 0; offset < phrase.length; offset++) {
    const word = words[at + offset]
    if (word === undefined || formAt(context, word) !== phrase[offset]) return false
  }
  return true
}

/** A governor's words without those of what it governs. */
export function wordsAround(tree: Tree, above: number, below: number): number[] {
  return subtree(tree, above, (index) => index === below)
}
