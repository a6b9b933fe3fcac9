import type { Claim, ClaimKind, Factuality } from '../model/claim.ts'
import type { ConflictType, Corroboration, Development, Strength } from '../model/conflict.ts'
import type { CorpusDocument, DocumentEvidence, Findings } from '../model/corpus.ts'
import type { Correction, CorrectionId, CorrectionMark } from '../model/correction.ts'
import type { AnnotatedDocument, Metadata, SourceFormat } from '../model/document.ts'
import type { Entity } from '../model/entity.ts'
import type { ConflictId, DocumentId, EntityId, PositionId, TopicId } from '../model/ids.ts'
import type { Part, WrittenParts } from '../model/part.ts'
import type {
  ClaimRecord,
  ConflictRecord,
  ConflictStatus,
  DocumentRecord,
  EntityRecord,
  Fingerprint,
  OpenMention,
  PositionRecord,
  QuoteRecord,
  RevisionRecord,
  TopicRecord,
  VerdictRecord,
} from '../model/record.ts'
import type { Span } from '../model/span.ts'
import type { IsoDate } from '../model/time.ts'
import type { LogEntry } from '../model/verdict.ts'
import type { ComparisonWork, MadeWith } from './compare.ts'
import type { ComparisonActs } from './compare-together.ts'
import type { ExportedState } from './exported.ts'
import type { CopyLink, SignedText } from './near-copies.ts'
import type { OverviewRecord } from './read-overview.ts'
import type { QueueFilter, QueuePlace, QueueRecord, QueueSize } from './read-queue.ts'
import type { Removal } from './remove-source.ts'

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

export interface ClaimFilter {
  /** An entity's id, name or alias, in any case: claims that name it anywhere. */
  readonly about?: string
  /** Canonical relation type, or the relation's lemma. */
  readonly type?: string
  readonly kind?: ClaimKind
  readonly factuality?: Factuality
  /** A part of path, title or publisher, in any case. */
  readonly source?: string
  readonly onlyInConflict?: boolean
  /** Only claims in a conflict that a person decided (new evidence since or not). */
  readonly onlyDecided?: boolean
  /** Only claims of texts that this run saw first. */
  readonly firstSeenRun?: number
  /** Only claims of texts that a run behind this one saw first. */
  readonly changedSinceRun?: number
  /** Only claims of texts published on this day or later, as far as that is known. */
  readonly publishedSince?: IsoDate
  readonly limit?: number
  readonly offset?: number
}

export interface ConflictFilter {
  readonly type?: ConflictType
  readonly strength?: Strength
  /** As in `ClaimFilter`. */
  readonly about?: string
  readonly status?: ConflictStatus
  /** A part of path, title or publisher of any evidence, in any case. */
  readonly source?: string
  /** Only conflicts that a person decided (new evidence since or not). */
  readonly onlyDecided?: boolean
  /** Only conflicts that this run saw first. */
  readonly firstSeenRun?: number
  /** Only conflicts that a run behind this one saw first, or in which a position gained a source since. */
  readonly changedSinceRun?: number
  /** Only conflicts with evidence published on this day or later, as far as that is known. */
  readonly publishedSince?: IsoDate
  /** Canonical type or lemma of a relation that a claim among the evidence has, as in `ClaimFilter`. */
  readonly relation?: string
  readonly limit?: number
  readonly offset?: number
}

export type { ComparisonWork } from './compare.ts'
export type { ComparisonActs } from './compare-together.ts'
export type { CopyLink, SignedText } from './near-copies.ts'
export type { Removal } from './remove-source.ts'

export type Shown =
  | { readonly kind: 'claim'; readonly claim: ClaimRecord }
  | { readonly kind: 'conflict'; readonly conflict: ConflictRecord }
  | { readonly kind: 'document'; readonly document: DocumentRecord; readonly claims: readonly ClaimRecord[] }
  | { readonly kind: 'topic'; readonly topic: TopicRecord }

export interface TopicFilter {
  /** As in `ClaimFilter`. */
  readonly about?: string
  readonly limit?: number
}

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

/** The writes of one unit (`Store.together`): synchronous, and of no use behind it. */
export interface UnitOfWork {
  commitDocument(
    document: AnnotatedDocument,
    evidence: DocumentEvidence,
    fingerprint: Fingerprint,
    run: number,
    besideSha256: string | null,
  ): CommitOutcome
  recordFailure(path: string, reason: string, run: number): void
  clearFailure(path: string): void
  /** What a queue keeps in the same database, in SQL of its own; parameters are `@name`. */
  ask(
    sql: string,
    parameters: Readonly<Record<string, unknown>>,
  ): readonly Readonly<Record<string, unknown>>[]
}

