import { dependentsBy, firstDependent, isNominal, isRelated, subtree, type Tree, wordAt } from './tree.ts'

/** The coordinated heads of a phrase, its own first: "Kazakhstan, Kyrgyzstan and Uzbekistan" has three. */
export function conjuncts(tree: Tree, head: number): number[] {
  const others = dependentsBy(tree, head, 'conj').filter(
    (index) => isNominal(tree, index) || wordAt(tree, index).pos === wordAt(tree, head).pos,
  )
  const last = others.findLastIndex((index) => isClosing(tree, index))
  // "a hospital in Oslo, a town of ships": without an "and" to close it, there is no list.
  return [
    head,
    ...others
      .slice(0, last + 1)
      .filter(
        (index) =>
          !isSetAgainst(tree, head, index) && !isTorn(tree, head, index) && !isSubject(tree, head, index),
      ),
  ]
}

/** "not as an alliance, but as diplomacy": what stands behind "but" is no further member of the list. */
function isSetAgainst(tree: Tree, head: number, conjunct: number): boolean {
  for (let index = head + 1; index < conjunct; index++) if (wordAt(tree, index).lemma === 'but') return true
  return false
}

/** ", and Ada Roe of Oslo ...": an "and" that joins no two members opens another clause. */
export function opensClause(tree: Tree, index: number): boolean {
  const and = firstDependent(tree, index, 'cc')
  return (
    and !== null && and < index && !isRelated(tree, index, 'conj') && wordAt(tree, and - 1)?.lemma === ','
  )
}

/** "outside its territory, and Ada Roe said ...": two members with a comma between them are two clauses. */
export function isTorn(tree: Tree, head: number, conjunct: number): boolean {
  const and = firstDependent(tree, conjunct, 'cc')
  return and !== null && wordAt(tree, and - 1).lemma === ',' && dependentsBy(tree, head, 'conj').length === 1
}

/** "A, B [and C]": the member that an "and" opens, wherever the parse hangs it. */
function isClosing(tree: Tree, conjunct: number): boolean {
  if (firstDependent(tree, conjunct, 'cc') !== null) return true
  const [first] = subtree(tree, conjunct, (index) => index > conjunct)
  return [first!, first! - 1].some(
    (index) => index >= tree.sentence.firstWord && wordAt(tree, index).pos === 'CCONJ',
  )
}

/** "stationed at the base and [experts] say": behind a verb, a noun with a finite verb right behind it is that verb's. */
function isSubject(tree: Tree, head: number, conjunct: number): boolean {
  const next = conjunct + 1
  if (next >= tree.sentence.endWord || isRelated(tree, head, 'nsubj')) return false
  return (
    ['VBZ', 'VBP', 'VBD'].includes(wordAt(tree, next).tag) &&
    wordAt(tree, next).head !== wordAt(tree, head).head
  )
}
