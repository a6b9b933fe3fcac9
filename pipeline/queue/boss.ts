import type PgBoss from 'pg-boss'
import { UserError } from '../model/errors.ts'
import type { Line } from './line.ts'
import { SETUP } from './locks.ts'
import { MADE, SCHEMA, TABLES } from './tables.ts'

/** The one queue: a job is a file that a run found new or changed. */
export const QUEUE = 'articles'

/**
 * Times that a file is given out again after its worker died over it, before it is a failure. The third time on it is
 * read alone, so that it takes no other with it: six deaths in a row are its own doing.
 */
export const MOST_RETRIES = 5
/** From this retry on it is read alone. */
export const ALONE_FROM = 2

/**
 * A worker that hangs, and lives, loses its job after so long: dead ones lose theirs at once (`jobs.ts`). Longer than
 * any file may take with the usual limits.
 */
const EXPIRE_SECONDS = 3600
/** A job that nobody takes is kept as long as anybody may look for it. */
const KEEP_DAYS = 365
/** What is done is of no use to anybody; our own table says what became of it. */
const ARCHIVE_SECONDS = 3600

/** pg-boss's SQL on our own session: no pool, no timers, and its writes in the same unit as ours. */
export function sqlOn(line: Line): PgBoss.Db {
  return { executeSql: async (sql, values) => ({ rows: [...(await line.ask(sql, values))] }) }
}

/** Brings the queue's tables up to date and gives pg-boss, which does nothing that it is not asked for. */
export async function openBoss(line: Line): Promise<PgBoss> {
  const Boss = await loadBoss()
  const boss = new Boss({
    db: sqlOn(line),
    schema: SCHEMA,
    supervise: false,
    schedule: false,
    archiveCompletedAfterSeconds: ARCHIVE_SECONDS,
    deleteAfterSeconds: ARCHIVE_SECONDS,
  })
  // Every call throws what goes wrong; an event that nobody hears would end the process.
  boss.on('error', () => undefined)
  await line.ask('select pg_advisory_lock($1, 0)', [SETUP])
  try {
    await boss.start()
    await boss.createQueue(QUEUE, {
      name: QUEUE,
      retryLimit: MOST_RETRIES,
      expireInSeconds: EXPIRE_SECONDS,
      retentionDays: KEEP_DAYS,
    })
    // Asked for first: to look whether an index is there, "if not exists" locks its table against those who work.
    const [made] = await line.ask<{ made: boolean }>(MADE)
    if (!made!.made) await line.ask(TABLES)
  } finally {
    await line.ask('select pg_advisory_unlock($1, 0)', [SETUP])
  }
  return boss
}

/** Loaded for those only who ask for a queue. */
async function loadBoss(): Promise<typeof PgBoss> {
  try {
    return (await import('pg-boss')).default
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause
    throw new UserError('a queue in PostgreSQL needs two packages that are not installed.', {
      where: '--db',
      remedy: 'Type `npm install pg pg-boss@10`, then try again.',
      cause,
    })
  }
}
