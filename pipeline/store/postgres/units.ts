import { randomUUID } from 'node:crypto'
import { hasMet, isAway, isFull } from './errors.ts'
import { pause } from './pause.ts'
import type { Session } from './session.ts'
import type { Sent } from './values.ts'

/** Transactions that begin again where another one or the server's end came between. */
export interface Units {
  /** Runs all of `work` or nothing; inside another unit it is a part of that one. */
  write<T>(work: () => T): T
  /** Sees one state of the database. */
  read<T>(work: () => T): T
  /** True inside of a unit. */
  open(): boolean
  /** What is right to be done again, alone: `ask` once more where the server went away and came back. */
  again<T>(ask: () => T): T
  /** From now on, what was committed is noted (see `NOTE`). */
  note(): void
}

/** A unit that met others so often is not unlucky. */
const MOST_ATTEMPTS = 10

/**
 * In milliseconds. Between attempts to reach a server: doubled from the first up to the longest. Where two units met: the
 * more, the oftener.
 */
const PAUSES = { first: 100, longest: 5000, met: 10 } as const

/**
 * When the server goes away while a unit is committed, nobody can tell from here whether it was. So each unit notes its
 * number under the name of its connection, in the same transaction: after it is back, the note tells. A unit that was
 * committed is not run again, and one that was not is.
 */
const NOTE = `insert into gainsay.units values ($1, $2, now())
  on conflict (connection) do update set number = excluded.number, noted = excluded.noted`
const NOTED = 'select 1 from gainsay.units where connection = $1 and number = $2'

/**
 * `reconnected` takes back what hung on the connection, its locks; `patience` is how many seconds a server may be away.
 * A unit may be run more than once: what it does beyond the database must bear that.
 */
export function unitsOn(session: Session, patience: number, reconnected: () => void): Units {
  const name = randomUUID()
  let number = 0
  let noting = false
  /** `failed` where a part of it failed, so that the rest must not be kept. */
  let unit: { failed: boolean } | null = null

  const send = (sql: string, values: readonly Sent[] = []) => session.later({ sql, values, rows: false })
  const ask = (sql: string, values: readonly Sent[] = []) => session.ask({ sql, values, rows: true })

  /** Growing pauses. */
  function reconnect(): void {
    let next: number = PAUSES.first
    for (let waited = 0; ; waited += next, next = Math.min(next * 2, PAUSES.longest)) {
      try {
        session.connect()
        reconnected()
        return
      } catch (error) {
        if (!(isAway(error) || isFull(error)) || waited >= patience * 1000) throw error
        pause(next)
      }
    }
  }

  /** Calls `work` until it is not the others' fault that it fails. */
  function persist<T>(work: () => T, done: () => { readonly result: T } | null): T {
    for (let tried = 1; ; tried++) {
      try {
        return work()
      } catch (error) {
        const away = isAway(error)
        if (tried === MOST_ATTEMPTS || !(away || hasMet(error))) throw error
        if (!away) {
          pause(PAUSES.met * tried)
          continue
        }
        reconnect()
        const earlier = done()
        if (earlier) return earlier.result
      }
    }
  }

  function run<T>(begin: string, work: () => T, writes: boolean): T {
    if (unit) {
      try {
        return work()
      } catch (error) {
        unit.failed = true
        throw error
      }
    }
    /** What `work` gave to a unit that may have been committed. */
    let given: { readonly result: T } | null = null
    const attempt = (): T => {
      given = null
      const current = { failed: false }
      unit = current
      try {
        session.drop()
        send(begin)
        const result = work()
        if (current.failed || session.failed())
          throw new Error('a part of this unit failed: the rest cannot be kept')
        if (writes && noting) {
          send(NOTE, [name, String(++number)])
          given = { result }
        }
        send('commit')
        session.flush()
        return result
      } catch (error) {
        giveUp(error)
        throw error
      } finally {
        unit = null
      }
    }
    return persist(attempt, () => {
      if (!given) return null
      const noted = persist(
        () => ask(NOTED, [name, String(number)]),
        () => null,
      )
      return noted.rows.length > 0 ? given : null
    })
  }

  function giveUp(error: unknown): void {
    session.drop()
    if (isAway(error)) return
    try {
      ask('rollback')
    } catch {
      // Where the connection is gone, so is what the unit did; the next one finds out.
    }
  }

  return {
    write: (work) => run('begin', work, true),
    read: (work) => run('begin isolation level repeatable read read only', work, false),
    open: () => unit !== null,
    again: (work) => persist(work, () => null),
    note() {
      noting = true
    },
  }
}
