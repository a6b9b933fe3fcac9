import type { ClaimRecord, ConflictRecord } from '../model/record.ts'

/** What an export reads: the store's face, as far as it is needed here; a selection of it does as well. */
export interface Exportable {
  streamClaims(): AsyncIterable<ClaimRecord>
  streamConflicts(): AsyncIterable<ConflictRecord>
}
