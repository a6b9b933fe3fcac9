import type { ComparisonTables, FindingsShelf } from '../../model/comparison.ts'
import type { DocumentId } from '../../model/ids.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import { foldDisputes } from '../disputes/disputes.ts'
import { checkSources } from '../disputes/source-checks.ts'
import { foldUpdates } from '../disputes/timeline.ts'
import { listTopics } from '../disputes/topics.ts'
import { corroborate } from '../sources/corroboration.ts'
import { LARGEST_BLOCK } from './blocks.ts'
import { type Comparison, type Library, startComparison } from './comparison.ts'
import { judgeClaims, judgeMerged } from './judge.ts'
import { rebound } from './rebound.ts'
import { putIn, READ, takeOutChanged } from './reindex.ts'

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
  fileTexts(changed, comparison)
  const { fresh } = comparison.changes
  const isNew = new Set(fresh)
  judgeClaims(fresh, (claim) => isNew.has(claim), comparison)
  foldFindings(comparison)
  tables.settle()
}

/** Claims that are put in before their blocks are. */
const PORTION = 100_000

/** The first act: takes out what changed, and files what texts say now, in portions, so that memory stays bounded. */
export function fileTexts(changed: Iterable<DocumentId>, comparison: Comparison): void {
  const { fresh, blocks } = comparison.changes
  const entering = takeOutChanged([...changed].sort(), comparison)
  let at = 0
  do {
    const full = fresh.length + PORTION
    for (; at < entering.length && fresh.length < full; at += READ)
      putIn(entering.slice(at, at + READ), comparison)
    rebound(comparison)
    blocks.clear()
  } while (at < entering.length)
  judgeMerged(comparison)
}

/** The third act, behind the judging: folds what hangs together with what changed. */
export function foldFindings(comparison: Comparison): void {
  foldDisputes(comparison)
  foldUpdates(comparison)
  checkSources(comparison)
  const topics = [...comparison.changes.topics.keys()]
  comparison.tables.claims.ahead('topic', topics, LARGEST_BLOCK)
  for (const topic of topics) corroborate(topic, comparison)
  listTopics(comparison)
}
