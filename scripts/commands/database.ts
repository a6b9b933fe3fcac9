import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { databaseOf } from '../../pipeline/model/place.ts'
import { openVerdictLog } from '../../pipeline/review/verdict-log.ts'
import { openStore, type Store } from '../../pipeline/store/index.ts'
import type { SharedOptions } from './options.ts'

/**
 * Opens the database of a listing for reading, and closes it whatever happens. Verdicts that came from elsewhere, or
 * while nobody could index them, count first.
 */
export async function withStore<T>(
  { annotations, ...place }: SharedOptions,
  ask: (store: Store) => Promise<T>,
): Promise<T> {
  const database = databaseOf(place)
  const store = await openStore(database, { readonly: true })
  try {
    const verdicts = openVerdictLog(annotations).entries()
    if (!(await store.hasVerdicts(verdicts))) {
      const writable = await openStore(database)
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

/** Whether there is a database at all; a server's is asked where it is opened. */
export function hasDatabase({ out, db }: SharedOptions): boolean {
  return db !== undefined || existsSync(join(out, 'claims.db'))
}
