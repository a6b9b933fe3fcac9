import type { ClaimId, ConflictId, DocumentId, PositionId } from './ids.ts'
import type { Decision } from './record.ts'
import type { Span } from './span.ts'

/*
 * The log of verdicts, `annotations/verdicts.jsonl`: one entry a line, in the order in which people decided. Nothing in
 * it is ever changed; what was wrong is taken back by a further entry.
 */

/** Why two answers are no conflict at all. */
export type NoConflictReason = 'different-thing' | 'different-time' | 'extraction-error' | 'part-whole'

/** A quote that was judged: found again by its claim, by its place in the text, or by its words at the same path. */
export interface JudgedEvidence extends Span {
  /** Null for evidence that is no claim. */
  readonly claim: ClaimId | null
  readonly document: DocumentId
  readonly quote: string
}

/** A dispute as it was when somebody judged it. */
export interface JudgedDispute {
  readonly conflict: ConflictId
  readonly question: string
  /** The position that holds; null for every other decision, and for disputes that are covered only. */
  readonly position: PositionId | null
  readonly positions: readonly {
    readonly id: PositionId
    readonly answer: string
    readonly evidence: readonly JudgedEvidence[]
  }[]
}

/** The reviewer's own words where those that were found would not do. */
export interface Wording {
  readonly question?: string | undefined
  /** By position. */
  readonly positions?: Readonly<Record<PositionId, string>> | undefined
}

export interface VerdictEntry {
  readonly kind: 'verdict'
  /** `v_` and a hash of all the rest. */
  readonly id: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly reviewer: string
  readonly decision: Decision
  readonly reason: NoConflictReason | null
  readonly note: string
  readonly wording: Wording | null
  /** The dispute that was judged first, then those that the verdict covers with it. */
  readonly judged: readonly [JudgedDispute, ...JudgedDispute[]]
  /** The texts of the evidence by id: the hash of each, and where it was. */
  readonly documents: Readonly<Record<DocumentId, { readonly sha256: string; readonly path: string }>>
}

/** Takes a verdict back: it stays in the log and counts no more. */
export interface UndoEntry {
  readonly kind: 'undo'
  /** `u_` and a hash of all the rest. */
  readonly id: string
  readonly at: string
  readonly reviewer: string
  /** Id of the verdict. */
  readonly verdict: string
}

export type LogEntry = VerdictEntry | UndoEntry

/** The question that was judged, in the reviewer's words if there are any. */
export function judgedQuestion({ judged, wording }: VerdictEntry): string {
  return wording?.question ?? judged[0].question
}

/** The answer that was found to hold, in the reviewer's words if there are any; null for every other decision. */
export function heldAnswer({ judged: [{ position, positions }], wording }: VerdictEntry): string | null {
  if (position === null) return null
  return wording?.positions?.[position] ?? positions.find(({ id }) => id === position)?.answer ?? null
}
