import { createHash } from 'node:crypto'
import { UserError } from '../../model/errors.ts'
import type { Database } from '../sql.ts'

/**
 * Locks by name, which all machines of a database see: of a run, of one address, of one block of claims. They guard no
 * rows; who takes the same name waits. A connection that ends gives its locks back.
 */
export interface Locks {
  /** Until `release`, or until the connection ends. Waits as long as for any lock. */
  take(name: string): void
  /** The same, and false at once where another connection holds it. */
  try(name: string): boolean
  release(name: string): void
  /** Until the unit ends, whichever way. What the unit reads or writes after it happens behind it. */
  takeInUnit(name: string): void
  tryInUnit(name: string): boolean
  /**
   * After the connection broke: takes what was held. Throws a `UserError` where another took it meanwhile, for what this
   * program thought it guarded is no longer so.
   */
  takeAgain(): void
}

/** `where` is the database's address, for messages. */
export function locksOn(prepare: Database['prepare'], where: string): Locks {
  type Key = [high: number, low: number]
  const take = prepare<Key>('select pg_advisory_lock(?, ?)')
  const attempt = prepare<Key, number>('select pg_try_advisory_lock(?, ?)').pluck()
  const release = prepare<Key>('select pg_advisory_unlock(?, ?)')
  const takeInUnit = prepare<Key>('select pg_advisory_xact_lock(?, ?)')
  const attemptInUnit = prepare<Key, number>('select pg_try_advisory_xact_lock(?, ?)').pluck()
  /** How often each is held, as PostgreSQL counts. */
  const held = new Map<string, number>()
  const hold = (name: string, more: number) => {
    const times = (held.get(name) ?? 0) + more
    if (times > 0) held.set(name, times)
    else held.delete(name)
  }
  return {
    take(name) {
      take.get(...keyOf(name))
      hold(name, 1)
    },
    try(name) {
      if (attempt.get(...keyOf(name)) !== 1) return false
      hold(name, 1)
      return true
    },
    release(name) {
      release.get(...keyOf(name))
      hold(name, -1)
    },
    // No round trip of its own: it is sent with what follows.
    takeInUnit: (name) => void takeInUnit.run(...keyOf(name)),
    tryInUnit: (name) => attemptInUnit.get(...keyOf(name)) === 1,
    takeAgain() {
      for (const [name, times] of held) {
        for (let time = 0; time < times; time++) {
          if (attempt.get(...keyOf(name)) === 1) continue
          throw new UserError('the database was away, and another program took over meanwhile.', {
            where,
            remedy: 'Run again when that one has ended: what was stored is whole.',
          })
        }
      }
    },
  }
}

/** 64 of the 256 bits of its SHA-256, as two of PostgreSQL's `int4`. */
export function keyOf(name: string): [high: number, low: number] {
  const hash = createHash('sha256').update(name).digest()
  return [hash.readInt32BE(0), hash.readInt32BE(4)]
}
