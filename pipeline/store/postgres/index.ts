import { UserError } from '../../model/errors.ts'
import type { Connection } from '../connection.ts'
import type { StoreOptions } from '../face.ts'
import type { Database, Statement } from '../sql.ts'
import { explain, hasMet, isAway, OLDEST, withoutPassword } from './errors.ts'
import { type Sending, startLink } from './link.ts'
import { type Locks, locksOn } from './locks.ts'
import type { Item, Outcome } from './messages.ts'
import { migrate } from './migrate.ts'
import { pause } from './pause.ts'
import { arrange, translate } from './translate.ts'
import { type Given, toSend } from './values.ts'

/** A connection to PostgreSQL, with the locks that several machines need. */
export interface PostgresDatabase extends Database {
  readonly dialect: 'postgres'
  readonly locks: Locks
  /** The address without its password, for messages. */
  readonly where: string
}

export interface PostgresOptions {
  /** Milliseconds to wait for a lock that another holds; as SQLite's. */
  readonly lockTimeout?: number
  /** Seconds to wait for a server that went away. */
  readonly patience?: number
}

/** Statements that wait before they are sent without being asked for: enough to hide the way, little to hold. */
const MOST_WAITING = 200

/** A unit that met others so often is not unlucky. */
const MOST_ATTEMPTS = 10

/**
 * Text is UTF-8, and time has no zone. Nothing of ours is slow for want of a compiled plan, and the comparison may think
 * for long inside of a unit. Our own schema comes first, so that nothing of another in `public` is taken for ours.
 */
const settings = (lockTimeout: number) => `
  set client_encoding = 'UTF8'; set timezone = 'UTC'; set standard_conforming_strings = on;
  set client_min_messages = warning; set search_path = gainsay, public; set jit = off;
  set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set lock_timeout = ${lockTimeout};
  do $$ begin perform set_config('idle_session_timeout', '0', false); exception when others then null; end $$`

type Begin = 'begin' | 'begin isolation level repeatable read read only'

/**
 * Opens a connection. Throws a `UserError` where the server cannot be reached, does not let us in, or is too old. The
 * driver is loaded here, in a thread of its own, and nowhere else.
 */
