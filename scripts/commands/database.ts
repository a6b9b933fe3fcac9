import { openVerdictLog } from '../../pipeline/review/verdict-log.ts'
import { openStore, type Store } from '../../pipeline/store/index.ts'
import type { SharedOptions } from './options.ts'

/**
 * Opens the database of a listing for reading, and closes it whatever happens. Verdicts that came from elsewhere, or
 * while nobody could index them, count first.
 */
export async function withStore<T>(
  { out, annotations }: SharedOptions,
  ask: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openStore(out, { readonly: true })
  try {
    const verdicts = openVerdictLog(annotations).entries()
    if (!(await store.hasVerdicts(verdicts))) {
      const writable = await openStore(out)
      await writable.indexVerdicts(verdicts).finally(() => writable.close())
    }
    return await ask(store)
  } finally {
    await store.close()
  }
}

/** Number of the last run; 0 where there was none. */
export async function lastRun(store: Store): Promise<number> {
  return Math.max(0, ...(await store.runs()).map(({ id }) => id))
}
