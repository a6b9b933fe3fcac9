import { compareTogether, helpComparing } from '../batch/compare.ts'
import { linkCopies } from '../batch/link-copies.ts'
import { layOver } from '../corrections/lay-over.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { Store } from '../store/index.ts'
import { keyOf } from '../store/postgres/locks.ts'
import { RUN } from '../store/run-lock.ts'
import { finishBatch, openBatch, standingOf } from './batches.ts'
import type { Line } from './line.ts'
import { letGo, tryHold } from './locks.ts'

/**
 * Compares what a run brought, once all its files are done, and ends the run: by one worker at a time, and by nobody
 * while somebody corrects; the others judge claims for it. Should the one die over it, another goes on: what was stored
 * by then is whole. False where there was nothing to do, or it is not time yet.
 */
export async function finishRun({
  line,
  store,
  knowledge,
}: {
  readonly line: Line
  readonly store: Store
  readonly knowledge: Knowledge
}): Promise<'finished' | 'helped' | false> {
  // The lock of `lockRuns`, on this session, and not waited for.
  const run = keyOf(RUN)
  if (!(await tryHold(line, ...run))) {
    const batch = await openBatch(line)
    return batch !== null && (await helpComparing(store, knowledge, batch.run)) > 0 && 'helped'
  }
  try {
    const batch = await openBatch(line)
    const standing = batch && (await standingOf(line, batch.run))
    if (!standing || !batch.enqueued || standing.waiting + standing.active > 0) return false
    await layOver(store, knowledge)
    await linkCopies(store)
    await compareTogether(store, knowledge, batch.run)
    await store.finishRun(batch.run, standing.counts)
    await finishBatch(line, batch.run)
    return 'finished'
  } finally {
    await letGo(line, ...run)
  }
}
