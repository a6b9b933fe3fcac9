import { createHash } from 'node:crypto'
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
  /** Until the unit ends, whichever way. */
  takeInUnit(name: string): void
  tryInUnit(name: string): boolean
}

export function locksOn(prepare: Database['prepare']): Locks {
  type Key = [high: number, low: number]
  const take = prepare<Key>('select pg_advisory_lock(?, ?)')
  const attempt = prepare<Key, number>('select pg_try_advisory_lock(?, ?)').pluck()
  const release = prepare<Key>('select pg_advisory_unlock(?, ?)')
  const takeInUnit = prepare<Key>('select pg_advisory_xact_lock(?, ?)')
  const attemptInUnit = prepare<Key, number>('select pg_try_advisory_xact_lock(?, ?)').pluck()
  return {
    take: (name) => void take.get(...keyOf(name)),
    try: (name) => attempt.get(...keyOf(name)) === 1,
    release: (name) => void release.get(...keyOf(name)),
    takeInUnit: (name) => void takeInUnit.get(...keyOf(name)),
    tryInUnit: (name) => attemptInUnit.get(...keyOf(name)) === 1,
  }
}

/** 64 of the 256 bits of its SHA-256, as two of PostgreSQL's `int4`. */
export function keyOf(name: string): [high: number, low: number] {
  const hash = createHash('sha256').update(name).digest()
  return [hash.readInt32BE(0), hash.readInt32BE(4)]
}
