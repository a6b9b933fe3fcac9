import type { Development } from '../model/conflict.ts'
import type { CorpusDocument, DocumentEvidence, Findings } from '../model/corpus.ts'
import type { Correction, CorrectionId } from '../model/correction.ts'
import type { AnnotatedDocument, Metadata } from '../model/document.ts'
import type { Entity } from '../model/entity.ts'
import type { ConflictId, DocumentId, EntityId, PositionId, TopicId } from '../model/ids.ts'
import type { Part, WrittenParts } from '../model/part.ts'
import type {
  ClaimRecord,
  ConflictRecord,
  DocumentRecord,
  EntityRecord,
  Fingerprint,
  OpenMention,
  QuoteRecord,
  RevisionRecord,
  TopicRecord,
  VerdictRecord,
} from '../model/record.ts'
import type { Span } from '../model/span.ts'
import type { LogEntry } from '../model/verdict.ts'
import type { ComparisonWork, MadeWith } from './compare.ts'
import type { ComparisonActs } from './compare-together.ts'
import type { ExportedState } from './exported.ts'
import type { ClaimFilter, ConflictFilter, TopicFilter } from './filters.ts'
import type {
  CommitOutcome,
  CorrectedText,
  CorroborationRecord,
  FailureRecord,
  FoundText,
  KnownSource,
  RunCounts,
  RunRecord,
  Shown,
  Summary,
  TopicSummary,
  Totals,
} from './given.ts'
import type { CopyLink, SignedText } from './near-copies.ts'
import type { OverviewRecord } from './read-overview.ts'
import type { QueueFilter, QueuePlace, QueueRecord, QueueSize } from './read-queue.ts'
import type { Removal } from './remove-source.ts'

export type { ComparisonWork } from './compare.ts'
export type { ComparisonActs } from './compare-together.ts'
export type { CopyLink, SignedText } from './near-copies.ts'
export type { Removal } from './remove-source.ts'

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
  claimParts(filter?: Omit<ClaimFilter, 'limit' | 'offset'>): Promise<Iterable<Part<ClaimRecord>>>
  /** The same, claim by claim. */
  streamClaims(filter?: Omit<ClaimFilter, 'limit' | 'offset'>): AsyncIterable<ClaimRecord>
  /** Strongest first: by score, then by id. */
  conflicts(filter?: ConflictFilter): Promise<readonly ConflictRecord[]>
  /** Of all of them, in the same order. */
  conflictIds(): Promise<readonly ConflictId[]>
  /** The same, each read when it is needed. */
  conflictParts(filter?: Omit<ConflictFilter, 'limit' | 'offset'>): Promise<Iterable<Part<ConflictRecord>>>
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
