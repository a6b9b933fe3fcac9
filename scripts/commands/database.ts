import { openStore, type Store } from '../../pipeline/store/index.ts'
import type { SharedOptions } from './options.ts'

/** Opens the database of a listing for reading, and closes it whatever happens. */
export async function withStore<T>({ out }: SharedOptions, ask: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(out, { readonly: true })
  try {
    return await ask(store)
  } finally {
    await store.close()
  }
}

/** Number of the last run; 0 where there was none. */
export async function lastRun(store: Store): Promise<number> {
  return Math.max(0, ...(await store.runs()).map(({ id }) => id))
}
