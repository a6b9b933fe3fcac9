import type { Fingerprint } from '../model/record.ts'
import type { FailureRecord, RunCounts, RunRecord } from './given.ts'
import type { Database } from './sql.ts'

export function startRun(db: Database, fingerprint: Fingerprint, now: string): number {
  const insert = db.prepare<[string, string, string], { readonly id: number }>(
    'insert into runs (started, pipeline_version, annotations_sha256) values (?, ?, ?) returning id',
  )
  return insert.get(now, fingerprint.pipelineVersion, fingerprint.annotationsSha256)!.id
}

export function finishRun(db: Database, run: number, counts: RunCounts, now: string): void {
  db.prepare(`
    update runs set finished = ?, documents_new = ?, documents_changed = ?, documents_unchanged = ?,
      documents_failed = ? where id = ?`).run(
    now,
    counts.new,
    counts.changed,
    counts.unchanged,
    counts.failed,
    run,
  )
}

interface RunRow {
  readonly id: number
  readonly started: string
  readonly finished: string | null
  readonly pipeline_version: string
  readonly annotations_sha256: string
  readonly documents_new: number | null
  readonly documents_changed: number
  readonly documents_unchanged: number
  readonly documents_failed: number
}

export function readRuns(db: Database): readonly RunRecord[] {
  return db
    .prepare<[], RunRow>('select * from runs order by id')
    .all()
    .map((row) => ({
      id: row.id,
      started: row.started,
      finished: row.finished,
      counts:
        row.documents_new === null
          ? null
          : {
              new: row.documents_new,
              changed: row.documents_changed,
              unchanged: row.documents_unchanged,
              failed: row.documents_failed,
            },
      pipelineVersion: row.pipeline_version,
      annotationsSha256: row.annotations_sha256,
    }))
}

export function readFailures(db: Database): readonly FailureRecord[] {
  return db.prepare<[], FailureRecord>('select path, reason, run from failures order by path').all()
}
