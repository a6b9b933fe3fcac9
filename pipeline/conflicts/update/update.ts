import type { ComparisonTables, FindingsShelf } from '../../model/comparison.ts'
import type { DocumentId } from '../../model/ids.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import { foldDisputes } from '../disputes/disputes.ts'
import { checkSources } from '../disputes/source-checks.ts'
import { foldUpdates } from '../disputes/timeline.ts'
import { listTopics } from '../disputes/topics.ts'
import { corroborate } from '../sources/corroboration.ts'
import { rebound } from './candidates.ts'
import { compareNewClaims } from './compare-claims.ts'
import { type Library, startComparison } from './comparison.ts'
import { reindex } from './reindex.ts'

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
  for (const document of [...changed].sort()) reindex(document, comparison)
  rebound(comparison)
  compareNewClaims(comparison)
  foldDisputes(comparison)
  foldUpdates(comparison)
  checkSources(comparison)
  for (const topic of comparison.changes.topics.keys()) corroborate(topic, comparison)
  listTopics(comparison)
  tables.settle()
}
