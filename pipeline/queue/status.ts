import { openBatch, standingOf } from './batches.ts'
import { QUEUE } from './boss.ts'
import { type Line, openLine } from './line.ts'
import { heldOf, WORKERS } from './locks.ts'
import { SCHEMA } from './tables.ts'

/** What those who run a queue look at. */
export interface QueueStatus {
  /** Number of the run that is in the queue; null where none is. */
  readonly run: number | null
  /** Files that wait for a worker, and files that one has. */
  readonly waiting: number
  readonly active: number
  /** Files that the run found, and those that are done. */
  readonly listed: number
  readonly done: number
  /** Articles that failed in this run so far. */
  readonly failed: number
  /** Articles a minute, over the last minutes; 0 where none came in. */
  readonly articlesPerMinute: number
  /** Seconds that the file which waits longest has waited; null where none does. */
  readonly oldestSeconds: number | null
  /** Files that were given out more than once: their workers died, or the database went away. */
  readonly retried: number
  readonly workers: number
  /** All is read, and somebody compares it. */
  readonly comparing: boolean
}

/** The rate is that of so many minutes: short enough to see a worker come or go. */
const MINUTES = 5

/** Looks at the queue of a database; null where there is none yet. */
export async function queueStatus(address: string): Promise<QueueStatus | null> {
  const line = await openLine(address, 'gainsay status')
  try {
    const [there] = await line.ask<{ there: boolean }>(
      `select to_regclass('${SCHEMA}.files') is not null as there`,
    )
    return there!.there ? await look(line) : null
  } finally {
    await line.close()
  }
}

async function look(line: Line): Promise<QueueStatus> {
  const batch = await openBatch(line)
  const standing = batch && (await standingOf(line, batch.run))
  const [rate] = await line.ask<{ articles: number; seconds: number }>(
    `select coalesce(sum(articles), 0)::int as articles,
       coalesce(extract(epoch from now() - min(done)), 0)::float8 as seconds
     from ${SCHEMA}.files where done > now() - make_interval(mins => $1)`,
    [MINUTES],
  )
  const [jobs] = await line.ask<{ oldest: number | null; retried: number }>(
    `select extract(epoch from now() - min(created_on))::float8 as oldest,
       count(*) filter (where retry_count > 0 or state = 'retry')::int as retried
     from ${SCHEMA}.job where name = $1 and state < 'active'`,
    [QUEUE],
  )
  const { waiting = 0, active = 0, listed = 0, done = 0 } = standing ?? {}
  const seconds = Math.max(1, rate!.seconds)
  return {
    run: batch?.run ?? null,
    waiting,
    active,
    listed,
    done,
    failed: standing?.counts.failed ?? 0,
    articlesPerMinute: Math.round((rate!.articles / seconds) * 60),
    oldestSeconds: jobs!.oldest === null ? null : Math.round(jobs!.oldest),
    retried: jobs!.retried,
    workers: (await heldOf(line, WORKERS)).size,
    comparing: batch?.enqueued === true && waiting + active === 0,
  }
}
