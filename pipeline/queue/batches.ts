import type { RunReport } from '../batch/report.ts'
import { sha256 } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { Fingerprint } from '../model/record.ts'
import type { FieldNames, Limits } from '../read/index.ts'
import type { RunCounts } from '../store/index.ts'
import { QUEUE } from './boss.ts'
import type { Line } from './line.ts'
import { ENQUEUING, heldOf } from './locks.ts'
import { SCHEMA } from './tables.ts'

/** How a run wants its files read. */
export interface Settings {
  readonly limits: Limits
  readonly fields: FieldNames
}

/** What a worker must be to read for a run. */
export interface Making {
  readonly pipelineVersion: string
  readonly annotationsSha256: string
  readonly correctionsSha256: string
}

/** What one run put into the queue. */
export interface Batch {
  readonly run: number
  readonly settings: Settings
  readonly making: Making
  /** All its files are in the queue; a run that died over it has put in what it could. */
  readonly enqueued: boolean
}

/** How far a batch is. */
export interface Standing {
  /** Files that the run found. */
  readonly listed: number
  /** Files that are done, and those that needed no worker. */
  readonly done: number
  /** Files that wait for a worker. */
  readonly waiting: number
  /** Files that a worker has. */
  readonly active: number
  readonly counts: RunCounts
  readonly words: number
  /** Path of the file that was done last. */
  readonly current: string | null
  readonly enqueued: boolean
  readonly finished: boolean
}

/** What findings of these annotations and this program are made with, to the last correction. */
export function makingOf(knowledge: Knowledge, { pipelineVersion, annotationsSha256 }: Fingerprint): Making {
  const correctionsSha256 = sha256(JSON.stringify((knowledge.corrections ?? []).map(({ id }) => id)))
  return { pipelineVersion, annotationsSha256, correctionsSha256 }
}

/** Begins a batch. Whoever does it holds the lock `ENQUEUING` of the run until all is in. */
export async function startBatch(
  line: Line,
  run: number,
  { settings, making, listed }: Pick<Batch, 'settings' | 'making'> & { readonly listed: number },
): Promise<void> {
  const { pipelineVersion, annotationsSha256, correctionsSha256 } = making
  await line.ask(
    `insert into ${SCHEMA}.batches (run, settings, listed, pipeline_version, annotations_sha256, corrections_sha256)
     values ($1, $2, $3, $4, $5, $6)`,
    [run, JSON.stringify(settings), listed, pipelineVersion, annotationsSha256, correctionsSha256],
  )
}

interface BatchRow {
  readonly run: number
  readonly settings: string
  readonly pipeline_version: string
  readonly annotations_sha256: string
  readonly corrections_sha256: string
  readonly enqueued: boolean
}

/** The batch that is being worked on: one run at a time; null where all are finished. */
export async function openBatch(line: Line): Promise<Batch | null> {
  const [row] = await line.ask<BatchRow>(`
    select run, settings, pipeline_version, annotations_sha256, corrections_sha256, enqueued is not null as enqueued
    from ${SCHEMA}.batches where finished is null order by run limit 1`)
  if (!row) return null
  return {
    run: row.run,
    settings: JSON.parse(row.settings),
    making: {
      pipelineVersion: row.pipeline_version,
      annotationsSha256: row.annotations_sha256,
      correctionsSha256: row.corrections_sha256,
    },
    enqueued: row.enqueued || !(await heldOf(line, ENQUEUING)).has(row.run),
  }
}

/** Files that needed no worker: they did not change, or could not be read where they lie. */
export async function countOwn(
  line: Line,
  run: number,
  { unchanged, failed }: Pick<RunCounts, 'unchanged' | 'failed'>,
): Promise<void> {
  await line.ask(
    `update ${SCHEMA}.batches set unchanged = $2, failed = $3, enqueued = now() where run = $1`,
    [run, unchanged, failed],
  )
}

export async function finishBatch(line: Line, run: number): Promise<void> {
  await line.unit(async () => {
    // The batches before are nobody's any more: what became of their texts stands in the store.
    await line.ask(`delete from ${SCHEMA}.batches where run < $1 and finished is not null`, [run])
    await line.ask(`update ${SCHEMA}.batches set finished = now() where run = $1`, [run])
  })
}

/** Takes a run out of the queue as it is: what is in stays in, and the next run finds the rest. */
export async function dropBatch(line: Line, run: number): Promise<void> {
  await line.unit(async () => {
    await line.ask(
      `delete from ${SCHEMA}.job where name = $1 and id in (select job from ${SCHEMA}.files where run = $2)`,
      [QUEUE, run],
    )
    await line.ask(`delete from ${SCHEMA}.batches where run = $1`, [run])
  })
}

/** Oddities of the texts that a run read. */
export async function notesOf(line: Line, run: number): Promise<RunReport['notes']> {
  const rows = await line.ask<{ notes: string }>(
    `select notes from ${SCHEMA}.files where run = $1 and notes <> ''`,
    [run],
  )
  return rows.flatMap(({ notes }) =>
    notes
      .trimEnd()
      .split('\n')
      .map((note) => JSON.parse(note)),
  )
}

interface StandingRow {
  readonly listed: number
  readonly own: number
  readonly own_failed: number
  readonly enqueued: boolean
  readonly finished: boolean
  readonly files: number
  readonly waiting: number
  readonly active: number
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly failed: number
  readonly words: number
  readonly current: string | null
}

/** How far a run's batch is; null where there is none of this number. */
export async function standingOf(line: Line, run: number): Promise<Standing | null> {
  const [row] = await line.ask<StandingRow>(
    `select b.listed, b.unchanged as own, b.failed as own_failed, b.enqueued is not null as enqueued,
       b.finished is not null as finished, f.*,
       (select path from ${SCHEMA}.files where run = $1 and done is not null order by done desc limit 1) as current
     from ${SCHEMA}.batches b cross join lateral (
       select count(*)::int as files,
         count(*) filter (where done is null and worker is null)::int as waiting,
         count(*) filter (where done is null and worker is not null)::int as active,
         coalesce(sum(new), 0)::int as new, coalesce(sum(changed), 0)::int as changed,
         coalesce(sum(unchanged), 0)::int as unchanged, coalesce(sum(failed), 0)::int as failed,
         coalesce(sum(words), 0)::float8 as words
       from ${SCHEMA}.files where run = b.run) f
     where b.run = $1`,
    [run],
  )
  if (!row) return null
  const { listed, files, waiting, active, words, current, enqueued, finished } = row
  const reads = files - waiting - active
  return {
    listed,
    done: enqueued ? listed - waiting - active : reads,
    waiting,
    active,
    counts: {
      new: row.new,
      changed: row.changed,
      unchanged: row.own + row.unchanged,
      failed: row.own_failed + row.failed,
    },
    words,
    current,
    enqueued,
    finished,
  }
}
