import { refresh } from '../batch/refresh.ts'
import { databaseOf, type Place } from '../model/place.ts'
import { lockRuns, openStore } from '../store/index.ts'
import { differing } from './lay-over.ts'
import { loadAnnotations } from './load.ts'

/**
 * Brings database and exports up to date with the log: for whoever shows them, since a correction may have been logged
 * when nobody could let it take effect, or come from another machine. Does nothing where they are.
 */
export async function catchUp({
  annotations,
  jobs,
  ...place
}: Place & { readonly annotations: string; readonly jobs: number }): Promise<void> {
  const store = await openStore(databaseOf(place))
  try {
    if ((await differing(store, loadAnnotations(annotations))).size === 0) return
    // A run that is on its way does the same at its end.
    const lock = await lockRuns(databaseOf(place), { signal: AbortSignal.abort() })
    if (!lock) return
    try {
      await refresh(store, loadAnnotations(annotations), { out: place.out, jobs })
    } finally {
      lock.release()
    }
  } finally {
    await store.close()
  }
}
