import { UserError } from '../../model/errors.ts'
import type { Connection } from '../connection.ts'
import type { StoreOptions } from '../face.ts'
import type { Database } from '../sql.ts'
import { explain, OLDEST, withoutPassword } from './errors.ts'
import { type Locks, locksOn } from './locks.ts'
import { migrate } from './migrate.ts'
import { startSession } from './session.ts'
import { preparer } from './statement.ts'
import { type Units, unitsOn } from './units.ts'

/** A connection to PostgreSQL, with the locks that several machines need. */
export interface PostgresDatabase extends Database {
  readonly dialect: 'postgres'
  readonly locks: Locks
  /** The address without its password, for messages. */
  readonly where: string
  /** See `Units`. */
  noteUnits(): void
}

export interface PostgresOptions {
  /** Milliseconds to wait for a lock that another holds; as SQLite's. */
  readonly lockTimeout?: number
  /** Seconds to wait for a server that went away. */
  readonly patience?: number
}

/** Opens the database at an address, and brings its schema up to date. */
export function connectPostgres(address: string, options: StoreOptions): Connection {
  const { lockTimeout, readonly = false } = options
  const db = openPostgres(address, lockTimeout === undefined ? {} : { lockTimeout })
  try {
    migrate(db, readonly)
    if (!readonly) {
      db.noteUnits()
      db.prepare("delete from gainsay.units where noted < now() - interval '7 days'").run()
    }
    // Which transactions ended is in the name of every state of the database.
    const stamp = db.prepare<[], string>('select pg_current_snapshot()::text').pluck()
    // What it throws is explained already.
    return { db, explain: (work) => work(), stamp: () => stamp.get()! }
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Opens a connection, whatever the database holds. Throws a `UserError` where the server cannot be reached, does not let
 * us in, or is too old. The driver is loaded here, in a thread of its own, and nowhere else.
 */
export function openPostgres(address: string, options: PostgresOptions = {}): PostgresDatabase {
  const { lockTimeout = 60_000, patience = 60 } = options
  const where = withoutPassword(address)
  const session = startSession(address, lockTimeout)
  let locks: Locks | null = null
  const units: Units = unitsOn(session, patience, () => locks?.takeAgain())
  /** Inside of a unit, what fails goes through to the unit, which may begin again. */
  const explained = <T>(work: () => T): T => {
    if (units.open()) return work()
    try {
      return work()
    } catch (error) {
      throw explain(error, where)
    }
  }
  try {
    explained(session.connect)
    const prepare = preparer(session, units, explained)
    locks = locksOn(prepare, where)
    const database: PostgresDatabase = {
      dialect: 'postgres',
      where,
      locks,
      prepare,
      exec: (sql) => explained(() => void session.ask({ sql, values: null, rows: false })),
      transaction: (work) => ({
        immediate: () => explained(() => units.write(work)),
        deferred: () => explained(() => units.read(work)),
      }),
      lock: (name) => locks!.takeInUnit(name),
      noteUnits: () => units.note(),
      close: () => session.close(),
    }
    checkServer(database)
    return database
  } catch (error) {
    session.close()
    throw error
  }
}

function checkServer(database: PostgresDatabase): void {
  const server = database
    .prepare<[], { version: number; encoding: string }>(
      "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding",
    )
    .get()!
  const version = Math.floor(server.version / 10_000)
  if (version < OLDEST) {
    throw new UserError(`this is PostgreSQL ${version}, and Gainsay needs ${OLDEST} or newer.`, {
      where: database.where,
      remedy: 'Name another server after --db.',
    })
  }
  if (server.encoding !== 'UTF8') {
    throw new UserError(`the database holds text as ${server.encoding}, and Gainsay needs UTF8.`, {
      where: database.where,
      remedy: 'Make another with `createdb --encoding=UTF8 --template=template0` and its name.',
    })
  }
}
