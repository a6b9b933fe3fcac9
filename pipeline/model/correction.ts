import type { Argument, Claim, ClaimKind, Factuality, Polarity } from './claim.ts'
import type { Metadata } from './document.ts'
import type { Entity } from './entity.ts'
import type { ClaimId, ConflictId, DocumentId, EntityId, PositionId } from './ids.ts'
import type { Span } from './span.ts'

/*
 * Where the tool is wrong, a person sets it right. A correction is data: a line of `annotations/corrections.jsonl`,
 * keyed by the text's hash and by spans, never by anything that a better rule may say otherwise. The log is the truth;
 * what is stored of a text is what the rules found with the corrections laid over it.
 */

/** `k_`, from everything else in the entry. */
export type CorrectionId = string

/** What a person may set of a claim, as typed; what is absent stays. Null takes a value away. */
export interface ClaimValues {
  readonly subject?: string
  /** The verb as the sentence would have it: "was shut down". */
  readonly relation?: string
  readonly object?: string | null
  readonly place?: string | null
  /** EDTF, or a date in words: `2010`, `2010-05`, `3 May 2010`, `2010/2012`. */
  readonly date?: string | null
  /** Who says so, as a name. */
  readonly speaker?: string | null
  /** An entity's id, or the only one of that name. */
  readonly subjectEntity?: EntityId | null
  readonly objectEntity?: EntityId | null
  readonly speakerEntity?: EntityId | null
  readonly polarity?: Polarity
  readonly factuality?: Factuality
  readonly kind?: ClaimKind
}

/** What a person may set of a source, as typed; what is absent stays. Null takes a value away. */
export type SourceValues = { readonly [field in keyof Metadata]?: string | null }

/** What a person asks for; what is logged is a `Correction`. */
export type CorrectionRequest = { readonly note?: string } & (
  | { readonly kind: 'claim'; readonly claim: ClaimId; readonly set: ClaimValues }
  | { readonly kind: 'not-a-claim'; readonly claim: ClaimId }
  /** Words of an article that claim something: what `says` says in a plain sentence, else what they say themselves. */
  | ({
      readonly kind: 'missed-claim'
      readonly document: DocumentId
      readonly says?: string
      readonly set?: ClaimValues
    } & Span)
  /** Words of an article that say what the claims of a position say. */
  | ({
      readonly kind: 'attach'
      readonly document: DocumentId
      readonly position: PositionId
    } & Span)
  /** A path, or a document's id: then wherever its text stands. */
  | { readonly kind: 'source'; readonly source: string; readonly set: SourceValues }
  | { readonly kind: 'undo'; readonly correction: CorrectionId }
)

interface Entry {
  readonly id: CorrectionId
  readonly reviewer: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly note: string
}

/** One value of a claim, before in words, and after as it is to be compared. */
export type ClaimChange =
  | {
      readonly field: 'subject' | 'object' | 'place'
      readonly before: string | null
      readonly after: Argument | null
    }
  | {
      readonly field: 'relation'
      readonly before: string | null
      readonly after: { readonly text: string; readonly lemma: string; readonly type: string | null }
    }
  | {
      readonly field: 'subject entity' | 'object entity' | 'speaker entity'
      readonly before: EntityId | null
      readonly after: { readonly id: EntityId; readonly name: string } | null
    }
  | {
      readonly field: 'speaker'
      readonly before: string | null
      readonly after: { readonly name: string; readonly entity: EntityId | null } | null
    }
  | { readonly field: 'date'; readonly before: string | null; readonly after: string | null }
  | { readonly field: 'polarity'; readonly before: Polarity; readonly after: Polarity }
  | { readonly field: 'factuality'; readonly before: Factuality; readonly after: Factuality }
  | { readonly field: 'kind'; readonly before: ClaimKind; readonly after: ClaimKind }

/** `found` is the claim as it was when it was corrected: its spans are the key, its values what stood before. */
export interface ClaimCorrection extends Entry {
  readonly kind: 'claim'
  readonly textSha256: string
  readonly found: Claim
  readonly changes: readonly ClaimChange[]
  /** Those that the new values name, as they were known: the text itself may never name them. */
  readonly entities: readonly Entity[]
}

export interface NotAClaim extends Entry {
  readonly kind: 'not-a-claim'
  readonly textSha256: string
  readonly found: Claim
}

/** A claim that a person made: its rule is `by hand`. */
export interface MissedClaim extends Entry {
  readonly kind: 'missed-claim'
  readonly textSha256: string
  readonly claim: Claim
  /** Those that it names, as they were known. */
  readonly entities: readonly Entity[]
  /** The dispute and the position that it was attached to; null where it stands for itself. */
  readonly attached: { readonly conflict: ConflictId; readonly position: PositionId } | null
}

export interface SourceCorrection extends Entry {
  readonly kind: 'source'
  readonly textSha256: string
  /** Null where it holds wherever the text stands. */
  readonly path: string | null
  readonly changes: readonly {
    readonly field: keyof Metadata
    readonly before: string | null
    readonly after: string | null
  }[]
}

/** Takes an entry back; taking that back brings the entry again. */
export interface UndoneCorrection extends Entry {
  readonly kind: 'undo'
  readonly undoes: CorrectionId
}

export type Correction = ClaimCorrection | NotAClaim | MissedClaim | SourceCorrection | UndoneCorrection

/** The mark on whatever a person set right. */
export interface CorrectionMark {
  readonly id: CorrectionId
  /** As people call it: "date", "stance", "subject entity", "date of publication"; "claim" for one that a person made. */
  readonly field: string
  /** In words, as they are shown. */
  readonly before: string | null
  readonly after: string | null
  readonly reviewer: string
  readonly at: string
}

/** The rule of claims that stand on a person's word. */
export const BY_HAND = 'by hand'

/** What became of an entry of the log. */
export type CorrectionState =
  | 'in force'
  /** Taken back by a later entry. */
  | 'undone'
  /** A later entry sets the same values. */
  | 'replaced'
  /** The rules no longer find the claim: as corrected it stays, on the person's word. */
  | 'kept'
  /** What was taken out is no longer found anyway. */
  | 'settled'
  /** No text of this hash, or of this path, is in. */
  | 'waiting'

export interface CorrectionRecord {
  readonly correction: Correction
  readonly state: CorrectionState
  /** In one sentence. */
  readonly what: string
  /** The text that it speaks of, where it is in. */
  readonly document: DocumentId | null
  readonly path: string | null
  /** The claim that it speaks of, as it is now, or was. */
  readonly claim: ClaimId | null
}

/** What a correction led to. */
export interface CorrectionOutcome {
  readonly id: CorrectionId
  /** In one sentence. */
  readonly what: string
  readonly newDisputes: readonly ConflictId[]
  readonly goneDisputes: readonly ConflictId[]
}
