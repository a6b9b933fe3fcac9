import { stringify } from 'csv-stringify/sync'
import type { Fingerprint } from '../model/record.ts'

/** A run as the store keeps it: with the times that no other export holds. */
interface Run extends Fingerprint {
  readonly id: number
  readonly started: string
  readonly finished: string | null
  readonly counts: Readonly<Record<'new' | 'changed' | 'unchanged' | 'failed', number>> | null
}

/** All runs as a CSV file, as RFC 4180 has it. */
export function runsCsv(runs: readonly Run[]): string {
  const rows = runs.map(({ id, started, finished, counts, pipelineVersion, annotationsSha256 }) => ({
    run: id,
    started,
    finished,
    documents_new: counts?.new,
    documents_changed: counts?.changed,
    documents_unchanged: counts?.unchanged,
    documents_failed: counts?.failed,
    pipeline_version: pipelineVersion,
    annotations_sha256: annotationsSha256,
  }))
  return stringify(rows, { header: true, columns: COLUMNS, record_delimiter: '\r\n' })
}

const COLUMNS = [
  'run',
  'started',
  'finished',
  'documents_new',
  'documents_changed',
  'documents_unchanged',
  'documents_failed',
  'pipeline_version',
  'annotations_sha256',
]
