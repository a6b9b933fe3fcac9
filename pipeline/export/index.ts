import { join } from 'node:path'
import type { ClaimRecord, ConflictRecord } from '../model/record.ts'
import { writeClaimsCsv } from './claims-csv.ts'
import { writeConflictsCsv } from './conflicts-csv.ts'

export { annotationLine, toAnnotation } from './annotation.ts'
export { writeClaimsCsv } from './claims-csv.ts'
export { writeConflictsCsv } from './conflicts-csv.ts'

/** Raised when what an export holds changes. */
export const VERSION = '1'

/** What an export reads: the store's face, as far as it is needed here. */
export interface Exportable {
  streamClaims(): AsyncIterable<ClaimRecord>
  streamConflicts(): AsyncIterable<ConflictRecord>
}

/**
 * Writes `claims.csv` and `conflicts.csv` into a folder. They hold no clock reading and no run number: the same
 * sources, annotations and verdicts give the same bytes. Throws a `UserError` where a file cannot be written.
 */
export async function exportFindings(
  store: Exportable,
  directory: string,
): Promise<{ readonly claims: number; readonly evidence: number }> {
  const claims = await writeClaimsCsv(store.streamClaims(), join(directory, 'claims.csv'))
  const evidence = await writeConflictsCsv(store.streamConflicts(), join(directory, 'conflicts.csv'))
  return { claims, evidence }
}
