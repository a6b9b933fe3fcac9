import type { Part } from '../model/part.ts'
import type { ClaimRecord, ConflictRecord } from '../model/record.ts'

/** What an export reads: the store's face, as far as it is needed here; a selection of it does as well. */
export interface Exportable {
  /** Text by text. */
  claimParts(): AsyncIterable<Part<ClaimRecord>>
  /** Dispute by dispute. */
  conflictParts(): AsyncIterable<Part<ConflictRecord>>
}

/** All rows of all parts. */
export async function* rowsOf<Row>(parts: AsyncIterable<Part<Row>>): AsyncGenerator<Row> {
  for await (const { rows } of parts) yield* await rows()
}
