import type { Line } from './line.ts'

/*
 * First numbers of advisory locks of ours; the second tells one from the other of its kind. A session's locks are free
 * as soon as it is gone, whichever way: who is alive is asked of them, and of no clock.
 */

/** Held while the tables are made. */
export const SETUP = 0x474e5330
/** Held by a worker, under its number, for as long as it lives. */
export const WORKERS = 0x474e5331
/** Held by whoever puts files into the queue, under the number of the run. */
export const ENQUEUING = 0x474e5332

/** The second numbers of a kind that are held now. */
export const HELD = `
  select objid::bigint as id from pg_locks
  where locktype = 'advisory' and granted and objsubid = 2 and classid = $1::bigint::oid
    and database = (select oid from pg_database where datname = current_database())`

/** Waits until it is free, and holds it until the session ends or lets it go. */
export async function hold(line: Line, kind: number, id: number): Promise<void> {
  await line.ask('select pg_advisory_lock($1, $2)', [kind, id])
}

/** False at once where another session holds it. */
export async function tryHold(line: Line, kind: number, id: number): Promise<boolean> {
  const [row] = await line.ask<{ held: boolean }>('select pg_try_advisory_lock($1, $2) as held', [kind, id])
  return row!.held
}

export async function letGo(line: Line, kind: number, id: number): Promise<void> {
  await line.ask('select pg_advisory_unlock($1, $2)', [kind, id])
}

/** Numbers of a kind that are held now. */
export async function heldOf(line: Line, kind: number): Promise<ReadonlySet<number>> {
  const rows = await line.ask<{ id: string }>(HELD, [kind])
  return new Set(rows.map(({ id }) => Number(id)))
}
