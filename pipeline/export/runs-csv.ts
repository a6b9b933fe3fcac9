import type { Fingerprint } from '../model/record.ts'
import { csvRecords } from './csv-file.ts'

/** A run as the store keeps it: with the times that no other export holds. */
interface Run extends Fingerprint {
  readonly id: number
  readonly started: string
  readonly finished: string | null
  readonly counts: Readonly<Record<'new' | 'changed' | 'unchanged' | 'failed', number>> | null
}

/** All runs as a CSV file, as RFC 4180 has it. */
export function runsCsv(runs: readonly Run[]): string {
  const rows = runs.map(({ id, started, finished, counts, pipelineVersion, annotationsSha256 }) => [
    id,
    started,
    finished,
    counts?.new ?? null,
    counts?.changed ?? null,
    counts?.unchanged ?? null,
    counts?.failed ?? null,
    pipelineVersion,
    annotationsSha256,
  ])
  return csvRecords([COLUMNS, ...rows])
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
