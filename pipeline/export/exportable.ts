import type { Part } from '../model/part.ts'
import type { ClaimRecord, ConflictRecord } from '../model/record.ts'

/** What an export reads: the store's face, as far as it is needed here; a selection of it does as well. */
export interface Exportable {
  /** Text by text. */
  claimParts(): Promise<Iterable<Part<ClaimRecord>>>
  /** Dispute by dispute. */
  conflictParts(): Promise<Iterable<Part<ConflictRecord>>>
}

/** All rows of all parts. */
export async function* rowsOf<Row>(parts: Promise<Iterable<Part<Row>>>): AsyncGenerator<Row> {
  for (const { rows } of await parts) yield* await rows()
}
