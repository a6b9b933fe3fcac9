import { type Link, type Sending, startLink } from './link.ts'
import type { Item, Outcome } from './messages.ts'
import { type Parcel, type PlainInsert, parcels, type Waiting } from './parcels.ts'

/** A connection that sends statements late, many at once, and in their order. */
export interface Session {
  /** Connects, also again; what was not sent is forgotten. Which server process serves it is not the same then. */
  connect(): void
  /** Sends it with all that waits, and waits for it. */
  ask(item: Item): Outcome
  /** Sends it with what follows, as one where `insert` says how. `outcome` asks for it now. */
  later(item: Item, insert?: PlainInsert | null): { outcome(): Outcome }
  /** Sends what waits, and waits for all. What fails is thrown here. */
  flush(): void
  /** True where a statement failed since `drop`, whether somebody caught that or not. */
  failed(): boolean
  /** Gives up what waits, and does not care for what was sent. */
  drop(): void
  close(): void
}

/** Statements that wait before they are sent without being asked for: enough to hide the way, little to hold. */
const MOST_WAITING = 512

/**
 * Text is UTF-8, and time has no zone. Nothing of ours is slow for want of a compiled plan; the comparison may think for
 * long inside of a unit. Our own schema comes first, so that nothing of another in `public` is taken for ours. A machine
 * that is gone lets go of its locks within a minute or so, and not after TCP's two hours (also while a statement runs, where
 * the server's system can tell). What is set in a block is not known to every server.
 */
const settings = (lockTimeout: number) => `
  set client_encoding = 'UTF8'; set timezone = 'UTC'; set standard_conforming_strings = on;
  set client_min_messages = warning; set search_path = gainsay, public; set jit = off;
  set default_transaction_isolation = 'read committed'; set default_transaction_read_only = off;
  set statement_timeout = 0; set idle_in_transaction_session_timeout = 0;
  set lock_timeout = ${lockTimeout}; set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10;
  set tcp_keepalives_count = 3;
  do $$ begin set idle_session_timeout = 0; exception when others then null; end $$;
  do $$ begin set client_connection_check_interval = '10s'; exception when others then null; end $$`

/** The server process that serves this connection: its number may be given again, but not at the same time. */
const SERVER_PROCESS = `select pid, backend_start::text from pg_stat_activity where pid = pg_backend_pid()`

/**
 * A process of ours whose connection broke may still be at work: it is ended first, so that what it had not committed
 * did not happen, and its locks are free. Waits up to this many milliseconds for its end.
 */
const END_EARLIER = `select pg_terminate_backend(pid, 10000) from pg_stat_activity
  where pid = $1 and backend_start = $2::timestamptz`

export function startSession(address: string, lockTimeout: number): Session {
  const link: Link = startLink()
  let waiting: Entry[] = []
  let ahead: { readonly sending: Sending; readonly sent: readonly Parcel<Entry>[] } | null = null
  let failed = false
  let earlier: readonly [pid: string, start: string] | null = null

  /** Waits for what was sent ahead. */
  function collect(): void {
    if (!ahead) return
    const { sending, sent } = ahead
    ahead = null
    try {
      for (const [at, outcome] of sending.outcomes().entries()) {
        const { of } = sent[at]!
        for (const entry of of) entry.known = of.length === 1 ? outcome : ONE_ROW
      }
    } catch (error) {
      failed = true
      throw error
    }
  }

  function sendAhead(): void {
    collect()
    const sent = [...parcels(waiting)]
    ahead = { sending: link.send(sent.map(({ item }) => item)), sent }
    waiting = []
  }

  function flush(): void {
    if (waiting.length > 0) sendAhead()
    collect()
  }

  const session: Session = {
    connect() {
      waiting = []
      ahead = null
      failed = false
      link.connect(address)
      session.ask({ sql: settings(lockTimeout), values: null, rows: false })
      if (earlier) session.ask({ sql: END_EARLIER, values: earlier, rows: false })
      const [pid, start] = session.ask({ sql: SERVER_PROCESS, values: [], rows: true }).rows[0]!
      earlier = [String(pid), String(start)]
    },
    ask: (item) => session.later(item).outcome(),
    later(item, insert = null) {
      const entry: Entry = { item, insert, known: null }
      waiting.push(entry)
      if (waiting.length >= MOST_WAITING) sendAhead()
      return {
        outcome() {
          if (!entry.known) flush()
          if (!entry.known) throw new Error('this statement was given up with its unit')
          return entry.known
        },
      }
    },
    flush,
    failed: () => failed,
    drop() {
      waiting = []
      try {
        collect()
      } catch {
        // What failed is known already, or does not matter.
      }
      failed = false
    },
    close: () => link.close(),
  }
  return session
}

interface Entry extends Waiting {
  known: Outcome | null
}

/** What each row of an insert gave that was sent with others. */
const ONE_ROW: Outcome = { changes: 1, columns: [], rows: [] }
