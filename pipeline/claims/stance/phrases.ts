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
      const found = phrase.every(
        (form, offset) => words[at + offset] !== undefined && formAt(context, words[at + offset]!) === form,
      )
      if (!found) continue
      for (let offset = 0; offset < phrase.length; offset++) reading.cues.add(words[at + offset]!)
      if (lowerTo) lower(reading, lowerTo)
    }
  }
}

/** A governor's words without those of what it governs. */
export function wordsAround(tree: Tree, above: number, below: number): number[] {
  return subtree(tree, above, (index) => index === below)
}
