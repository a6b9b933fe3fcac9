import type { Claim } from './claim.ts'
import type { Conflict, ConflictType, Position, Strength } from './conflict.ts'
import type { Topic } from './corpus.ts'
import type { CorrectionMark } from './correction.ts'
import type { Metadata, SourceFormat } from './document.ts'
import type { Entity, EntityType, Mention } from './entity.ts'
import type { ClaimId, ConflictId, DocumentId, EntityId, PositionId, TopicId } from './ids.ts'
import type { Span } from './span.ts'
import type { LogEntry, NoConflictReason, VerdictEntry, Wording } from './verdict.ts'

/*
 * What the store gives to those who show and export: the stored things together with where they come from. All
 * offsets are UTF-16, as everywhere inside the process.
 */

/** What a document, or the findings, were made with: if neither changed, they need not be made again. */
export interface Fingerprint {
  /** Version of the package and of every stage. */
  readonly pipelineVersion: string
  /** SHA-256 over the validated `annotations/`; for a document, over what of them can touch it. */
  readonly annotationsSha256: string
  /** For a document: over the corrections of its text; null or absent where there are none. */
  readonly correctionsSha256?: string | null
}

/** A place where a text appeared. */
export interface Appearance {
  readonly path: string
  readonly url: string | null
  readonly publisher: string | null
  /** EDTF. */
  readonly published: string | null
}

/** The text that another one nearly is. */
export interface NearCopy {
  readonly document: DocumentId
  readonly path: string
  /** Estimated share of common phrases, 0 to 1. */
  readonly similarity: number
}

/**
 * A stored text and the file that it came from: of several files with one text, the one that was published first, then
 * the first in order of path.
 */
export interface DocumentRecord {
  readonly id: DocumentId
  readonly text: string
  /** Of the text's UTF-8 bytes. */
  readonly textSha256: string
  readonly path: string
  /** Of the file's bytes. */
  readonly sha256: string
  readonly format: SourceFormat
  readonly metadata: Metadata
  /** What a person set right of the metadata; absent where nobody did. */
  readonly corrections?: readonly CorrectionMark[]
  /** Other files that hold the same text, sorted. */
  readonly alsoAt: readonly string[]
  /** Everywhere, the one that speaks for the text first; the others by date, then by path. */
  readonly appearances: readonly Appearance[]
  /** The earliest text that this one nearly is; null where it is no copy. */
  readonly copyOf: NearCopy | null
  /** Texts that are nearly this one and not earlier, by path. */
  readonly copies: readonly NearCopy[]
  /** The text that stood at this path, or at this web address, before. */
  readonly revisionOf: DocumentId | null
  /** The version that took its place under the same web address; null where none did. */
  readonly supersededBy: DocumentId | null
  /** False for a text whose place a later revision took. */
  readonly current: boolean
  /** The pages of a paged format, in order; absent for others. */
  readonly pages?: readonly Span[]
  readonly fingerprint: Fingerprint
}

/** A stretch of a stored text, ready to be shown. */
export interface QuoteRecord extends Span {
  readonly document: DocumentRecord
  readonly quote: string
  /** The whole sentence, or all sentences, that the quote stands in. */
  readonly sentence: string
  /** Of the quote's first character in the text, from 1. */
  readonly line: number
}

/** A claim with its provenance and its place among the findings. */
export interface ClaimRecord extends QuoteRecord {
  /** As it was found: its entity ids are the document's own. */
  readonly claim: Claim
  /** What subject and object resolve to across documents. */
  readonly subjectEntity: EntityId | null
  readonly objectEntity: EntityId | null
  readonly topics: readonly TopicId[]
  /** Sorted by strength, then by id. */
  readonly conflicts: readonly {
    readonly id: ConflictId
    readonly types: readonly ConflictType[]
    readonly strength: Strength
  }[]
  /** How many independent sources state the same; null where no other claim does. */
  readonly independentSources: number | null
}

