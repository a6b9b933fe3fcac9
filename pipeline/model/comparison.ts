import type { Conflict, Corroboration, Development } from './conflict.ts'
import type { ClaimId, ConflictId, DocumentId, EntityId, TopicId } from './ids.ts'
import type { Table } from './table.ts'

/*
 * What the cross-document stages remember from run to run, so that a new text is compared with what it may concern and
 * with nothing else. All of it can be made again from the documents: computing from scratch is an update of nothing.
 */

/** A document as it was last compared. */
export interface ComparedDocument {
  readonly document: DocumentId
  /** Of everything that its propositions depend on: while it is the same, nothing of it is compared again. */
  readonly digest: string
  /** JSON: what the whole text is about, and which entities its claims name. */
  readonly setting: string
  /** JSON: the numbers of its claims. */
  readonly claims: string
}

/** A claim as it was last compared. */
export interface ComparedClaim {
  /** Its number in the database, as `CorpusClaim` has it. */
  readonly claim: number
  readonly topic: TopicId
  /** Its place among others, by the day of publication, then by chance. */
  readonly place: number
  /** What tells whether it may dispute another at all, without the claim being read. */
  readonly side: number
  /** Who has something in its sentence. */
  readonly owner: EntityId | null
  /** 1 where it has a party: it makes its topic a topic. */
  readonly listed: number
  /** 1 where enough is named for it to be corroborated. */
  readonly telling: number
  /** The numbers of its blocks, which are hashes of its blocking keys; packed, in hexadecimal digits. */
  readonly blocks: string
}

/** Claims that are compared with each other: those of a block, or of a part of one that is too large. */
export interface Cell {
  readonly cell: number
  /** Each claim with its place, and with what tells whether it may dispute another at all: packed, in hexadecimal digits. */
  readonly entries: string
}

/** A block, or a part of one, that is too large to be compared in full: its own parts are. */
export interface Bounded {
  readonly cell: number
  /** Of a block, in words; empty for a part. */
  readonly name: string
  readonly members: number
  /** JSON: the numbers of its parts, cells or bounded themselves. */
  readonly parts: string
}

/** What a detector found between two claims. */
export interface FoundPair {
  readonly a: number
  readonly b: number
  /** Number and type; `update` for figures that changed over time. */
  readonly detector: string
  readonly slot: string
  /** Of the question, or of the development. */
  readonly topic: TopicId
  /** The topics that the claims themselves are filed under. */
  readonly topicOfA: TopicId
  readonly topicOfB: TopicId
  /** The dispute that it was folded into; empty until then. */
  readonly dispute: ConflictId
  /** JSON: the finding without its propositions. */
  readonly record: string
}

/** What a source check looks at: an acronym or a surname, a text that has it, and in which form. */
export interface CheckEntry {
  readonly subject: string
  readonly document: DocumentId
  readonly form: string
}

/** What a dispute or a development came from, and the topic that it stands in. */
export interface Origin {
  readonly id: string
  /** `claims`, `update`, or the subject of a source check. */
  readonly origin: string
  readonly topic: TopicId
}

/** A topic as it is listed. */
export interface ListedTopic {
  readonly topic: TopicId
  readonly key: string
  readonly label: string
}

/** A claim that is in a topic only as evidence of a dispute or a development; its own are known by themselves. */
export interface TopicEvidence {
  readonly claim: number
  readonly topic: TopicId
}

/** New claims that somebody is to judge, where several processes do. */
export interface Waiting {
  readonly number: number
  /** JSON: their numbers. */
  readonly claims: string
  /** 1 once they are; they stay until findings are folded, for they tell which claims are new. */
  readonly judged: number
}

/** What changed and is to be folded, where others judge in between. */
export interface Unfolded {
  readonly kind: 'topic' | 'origin' | 'check'
  readonly id: string
  /** Of a topic, as JSON: the claims that are new in it. */
  readonly claims: string
}

export interface ComparisonTables {
  readonly documents: Table<ComparedDocument>
  readonly claims: Table<ComparedClaim>
  readonly cells: Table<Cell>
  readonly pairs: Table<FoundPair>
  readonly checks: Table<CheckEntry>
  readonly origins: Table<Origin>
  readonly bounded: Table<Bounded>
  readonly topics: Table<ListedTopic>
  readonly topicEvidence: Table<TopicEvidence>
  readonly waiting: Table<Waiting>
  readonly unfolded: Table<Unfolded>
  /** Stores what was put, and forgets what was read: an update, or a portion of one, ends. */
  settle(): void
}

/** Where findings are kept for those who read them. */
export interface FindingsShelf {
  putConflict(conflict: Conflict): void
  dropConflict(id: ConflictId): void
  /** The claims behind a conflict's positions. */
  claimsOf(id: ConflictId): readonly ClaimId[]
  putDevelopment(development: Development): void
  dropDevelopment(id: string): void
  /** All of a topic; what was there before goes. */
  putCorroborations(topic: TopicId, corroborations: readonly Corroboration[]): void
}
