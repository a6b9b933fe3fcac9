import type PgBoss from 'pg-boss'
import type { Beside } from '../read/index.ts'
import { ALONE_FROM, QUEUE, sqlOn } from './boss.ts'
import type { Line } from './line.ts'
import { HELD, hold, WORKERS } from './locks.ts'
import { SCHEMA } from './tables.ts'

/** A file that a worker has taken. */
export interface Job {
  readonly id: string
  readonly run: number
  readonly path: string
  readonly file: string
  readonly beside: Beside | null
  /** Null where it is to be read where it lies. */
  readonly content: Uint8Array | null
  /** Articles of it that are in already: another worker got so far. */
  readonly articles: number
  /** Workers died over it: it is read with no other beside it. */
  readonly alone: boolean
}

/** Gives a new number to a worker, which is alive while this session is: a new session is a new worker. */
export async function signOn(line: Line): Promise<number> {
  const [row] = await line.ask<{ id: string }>(`select nextval('${SCHEMA}.worker_numbers') as id`)
  const worker = Number(row!.id)
  await hold(line, WORKERS, worker)
  return worker
}

interface FileRow {
  readonly job: string
  readonly run: number
  readonly path: string
  readonly file: string
  readonly beside: string | null
  readonly content: Uint8Array | null
  readonly articles: number
}

/** The oldest files that wait, at most so many: they are this worker's from now on. */
export async function takeJobs(
  line: Line,
  boss: PgBoss,
  worker: number,
  most: number,
): Promise<readonly Job[]> {
  return line.unit(async () => {
    // pg-boss keeps to itself what goes wrong while it fetches.
    let wrong: unknown = null
    const db: PgBoss.Db = {
      executeSql: (sql, values) =>
        sqlOn(line)
          .executeSql(sql, values)
          .catch((error) => {
            wrong = error
            throw error
          }),
    }
    const fetched = await boss.fetch(QUEUE, { batchSize: most, priority: false, includeMetadata: true, db })
    if (wrong) throw wrong
    if (fetched.length === 0) return []
    const retries = new Map(fetched.map(({ id, retryCount }) => [id, retryCount]))
    const rows = await line.ask<FileRow>(
      `update ${SCHEMA}.files set worker = $1 where job = any($2::uuid[]) and done is null
       returning job, run, path, file, beside, content, articles`,
      [worker, [...retries.keys()]],
    )
    // A worker that was taken for dead had done it after all.
    const taken = new Set(rows.map(({ job }) => job))
    const done = [...retries.keys()].filter((id) => !taken.has(id))
    for (const id of done) await boss.complete(QUEUE, id, {}, { db: sqlOn(line) })
    return rows.map(({ job, beside, ...row }) => ({
      ...row,
      id: job,
      beside: beside === null ? null : JSON.parse(beside),
      alone: retries.get(job)! >= ALONE_FROM,
    }))
  })
}

/** Puts back what dead workers had, and gives how many files that were. */
export function giveBackOfTheDead(line: Line, boss: PgBoss): Promise<number> {
  return giveBackWhere(line, boss, `worker not in (${HELD})`, [WORKERS])
}

/** Puts back some of a worker's own files. */
export function giveBack(line: Line, boss: PgBoss, worker: number, jobs: readonly string[]): Promise<number> {
  return giveBackWhere(line, boss, 'worker = $1 and job = any($2::uuid[])', [worker, jobs])
}

/** As tried once more, or as failed where that was too often. */
function giveBackWhere(
  line: Line,
  boss: PgBoss,
  condition: string,
  values: readonly unknown[],
): Promise<number> {
  return line.unit(async () => {
    const rows = await line.ask<{ job: string }>(
      `update ${SCHEMA}.files set worker = null where job in (
         select job from ${SCHEMA}.files where done is null and worker is not null and ${condition}
         for update skip locked)
       returning job`,
      values,
    )
    const jobs = rows.map(({ job }) => job)
    for (const job of jobs)
      await boss.fail(QUEUE, job, { message: 'its worker is gone' }, { db: sqlOn(line) })
    return jobs.length
  })
}

/** Files that the queue has given up: too many workers died over them, or somebody took them out by hand. */
export async function givenUp(line: Line): Promise<readonly Job[]> {
  const rows = await line.ask<FileRow>(
    `select f.job, f.run, f.path, f.file, f.beside, null::bytea as content, f.articles
     from ${SCHEMA}.files f left join ${SCHEMA}.job j on j.name = $1 and j.id = f.job
     where f.done is null and f.worker is null and (j.id is null or j.state > 'active')`,
    [QUEUE],
  )
  return rows.map(({ job, ...row }) => ({ ...row, id: job, beside: null, alone: true }))
}