export type Decision = 'position' | 'both' | 'neither' | 'no-conflict' | 'undecided'

/** A person's judgement that is in force on a dispute; `model/verdict.ts` has it as it was logged. */
export interface Verdict {
  readonly id: string
  /** The dispute that it follows: the one that was judged, or the one that holds most of its evidence now. */
  readonly conflict: ConflictId
  readonly decision: Decision
  /** For the decision `no-conflict`. */
  readonly reason: NoConflictReason | null
  /** For the decision `position`: the one that holds; null also where its evidence is no longer in one position. */
  readonly position: PositionId | null
  /** Its answer as it was judged, in the reviewer's words if there are any; null for every other decision. */
  readonly answer: string | null
  /** The claims that were judged: what is not among them is new since. */
  readonly claims: readonly ClaimId[]
  readonly reviewer: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly note: string
  /** The reviewer's own words; its positions are those of the dispute that was judged. */
  readonly wording: Wording | null
  /** Where another dispute was judged, and this one covered with it: the question of that one; else null. */
  readonly coveredWith: string | null
}

/** A verdict, or its being taken back, with what has become of it since. */
export interface VerdictRecord {
  readonly entry: LogEntry
  /** The verdict that an undo takes back; for a verdict, the entry itself. */
  readonly of: VerdictEntry
  readonly undone: boolean
  /** For each dispute judged, in the entry's order. */
  readonly disputes: readonly {
    readonly judged: ConflictId
    /** The current dispute that holds most of the evidence; null where none does. */
    readonly follows: ConflictId | null
    readonly position: PositionId | null
    /** The verdict counts there: none came behind it. */
    readonly inForce: boolean
  }[]
}

export interface PositionRecord extends Position {
  /** Claims first, then quotes, in the order of the position's own lists. */
  readonly evidence: readonly (ClaimRecord | (QuoteRecord & { readonly claim: null }))[]
  /** Independent sources before the last time that it gained one; null where it never did. */
  readonly previousSources: number | null
  /** The run in which it last gained an independent source, or first appeared in a conflict already known. */
  readonly gainedInRun: number | null
}

export type ConflictStatus = 'open' | 'decided' | 'new evidence'

export interface ConflictRecord extends Omit<Conflict, 'positions'> {
  readonly positions: readonly PositionRecord[]
  readonly contextClaims: readonly ClaimRecord[]
  /** False for one that is no longer found. */
  readonly current: boolean
  readonly status: ConflictStatus
  /** The one in force. */
  readonly verdict: Verdict | null
  readonly firstSeenRun: number
}

export interface TopicRecord extends Omit<Topic, 'claims'> {
  readonly claims: readonly ClaimRecord[]
  readonly conflicts: readonly ConflictId[]
}

/** An entity across documents, with what current texts make of it. */
export interface EntityRecord extends Entity {
  /** The ids that texts use for it, sorted: its own, and those that resolve to it. Empty where none mentions it. */
  readonly ids: readonly EntityId[]
  /** Names, descriptions and pronouns. */
  readonly mentions: number
  /** Claims that name it anywhere. */
  readonly claims: number
  /** Sorted. */
  readonly documents: readonly DocumentId[]
}

/** A mention that stayed open. */
export interface OpenMention {
  readonly text: string
  readonly type: EntityType
  readonly form: Mention['form']
  /** Canonical ids, best first; empty where nobody was in question. */
  readonly candidates: readonly EntityId[]
  readonly document: DocumentId
  readonly path: string
  /** From 1. */
  readonly line: number
}

/** A path, or an address, whose text became another one. */
export interface RevisionRecord {
  readonly path: string
  /** Null for a text that is new altogether. */
  readonly before: DocumentRecord | null
  readonly after: DocumentRecord
  /** In reading order. */
  readonly claimsBefore: readonly ClaimRecord[]
  readonly claimsAfter: readonly ClaimRecord[]
}
