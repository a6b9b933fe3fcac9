import { compareClaims } from '../batch/compare.ts'
import { linkCopies } from '../batch/link-copies.ts'
import { layOver } from '../corrections/lay-over.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { lockRuns, type Store } from '../store/index.ts'
import { finishBatch, openBatch, standingOf } from './batches.ts'
import type { Line } from './line.ts'

/**
 * Compares what a run brought, once all its files are done, and ends the run: by one worker at a time, and by nobody
 * while somebody corrects. Should the one die over it, another begins anew: what was stored by then is whole. False where
 * somebody else is at it, or it is not time yet.
 */
export async function finishRun(
  address: string,
  { line, store, knowledge }: { readonly line: Line; readonly store: Store; readonly knowledge: Knowledge },
): Promise<boolean> {
  // Tried once, and not waited for.
  const lock = await lockRuns(address, { signal: AbortSignal.abort() })
  if (!lock) return false
  try {
    const batch = await openBatch(line)
    const standing = batch && (await standingOf(line, batch.run))
    if (!standing || !batch.enqueued || standing.waiting + standing.active > 0) return false
    await layOver(store, knowledge)
    await linkCopies(store)
    await compareClaims(store, knowledge, batch.run)
    await store.finishRun(batch.run, standing.counts)
    await finishBatch(line, batch.run)
    return true
  } finally {
    lock.release()
  }
}