export function openPostgres(address: string, options: PostgresOptions = {}): PostgresDatabase {
  const { lockTimeout = 60_000, patience = 60 } = options
  const where = withoutPassword(address)
  const link = startLink()
  /** Not yet sent, with who wants to know. */
  let waiting: { readonly item: Item; readonly told: (outcome: Outcome) => void }[] = []
  let ahead: { readonly sending: Sending; readonly told: readonly ((outcome: Outcome) => void)[] } | null =
    null
  /** In a unit; `failed` where a part of it failed, so that the rest cannot be kept. */
  let unit: { failed: boolean } | null = null

  function connect(): void {
    link.connect(address)
    link.send([{ sql: settings(lockTimeout), values: null, rows: false }]).outcomes()
  }

  /** Waits for what was sent ahead. */
  function collect(): void {
    if (!ahead) return
    const { sending, told } = ahead
    ahead = null
    for (const [at, outcome] of sending.outcomes().entries()) told[at]!(outcome)
  }

  function sendAhead(): void {
    collect()
    ahead = { sending: link.send(waiting.map(({ item }) => item)), told: waiting.map(({ told }) => told) }
    waiting = []
  }

  function flush(): void {
    if (waiting.length > 0) sendAhead()
    collect()
  }

  function drop(): void {
    waiting = []
    try {
      collect()
    } catch {
      // What failed is known already, or does not matter: the unit is given up.
    }
  }

  function ask(sql: string, values: Item['values'], rows: boolean): Outcome {
    let outcome: Outcome | null = null
    waiting.push({ item: { sql, values, rows }, told: (given) => (outcome = given) })
    flush()
    return outcome!
  }

  function post(sql: string): void {
    waiting.push({ item: { sql, values: [], rows: false }, told: () => {} })
  }

  function attempt<T>(begin: Begin, work: () => T): T {
    unit = { failed: false }
    try {
      post(begin)
      const result = work()
      if (unit.failed) throw new Error('a part of this unit failed: the rest cannot be kept')
      post('commit')
      flush()
      return result
    } catch (error) {
      drop()
      if (!isAway(error)) ask('rollback', [], false)
      throw error
    } finally {
      unit = null
    }
  }

  /** Again from its beginning where it met another unit, or where the server went away and came back. */
  function runUnit<T>(begin: Begin, work: () => T): T {
    if (unit) {
      try {
        return work()
      } catch (error) {
        unit.failed = true
        throw error
      }
    }
    return explained(() => {
      for (let tried = 1; ; tried++) {
        try {
          return attempt(begin, work)
        } catch (error) {
          if (tried === MOST_ATTEMPTS || !(isAway(error) || hasMet(error))) throw error
          if (isAway(error)) reconnect()
        }
      }
    })
  }

  /** Growing pauses, for up to `patience` seconds. */
  function reconnect(): void {
    for (let waited = 0, next = 0.1; ; waited += next, next = Math.min(next * 2, 5)) {
      try {
        connect()
        return
      } catch (error) {
        if (!isAway(error) || waited >= patience) throw error
        pause(next * 1000)
      }
    }
  }

  function explained<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw explain(error, where)
    }
  }

  const inUnit = <T>(begin: Begin, work: () => T): T => (unit ? work() : runUnit(begin, work))
  const READ: Begin = 'begin isolation level repeatable read read only'

  function prepare<P extends readonly unknown[], R>(sql: string): Statement<P, R> {
    const { text, parameters } = translate(sql)
    const sent = (given: readonly unknown[]) => arrange(given, parameters).map(toSend)
    let plucked = false
    const rowsOf = ({ columns, rows }: Outcome): R[] =>
      rows.map((row) => (plucked ? row[0] : objectOf(columns, row)) as R)
    const all = (given: readonly unknown[]): R[] =>
      rowsOf(inUnit('begin', () => ask(text, sent(given), true)))
    return {
      get: (...given) => all(given)[0],
      all: (...given) => all(given),
      *iterate(...given) {
        yield* all(given)
      },
      run(...given) {
        const values = sent(given)
        if (!unit) return { changes: runUnit('begin', () => ask(text, values, false)).changes }
        let outcome: Outcome | null = null
        waiting.push({ item: { sql: text, values, rows: false }, told: (known) => (outcome = known) })
        if (waiting.length >= MOST_WAITING) sendAhead()
        return {
          get changes() {
            if (!outcome) flush()
            return outcome!.changes
          },
        }
      },
      pluck() {
        plucked = true
        return this
      },
    }
  }

  const database: PostgresDatabase = {
    dialect: 'postgres',
    where,
    prepare,
    exec: (sql) => explained(() => void ask(sql, null, false)),
    transaction: (work) => ({
      immediate: () => runUnit('begin', work),
      deferred: () => runUnit(READ, work),
    }),
    locks: locksOn(prepare),
    close: () => link.close(),
  }
  try {
    explained(connect)
    checkServer(database)
    return database
  } catch (error) {
    link.close()
    throw error
  }
}

/** Opens the database at an address, and brings its schema up to date. */
export function connectPostgres(address: string, options: StoreOptions): Connection {
  const { lockTimeout, readonly = false } = options
  const db = openPostgres(address, lockTimeout === undefined ? {} : { lockTimeout })
  try {
    migrate(db, readonly)
    // Which transactions ended is in the name of every state of the database.
    const stamp = db.prepare<[], string>('select pg_current_snapshot()::text').pluck()
    // What it throws is explained already.
    return { db, explain: (work) => work(), stamp: () => stamp.get()! }
  } catch (error) {
    db.close()
    throw error
  }
}

function objectOf(columns: readonly string[], row: readonly Given[]): Record<string, Given> {
  const object: Record<string, Given> = {}
  for (let at = 0; at < columns.length; at++) object[columns[at]!] = row[at]!
  return object
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