/**
 * The database, in whole units: each method is one transaction that is synchronous inside, and none lets a handle
 * out. All lists are in an order that does not depend on the order of arrival. Whatever goes wrong outside
 * (disk full, locked, corrupt) comes as a `UserError`.
 */
export interface Store {
  /** Starts a run and gives its number. */
  startRun(fingerprint: Fingerprint): Promise<number>
  finishRun(run: number, counts: RunCounts): Promise<void>

  /** Every path that holds a current document. */
  knownSources(): Promise<ReadonlyMap<string, KnownSource>>
  /** The text of a stored document; throws where there is no such one. */
  textOf(document: DocumentId): Promise<string>
  /**
   * Stores a document with all its layers, or nothing. The same text at a further path is kept once, with both
   * paths. Clears the path's failure.
   */
  commitDocument(
    document: AnnotatedDocument,
    evidence: DocumentEvidence,
    fingerprint: Fingerprint,
    run: number,
    besideSha256?: string | null,
  ): Promise<CommitOutcome>
  /**
   * Several writes, and what a queue notes of them, as one unit: all or nothing. On PostgreSQL, `work` may be called again
   * where it met another unit, or the server went away: what it does is done once.
   */
  together<T>(work: (unit: UnitOfWork) => T): Promise<T>
  /**
   * Takes a path out with everything that only its texts gave; null where no such path is known. The findings must be
   * made again then.
   */
  removeSource(path: string): Promise<Removal | null>
  recordFailure(path: string, reason: string, run: number): Promise<void>
  clearFailure(path: string): Promise<void>

  /** What tells copies among current documents, by path. */
  signedTexts(): Promise<readonly SignedText[]>
  /** Replaces the links from texts to the earlier ones that they nearly are. */
  saveCopies(copies: readonly CopyLink[]): Promise<void>

  /** Stored documents, in the given order, as the cross-document stages take them. */
  corpusDocuments(ids: readonly DocumentId[]): Promise<readonly CorpusDocument[]>
  /**
   * The fingerprint that the saved findings were made with; null where a document has changed since, so that
   * they must be made again.
   */
  findingsFingerprint(): Promise<Fingerprint | null>
  /**
   * Brings entities and findings up to date in one transaction; claims keep their own entity ids, so that a merge
   * touches none. `work` is given what it needs while it runs, keeps none of it, and gives in words what was too large
   * to be compared in full. What was compared with another fingerprint is forgotten first.
   */
  compare(made: MadeWith, run: number, work: (given: ComparisonWork) => readonly string[]): Promise<void>
  /** The same on PostgreSQL in units of their own, so that other processes can judge. */
  compareTogether(made: MadeWith, run: number, acts: ComparisonActs): Promise<void>
  /** Judges what waits for it in a comparison that another process has begun; gives how many portions. */
  judgeWaiting(acts: ComparisonActs, run: number): Promise<number>
  /**
   * Replaces topics, conflicts, developments and corroborations; remembers which conflicts were known before and
   * which positions gained a source. Conflicts that are no longer found stay in the table, not current.
   */
  saveFindings(findings: Findings, fingerprint: Fingerprint, run: number): Promise<void>
  /**
   * Brings the index of `annotations/verdicts.jsonl` to what the log holds: its entries in their order. A verdict follows
   * the dispute that holds most of the evidence that it judged, now and whenever the findings are saved.
   */
  indexVerdicts(entries: readonly LogEntry[]): Promise<void>
  /** True where the index holds what the log holds. */
  hasVerdicts(entries: readonly LogEntry[]): Promise<boolean>

  /** Replaces the index of `annotations/corrections.jsonl`. */
  indexCorrections(log: readonly Correction[], undone: ReadonlySet<CorrectionId>): Promise<void>
  /** By the hash of each stored text what is laid over it, as `CorrectedText` says. */
  correctionStamps(): Promise<ReadonlyMap<string, string | null>>
  /** By the hash of the text; null where it is not in. */
  foundText(textSha256: string): Promise<FoundText | null>
  /** In force: found, or corrected; throws where the path does not hold the text. */
  metadataAt(document: DocumentId, path: string): Promise<Metadata>
  /** The current dispute that a position belongs to; null where there is none. */
  conflictOfPosition(position: PositionId): Promise<ConflictRecord | null>
  /** Lays corrections over a stored text; the findings must be made again then. */
  saveCorrected(text: CorrectedText): Promise<void>

  /** How the exported files looked when they said what the database said, and what changed since; null where nobody knows. */
  exported(): Promise<ExportedState | null>
  /** Notes how the exported files look now that they say what the database says; not where that is no longer at `state`. */
  markExported(looks: string, parts: WrittenParts, state: string): Promise<void>

