import { statSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../model/errors.ts'
import { databaseOf, type Place } from '../model/place.ts'
import { openStore, type Store } from '../store/index.ts'

/** The database of a folder for as long as a review lasts. */
export interface FollowedDatabase {
  /** The one that lies there now. Throws a `UserError` where none does any more. */
  store(): Promise<Store>
  /** Another one whenever another file has taken its place. */
  generation(): number
  close(): Promise<void>
}

/** Opens the database, and, of a folder's, again where another file has taken its place: somebody deleted it and ran again. */
export async function followDatabase(place: Place): Promise<FollowedDatabase> {
  const path = join(place.out, 'claims.db')
  // A server's is nobody's file.
  const inode = () => (place.db ? 1 : (statSync(path, { throwIfNoEntry: false })?.ino ?? 0))
  const open = async () => {
    // Asked for first: a folder without a database is not given one.
    await (await openStore(databaseOf(place), { readonly: true })).close()
    return openStore(databaseOf(place))
  }
  let known = inode()
  let store = await open()
  let generation = 1
  return {
    generation: () => generation,
    async store(): Promise<Store> {
      const now = inode()
      if (now === known) return store
      if (now === 0) {
        throw new UserError('the database is gone.', {
          where: path,
          remedy: 'Type `gainsay run` to make it anew.',
        })
      }
      const next = await open()
      await store.close()
      ;[store, known] = [next, now]
      generation++
      return store
    },
    close: () => store.close(),
  }
}
