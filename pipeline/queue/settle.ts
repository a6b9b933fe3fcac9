import type PgBoss from 'pg-boss'
import { type Outcome, type PreparedDocument, reasonOf } from '../batch/prepare.ts'
import { UserError } from '../model/errors.ts'
import type { Fingerprint } from '../model/record.ts'
import { COMPARING } from '../store/compare.ts'
import type { CommitOutcome, Store, UnitOfWork } from '../store/index.ts'
import { keyOf } from '../store/postgres/locks.ts'
import { QUEUE } from './boss.ts'
import type { Job } from './jobs.ts'
import { SCHEMA } from './tables.ts'

/** What became of some articles of a file, one behind the other. */
export interface Portion {
  /** The number of the first of them, from 0. */
  readonly from: number
  readonly outcomes: readonly Outcome<PreparedDocument>[]
  /** No article of the file comes behind them. */
  readonly last: boolean
}

/** How they are stored. */
export interface Settling {
  readonly fingerprintOf: (text: string) => Fingerprint
  readonly besideSha256: string | null
}

/**
 * `gone`: another worker has done it meanwhile. `busy`: somebody compares just now, and would not see it. In
 * both cases nothing is written.
 */
export type Settled = 'done' | 'gone' | 'busy'

/**
 * Stores what became of articles and notes in the queue that they are done, in one unit: a worker that dies, at whatever
 * moment, has done both or neither. What the store refuses of an article is that article's failure.
 */
export async function settle(
  store: Store,
  boss: PgBoss,
  job: Job,
  portion: Portion,
  settling: Settling,
): Promise<Settled> {
  try {
    return await store.together((unit) => settleIn(unit, boss, job, portion, settling))
  } catch (error) {
    if (error instanceof UserError) throw error
    const { from, outcomes, last } = portion
    const [only] = outcomes
    if (outcomes.length === 1 && only?.ok) {
      const { path } = only.value.document
      const failed: Outcome<PreparedDocument> = { ok: false, path, reason: reasonOf(error, path) }
      return settle(store, boss, job, { from, outcomes: [failed], last }, settling)
    }
    if (outcomes.length <= 1) throw error
    // One by one: the others go in.
    for (const [at, outcome] of outcomes.entries()) {
      const one = { from: from + at, outcomes: [outcome], last: last && at === outcomes.length - 1 }
      // What went in before stays in: the file is further on, for whoever goes on with it.
      const settled = await settle(store, boss, job, one, settling)
      if (settled !== 'done') return settled
    }
    return 'done'
  }
}

/** A file that the queue has given up, with the reason: its articles that are in stay in. */
export async function settleAsFailed(store: Store, boss: PgBoss, job: Job, reason: string): Promise<Settled> {
  const portion = {
    from: job.articles,
    outcomes: [{ ok: false, path: job.path, reason } as const],
    last: true,
  }
  return store.together((unit) =>
    settleIn(unit, boss, job, portion, { fingerprintOf: () => never(), besideSha256: null }),
  )
}

function settleIn(
  unit: UnitOfWork,
  boss: PgBoss,
  job: Job,
  { from, outcomes, last }: Portion,
  { fingerprintOf, besideSha256 }: Settling,
): Settled {
  const [high, low] = keyOf(COMPARING)
  const [held] = unit.ask('select pg_try_advisory_xact_lock_shared(@high, @low) as ours', { high, low })
  if (!held!.ours) return 'busy'
  // Whoever else is at this file waits here, and then finds it further on.
  const mine = unit.ask(
    `select 1 from ${SCHEMA}.files where job = @job::uuid and done is null and articles = @from for update`,
    { job: job.id, from },
  )
  if (mine.length === 0) return 'gone'
  const counts: Record<CommitOutcome | 'failed', number> = { new: 0, changed: 0, unchanged: 0, failed: 0 }
  let words = 0
  let notes = ''
  for (const outcome of outcomes) {
    if (!outcome.ok) {
      unit.recordFailure(outcome.path ?? job.path, outcome.reason, job.run)
      counts.failed++
      continue
    }
    const { document, evidence } = outcome.value
    counts[unit.commitDocument(document, evidence, fingerprintOf(document.text), job.run, besideSha256)]++
    words += outcome.value.words
    for (const note of document.notes) notes += `${JSON.stringify({ ...note, path: document.path })}\n`
  }
  // A file that failed whole before, and of which articles are in now.
  const failedWhole = outcomes.some((outcome) => !outcome.ok && (outcome.path ?? job.path) === job.path)
  if (last && !failedWhole) unit.clearFailure(job.path)
  unit.ask(
    `update ${SCHEMA}.files set articles = articles + @articles, new = new + @new, changed = changed + @changed,
       unchanged = unchanged + @unchanged, failed = failed + @failed, words = words + @words, notes = notes || @notes,
       done = case when @last::int = 1 then now() end,
       content = case when @last::int = 1 then null else content end
     where job = @job::uuid`,
    { ...counts, job: job.id, articles: outcomes.length, words, notes, last: last ? 1 : 0 },
  )
  if (last) complete(unit, boss, job.id)
  return 'done'
}

/**
 * pg-boss's own completion inside our unit. It is an asynchronous function, but asks the database before it waits for
 * anything; should a later version not, the unit fails whole, and nothing is done by halves.
 */
function complete(unit: UnitOfWork, boss: PgBoss, id: string): void {
  let asked = false
  let wrong: unknown = null
  const executeSql: PgBoss.Db['executeSql'] = (sql, values) => {
    asked = true
    try {
      const named = Object.fromEntries(values.map((value, at) => [`p${at + 1}`, plain(value)]))
      return Promise.resolve({ rows: [...unit.ask(sql.replace(/\$(\d+)/g, '@p$1'), named)] })
    } catch (error) {
      wrong = error
      return Promise.reject(error)
    }
  }
  boss.complete(QUEUE, id, {}, { db: { executeSql } }).catch(() => undefined)
  if (wrong) throw wrong
  if (!asked) throw new Error('pg-boss did not complete the job at once')
}

/** As the store sends values: lists and objects in PostgreSQL's own writing. Ids need no escapes. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return `{${value.join(',')}}`
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}

function never(): never {
  throw new Error('a failure is made with nothing')
}
