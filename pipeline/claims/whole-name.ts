import { type Context, mentionsIn } from './context.ts'
import type { Phrase } from './phrase.ts'
import { type Tree, wordAt } from './tree.ts'

/** A phrase with all of the name that its head is part of, unless some of that name is `taken` by another slot. */
export function wholeName(
  context: Context,
  tree: Tree,
  phrase: Phrase,
  taken: readonly number[] = [],
): Phrase {
  const head = wordAt(tree, phrase.head)
  const name = mentionsIn(context, tree.sentence).find(
    ({ form, start, end }) => form === 'name' && start <= head.start && head.end <= end,
  )
  if (!name) return phrase
  const more: number[] = []
  for (let index = tree.sentence.firstWord; index < tree.sentence.endWord; index++) {
    const { start, end } = wordAt(tree, index)
    if (start < name.start || end > name.end || phrase.words.includes(index)) continue
    if (taken.includes(index)) return phrase
    more.push(index)
  }
  return more.length === 0
    ? phrase
    : { head: phrase.head, words: [...phrase.words, ...more].sort((a, b) => a - b) }
}
