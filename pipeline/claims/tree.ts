import type { Sentence, Word } from '../model/document.ts'

/**
 * A sentence as its dependency tree. Words are named by their index into the document's words, so that a phrase of
 * one sentence needs no translation anywhere.
 */
export interface Tree {
  readonly words: readonly Word[]
  readonly sentence: Sentence
  /** By `index - sentence.firstWord`: the dependents, in the order of the text, where there are any. */
  readonly dependents: readonly (readonly number[] | undefined)[]
  /** By `index - sentence.firstWord`, lower case: asked for some thirty times a word. */
  readonly lemmas: readonly string[]
}

/** Builds the view of one sentence; linear in its length. */
export function treeOf(words: readonly Word[], sentence: Sentence): Tree {
  const { firstWord, endWord } = sentence
  const dependents: (number[] | undefined)[] = new Array(endWord - firstWord)
  const lemmas: string[] = []
  for (let index = firstWord; index < endWord; index++) {
    const { head, lemma } = words[index]!
    lemmas.push(lemma.toLowerCase())
    if (head === null || head < firstWord || head >= endWord) continue
    const others = dependents[head - firstWord]
    if (others) others.push(index)
    else dependents[head - firstWord] = [index]
  }
  return { words, sentence, dependents, lemmas }
}

export function wordAt(tree: Tree, index: number): Word {
  return tree.words[index]!
}

/** Lower-case lemma. */
export function lemmaAt(tree: Tree, index: number): string {
  return tree.lemmas[index - tree.sentence.firstWord] ?? tree.words[index]!.lemma.toLowerCase()
}

/** Most words have none: one list of nothing serves them all. */
const NONE: readonly number[] = []

export function dependentsOf(tree: Tree, index: number): readonly number[] {
  return tree.dependents[index - tree.sentence.firstWord] ?? NONE
}

/*
 * Relations are named one by one, five at most: gathered into a list at every call, they were a seventh of all memory that
 * finding claims takes and leaves behind.
 */

/** True where the word's relation is one of the given ones; `obl` also stands for its subtypes (`obl:tmod`). */
export function isRelated(
  tree: Tree,
  index: number,
  a: string,
  b?: string,
  c?: string,
  d?: string,
  e?: string,
): boolean {
  const own = tree.words[index]!.deprel
  return is(own, a) || is(own, b) || is(own, c) || is(own, d) || is(own, e)
}

/** The colon is looked for first: most relations have none there, and need not be compared. */
function is(own: string, deprel: string | undefined): boolean {
  if (deprel === undefined) return false
  return own === deprel || (own.charCodeAt(deprel.length) === 58 && own.startsWith(deprel))
}

/** `isRelated` for a longer list. */
export function isAmong(tree: Tree, index: number, deprels: readonly string[]): boolean {
  const own = tree.words[index]!.deprel
  for (const deprel of deprels) if (is(own, deprel)) return true
  return false
}

/** The dependents with one of these relations, subtypes included. */
export function dependentsBy(
  tree: Tree,
  index: number,
  a: string,
  b?: string,
  c?: string,
  d?: string,
  e?: string,
): readonly number[] {
  let found: number[] | undefined
  for (const dependent of dependentsOf(tree, index)) {
    if (!isRelated(tree, dependent, a, b, c, d, e)) continue
    if (found) found.push(dependent)
    else found = [dependent]
  }
  return found ?? NONE
}

export function firstDependent(
  tree: Tree,
  index: number,
  a: string,
  b?: string,
  c?: string,
  d?: string,
  e?: string,
): number | null {
  for (const dependent of dependentsOf(tree, index))
    if (isRelated(tree, dependent, a, b, c, d, e)) return dependent
  return null
}

/**
 * The word and all that hangs on it, sorted; `leaveOut` prunes whole branches below the top. Iterative: a sentence
 * may be a list of thousands.
 */
export function subtree(
  tree: Tree,
  top: number,
  leaveOut?: (index: number, head: number) => boolean,
): number[] {
  if (dependentsOf(tree, top).length === 0) return [top]
  const found: number[] = []
  const stack = [top]
  let inOrder = true
  while (stack.length > 0) {
    const next = stack.pop()!
    // A word whose branches to its left have been taken.
    if (next < 0) {
      inOrder &&= found.length === 0 || found.at(-1)! < ~next
      found.push(~next)
      continue
    }
    const dependents = dependentsOf(tree, next)
    let at = dependents.length - 1
    for (; at >= 0 && dependents[at]! > next; at--)
      if (!leaveOut?.(dependents[at]!, next)) stack.push(dependents[at]!)
    stack.push(~next)
    for (; at >= 0; at--) if (!leaveOut?.(dependents[at]!, next)) stack.push(dependents[at]!)
  }
  // Few trees have branches that cross.
  return inOrder ? found : found.sort((a, b) => a - b)
}

/** The heads above a word, nearest first. */
export function ancestors(tree: Tree, index: number): number[] {
  const found: number[] = []
  let head = tree.words[index]!.head
  while (head !== null && found.length < 64) {
    found.push(head)
    head = tree.words[head]!.head
  }
  return found
}

/** "[to] open". */
export function isInfinitive(tree: Tree, verb: number): boolean {
  return dependentsBy(tree, verb, 'mark').some((index) => wordAt(tree, index).tag === 'TO')
}

export function isVerbal(tree: Tree, index: number): boolean {
  const { pos } = tree.words[index]!
  return pos === 'VERB' || pos === 'AUX'
}

export function isNominal(tree: Tree, index: number): boolean {
  const { pos } = tree.words[index]!
  return pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON' || pos === 'NUM' || pos === 'SYM'
}
