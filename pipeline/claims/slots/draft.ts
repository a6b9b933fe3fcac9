import { extentOf } from '../argument.ts'
import { type Context, timesIn } from '../context.ts'
import { type Phrase, prepositionalPhrase, prepositionOf, trimmed } from '../phrase.ts'
import type { Adjunct } from '../proposition.ts'
import { dependentsBy, firstDependent, isRelated, subtree, type Tree, wordAt } from '../tree.ts'

/** The slots of a clause beside its subject. Several objects are coordinated ones, each of a claim of its own. */
export interface Slots {
  /** In the order in which they are written: "participated in" also for "in which X participated". */
  readonly relation: readonly number[]
  readonly objects: readonly Phrase[]
  readonly adjuncts: readonly Adjunct[]
}

/** Slots while they are filled. */
export interface Draft {
  relation: number[]
  readonly objects: Phrase[]
  readonly adjuncts: Adjunct[]
}

/** Dated complements of a noun, which are said of the act: "an agreement [in 2018]". */
export function timesInside(tree: Tree, context: Context, head: number): number[] {
  return dependentsBy(tree, head, 'nmod').filter((index) => {
    const preposition = prepositionOf(tree, index)
    if (preposition === '' || preposition === 'of') return false
    const { words } = prepositionalPhrase(tree, index)
    return timesIn(context, extentOf(tree, words)).some(
      ({ kind, end }) => kind === 'date' && end >= wordAt(tree, index).end,
    )
  })
}

/** A phrase or clause with all its words, but for clauses beside it that have subjects of their own. */
export function whole(tree: Tree, head: number, without: readonly number[] = []): Phrase {
  const words = subtree(
    tree,
    head,
    (index) =>
      isRelated(tree, index, 'parataxis') ||
      (isRelated(tree, index, 'conj') && firstDependent(tree, index, 'nsubj', 'expl') !== null),
  )
  return trimmed(tree, { head, words: words.filter((index) => !without.includes(index)) })
}
