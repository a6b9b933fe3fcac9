import type { Corpus, Findings } from '../model/corpus.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { findingsIn, memoryLibrary, memoryShelf, memoryTables } from './update/memory.ts'
import { updateFindings } from './update/update.ts'

/** Raised when the same corpus would give other findings. */
export const VERSION = '6'

export { comparePair, type PairAnswer } from './compare/pair.ts'
export { collectEvidence } from './sources/evidence.ts'
export { type Copy, findNearCopies, type Signed } from './sources/near-copies.ts'
export { fileForJudging, foldLeft, judgePortion, newClaims } from './update/acts.ts'
export { boundedIn } from './update/bounded.ts'
export type { Library } from './update/comparison.ts'
export { startComparison } from './update/comparison.ts'
export { updateFindings } from './update/update.ts'

/**
 * Everybody's claims -> propositions -> pairs -> findings -> disputes, in memory and from nothing. A pure function of
 * the corpus as a set: neither the order of the documents nor that of the claims changes anything.
 */
export function findConflicts(corpus: Corpus, knowledge: Knowledge): Findings {
  const tables = memoryTables()
  const shelf = memoryShelf()
  const library = memoryLibrary(corpus)
  updateFindings(
    corpus.documents.map(({ id }) => id),
    tables,
    shelf,
    library,
    knowledge,
  )
  return findingsIn(tables, shelf, library)
}
