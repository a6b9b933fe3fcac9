import { extentOf } from '../argument.ts'
import { type Context, timesIn } from '../context.ts'
import { isUnique, nounPhrase, type Phrase, prepositionalPhrase, prepositionOf, trimmed } from '../phrase.ts'
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

/**
 * What stands behind a noun and is as well said of the act: "opened a base [in Malta]", "made an offer [on the wage]".
 * What "of" binds is the noun's own, and so is all that a name or a superlative needs: "the first base [outside its
 * territory]".
 */
export function circumstancesInside(tree: Tree, context: Context, head: number): number[] {
  const times = timesInside(tree, context, head)
  if (wordAt(tree, head).pos !== 'NOUN' || isUnique(tree, head)) return times
  const behind = dependentsBy(tree, head, 'nmod').filter((index) => index > head)
  const bound = behind.findLastIndex((index) => ['', 'of'].includes(prepositionOf(tree, index)))
  return [...new Set([...times, ...behind.slice(bound + 1)])].sort((a, b) => a - b)
}

/** An object and, as adjuncts of their own, the phrases inside it that are said of the act. */
export function pushObject(
  tree: Tree,
  context: Context,
  head: number,
  { inner, predicate, conjuncts }: { inner: readonly number[]; predicate: number; conjuncts?: boolean },
  draft: Draft,
): void {
  const phrase = nounPhrase(tree, head, {
    ...(conjuncts && { conjuncts }),
    leaveOut: (index) => inner.includes(index) || (index === predicate && index !== head),
  })
  if (phrase.words.some((index) => draft.relation.includes(index))) return
  draft.objects.push(phrase)
  for (const index of inner) pushAdjunct(tree, context, index, null, draft)
}

/** A time, with all of its expression: "until July [of that year]" is one, though the parse hangs its end elsewhere. */
export function pushTime(tree: Tree, context: Context, head: number, draft: Draft): void {
  pushAdjunct(tree, context, head, 'time', draft)
  const at = draft.adjuncts.findIndex(({ phrase }) => phrase.head === head)
  const adjunct = draft.adjuncts[at]
  const { start, end } = wordAt(tree, head)
  const time = timesIn(context, tree.sentence).find((one) => one.start <= start && end <= one.end)
  if (!adjunct || !time || adjunct.role !== 'time') return
  const words = [...adjunct.phrase.words]
  for (
    let next = words.at(-1)! + 1;
    next < tree.sentence.endWord && wordAt(tree, next).end <= time.end;
    next++
  )
    words.push(next)
  draft.adjuncts[at] = { ...adjunct, phrase: { head, words } }
}

/** "in 1994 [on their own label]": what hangs on a time and is no part of it. "From 1970 to 1985" is one. */
function besideTime(tree: Tree, context: Context, head: number): number[] {
  const { start, end } = wordAt(tree, head)
  const time = timesIn(context, tree.sentence).find((one) => one.start <= start && end <= one.end)
  if (!time) return []
  return dependentsBy(tree, head, 'nmod').filter(
    (index) =>
      index > head &&
      wordAt(tree, index).start >= time.end &&
      !['', 'of'].includes(prepositionOf(tree, index)),
  )
}

/**
 * An adjunct and those inside it, each of its own: "with a view [beyond the border]" is two. One that the draft has
 * already is left out.
 */
export function pushAdjunct(
  tree: Tree,
  context: Context,
  head: number,
  role: Adjunct['role'],
  draft: Draft,
): void {
  if (draft.adjuncts.some((known) => known.phrase.head === head)) return
  const inner = role === 'time' ? besideTime(tree, context, head) : circumstancesInside(tree, context, head)
  const phrase = prepositionalPhrase(tree, head, (index) => inner.includes(index))
  draft.adjuncts.push({ phrase, preposition: prepositionOf(tree, head), role })
  for (const index of inner) pushAdjunct(tree, context, index, null, draft)
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
