import type { StoreOptions } from './face.ts'
import type { Database } from './sql.ts'
import { databasePath, openDatabase } from './sqlite/connect.ts'
import { explainDatabaseErrors } from './sqlite/errors.ts'

/** An open database, and what of it hangs on which one it is. */
export interface Connection {
  readonly db: Database
  /** Calls `work`; what the world outside did wrong becomes a `UserError`. */
  explain<T>(work: () => T): T
  /** Another one as soon as any program has written. */
  stamp(): string
}

/** True for the address of a PostgreSQL database; anything else is a folder. */
export function isAddress(place: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(place)
}

/** Opens the database in a folder, in memory (`:memory:`), or at a PostgreSQL address, and brings its schema up to date. */
export async function connect(place: string, options: StoreOptions): Promise<Connection> {
  // What only some need is not loaded by all.
  if (isAddress(place)) return (await import('./postgres/index.ts')).connectPostgres(place, options)
  const db = openDatabase(place, options)
  const version = db.prepare<[], number>('pragma data_version').pluck()
  return {
    db,
    explain: (work) => explainDatabaseErrors(databasePath(place), work),
    stamp: () => String(version.get()),
  }
}
