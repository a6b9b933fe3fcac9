import type { ComparisonTables, FindingsShelf } from '../../model/comparison.ts'
import type { DocumentId } from '../../model/ids.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import { foldDisputes } from '../disputes/disputes.ts'
import { checkSources } from '../disputes/source-checks.ts'
import { foldUpdates } from '../disputes/timeline.ts'
import { listTopics } from '../disputes/topics.ts'
import { corroborate } from '../sources/corroboration.ts'
import { compareNewClaims } from './compare-claims.ts'
import { type Comparison, type Library, noChanges, startComparison } from './comparison.ts'
import { rebound } from './rebound.ts'
import { putIn, takeOutChanged } from './reindex.ts'

/**
 * Brings the findings to what the texts say now, when these texts are new, changed or gone: what does not hang together
 * with them is neither read nor compared. The findings are a function of all current texts as a set: whatever the order
 * in which the texts came, and in however many updates, they are the same. From empty tables, this computes everything.
 */
export function updateFindings(
  changed: Iterable<DocumentId>,
  tables: ComparisonTables,
  shelf: FindingsShelf,
  library: Library,
  knowledge: Knowledge,
): void {
  const comparison = startComparison(tables, shelf, library, knowledge)
  const entering = takeOutChanged([...changed].sort(), comparison)
  let at = 0
  do {
    while (at < entering.length && comparison.changes.claims.size < PORTION)
      putIn(entering[at++]!, comparison)
    compare(comparison)
    tables.settle()
    comparison.changes = noChanges()
  } while (at < entering.length)
}

/** Claims that are put in before they are compared: an update of very many texts is as good as several of fewer. */
const PORTION = 100_000

/** Compares what was put in, and folds what hangs together with it or with what was taken out. */
function compare(comparison: Comparison): void {
  rebound(comparison)
  compareNewClaims(comparison)
  foldDisputes(comparison)
  foldUpdates(comparison)
  checkSources(comparison)
  for (const topic of comparison.changes.topics.keys()) corroborate(topic, comparison)
  listTopics(comparison)
}
