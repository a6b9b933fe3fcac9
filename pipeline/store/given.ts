import type { Claim } from '../model/claim.ts'
import type { Corroboration, Strength } from '../model/conflict.ts'
import type { CorrectionMark } from '../model/correction.ts'
import type { Metadata, SourceFormat } from '../model/document.ts'
import type { Entity } from '../model/entity.ts'
import type { ConflictId, DocumentId, TopicId } from '../model/ids.ts'
import type {
  ClaimRecord,
  ConflictRecord,
  DocumentRecord,
  Fingerprint,
  PositionRecord,
  TopicRecord,
} from '../model/record.ts'
import type { Span } from '../model/span.ts'

/** What the store holds of a file: if bytes and fingerprint are the same, the file need not be read again. */
export interface KnownSource {
  readonly path: string
  readonly sha256: string
  readonly format: SourceFormat
  /** Of what stood beside the file (sidecar, row of sources.csv); null where nothing did. */
  readonly besideSha256: string | null
  readonly document: DocumentId
  readonly fingerprint: Fingerprint
}

/** `changed`: the path held another text before; that one stays, no longer current, with its claims. */
export type CommitOutcome = 'new' | 'changed' | 'unchanged'

/** A stored text as the rules found it, corrections aside. */
export interface FoundText {
  readonly id: DocumentId
  readonly text: string
  readonly sentences: readonly Span[]
  readonly claims: readonly Claim[]
  /** Every path that holds or held it, by path. */
  readonly sources: readonly {
    readonly path: string
    readonly metadata: Metadata
    /** In force: found, or corrected. */
    readonly published: string | null
  }[]
}

/** The same with corrections laid over it. */
export interface CorrectedText extends Pick<FoundText, 'id' | 'text' | 'claims'> {
  /** Of what was found, the claims that are no longer as they were found. */
  readonly touched: readonly Claim[]
  /** Those that corrections name, whether the text does or not. */
  readonly entities: readonly Entity[]
  readonly sources: readonly {
    readonly path: string
    readonly metadata: Metadata
    readonly found: Metadata
    readonly marks: readonly CorrectionMark[]
  }[]
  /** Of what is laid over it; null where nothing is. Another value than a text's fingerprint has it read again. */
  readonly correctionsSha256: string | null
}

export type Shown =
  | { readonly kind: 'claim'; readonly claim: ClaimRecord }
  | { readonly kind: 'conflict'; readonly conflict: ConflictRecord }
  | { readonly kind: 'document'; readonly document: DocumentRecord; readonly claims: readonly ClaimRecord[] }
  | { readonly kind: 'topic'; readonly topic: TopicRecord }

/** A question that claims speak of, with its standing. */
export interface TopicSummary {
  readonly id: TopicId
  readonly key: string
  readonly label: string
  readonly claims: number
  /** Texts with a claim on it. */
  readonly sources: number
  /** Of its best corroborated answer; null where no two claims say the same. */
  readonly independentSources: number | null
  /** Strongest first. */
  readonly conflicts: readonly { readonly id: ConflictId; readonly strength: Strength }[]
  readonly developments: number
}

/** The same proposition in several sources, with its claims in reading order. */
export interface CorroborationRecord extends Omit<Corroboration, 'claims'> {
  readonly claims: readonly ClaimRecord[]
}

/** How a run went with the files. */
export interface RunCounts {
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly failed: number
}

export interface RunRecord extends Fingerprint {
  /** 1, 2, ...: in the order of starting. */
  readonly id: number
  /** ISO 8601, UTC; the only clock readings in the database. */
  readonly started: string
  /** Null while it runs, and for ever where it was interrupted. */
  readonly finished: string | null
  readonly counts: RunCounts | null
}

/** A file that could not be taken in; kept until it goes in, and tried again on each run. */
export interface FailureRecord {
  readonly path: string
  /** One sentence. */
  readonly reason: string
  readonly run: number
}

export interface Totals {
  readonly documents: number
  readonly claims: number
  readonly conflicts: number
}

/** What a person can act on after a run. */
export interface Summary extends Totals {
  /** Claims that at least two independent sources state. */
  readonly corroboratedClaims: number
  /** Strongest first: disputes that this run saw first. */
  readonly newConflicts: readonly ConflictRecord[]
  readonly decidedWithNewEvidence: readonly ConflictRecord[]
  /** Positions that gained an independent source in this run, in conflicts known before. */
  readonly gained: readonly { readonly conflict: ConflictRecord; readonly position: PositionRecord }[]
  /** Paths of current documents about which something is not known. */
  readonly withoutDate: readonly string[]
  readonly withoutPublisher: readonly string[]
}