  /** Claims of current documents, by path and place in the text. */
  claims(filter?: ClaimFilter): Promise<readonly ClaimRecord[]>
  /** The same, text by text, for what may be too large to hold. */
  claimParts(filter?: Omit<ClaimFilter, 'limit' | 'offset'>): AsyncIterable<Part<ClaimRecord>>
  /** The same, claim by claim. */
  streamClaims(filter?: Omit<ClaimFilter, 'limit' | 'offset'>): AsyncIterable<ClaimRecord>
  /** Strongest first: by score, then by id. */
  conflicts(filter?: ConflictFilter): Promise<readonly ConflictRecord[]>
  /** Of all of them, in the same order. */
  conflictIds(): Promise<readonly ConflictId[]>
  /** The same, each read when it is needed. */
  conflictParts(filter?: Omit<ConflictFilter, 'limit' | 'offset'>): AsyncIterable<Part<ConflictRecord>>
  /** The same, one by one. */
  streamConflicts(filter?: Omit<ConflictFilter, 'limit' | 'offset'>): AsyncIterable<ConflictRecord>
  /** What paths hold after a run and did not hold after an earlier one, by path. Ask for runs that there are. */
  streamRevisions(from: number, to: number): AsyncIterable<RevisionRecord>
  /** A page of the queue of the review: disputes, the strongest first. */
  queue(
    filter: QueueFilter,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<readonly QueueRecord[]>
  /** How many disputes all its pages hold, and how many each value of each filter would leave. */
  queueSize(filter: QueueFilter): Promise<QueueSize>
  queuePlace(filter: QueueFilter, conflict: ConflictId): Promise<QueuePlace>
  overview(): Promise<OverviewRecord>
  /** Another one as soon as anything was written, here or by another program; for this connection only. */
  stamp(): Promise<string>
  /** A verdict of the log; null where none has this id. */
  verdict(id: string): Promise<VerdictRecord | null>
  /** What was decided and taken back, of one dispute or of all; the newest first. */
  verdicts(conflict?: ConflictId): Promise<readonly VerdictRecord[]>
  /** The versions of the article at a path, each with the one before; in order. */
  streamVersions(path: string): AsyncIterable<RevisionRecord>
  developments(topic?: TopicId): Promise<readonly Development[]>
  /** A topic with so many of its claims, in reading order; null where there is none. */
  topic(id: TopicId, limit: number): Promise<TopicRecord | null>
  /** The disputed first, then those with the most sources. */
  topics(filter?: TopicFilter): Promise<readonly TopicSummary[]>
  /** What the most independent sources say first. */
  corroborations(): Promise<readonly CorroborationRecord[]>
  /** What the last `saveFindings` could not compare in full, in words. */
  bounded(): Promise<readonly string[]>
  /** By id, or by the beginning of one if no other begins so, or by a document's path; null where nothing has it. */
  show(id: string): Promise<Shown | null>
  /** Claims whose sentence or quote holds all the words, best match first. */
  search(words: string, limit?: number): Promise<readonly ClaimRecord[]>
  /** Canonical entities whose id, name or alias is this, in any case. */
  findEntities(name: string): Promise<readonly Entity[]>
  /** Canonical entities of which a name begins so, in any case; the shortest name first. */
  completeEntities(beginning: string, limit: number): Promise<readonly Entity[]>
  /** By each of some ids that texts use, what stands for it; what nobody knows is absent. */
  entitiesById(ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, Entity>>
  /** All of them with their use in current texts, the most often mentioned first. */
  entities(): Promise<readonly EntityRecord[]>
  /** Where current texts name a canonical entity, by path and place in the text. */
  mentionsOf(entity: EntityId, limit?: number): Promise<readonly QuoteRecord[]>
  /** Mentions in current texts that nothing was sure enough to link, by path and place in the text. */
  openMentions(): Promise<readonly OpenMention[]>
  /** Names of one document that stayed open, with who may be meant, by id as the document has it. */
  openMentionsOf(
    document: DocumentId,
  ): Promise<readonly (Span & { readonly text: string; readonly candidates: readonly EntityId[] })[]>
  /** Current documents, by path. */
  sources(): Promise<readonly DocumentRecord[]>
  /** Claims of each current document that holds any. */
  claimCounts(): Promise<ReadonlyMap<DocumentId, number>>
  /** Of current documents and disputes. */
  totals(): Promise<Totals>
  runs(): Promise<readonly RunRecord[]>
  failures(): Promise<readonly FailureRecord[]>
  summarize(run: number): Promise<Summary>

  close(): Promise<void>
}

export interface StoreOptions {
  /** The clock for `runs`: ISO 8601, UTC. */
  readonly now?: () => string
  /** For commands that only ask: fails with a remedy where there is no database yet. */
  readonly readonly?: boolean
  /** How long to wait for another program that writes, in milliseconds. */
  readonly lockTimeout?: number
}
