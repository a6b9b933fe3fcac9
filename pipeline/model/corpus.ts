import type { Claim } from './claim.ts'
import type { Conflict, Corroboration, Development } from './conflict.ts'
import type { AcronymDefinition, Entity } from './entity.ts'
import type { DocumentId, EntityId, TopicId } from './ids.ts'
import type { Span } from './span.ts'

/** What the cross-document stages need of a document beside its claims; computed once, when it is annotated. */
export interface DocumentEvidence {
  /** Entries of the reference list. */
  readonly references: readonly (Span & { readonly text: string })[]
  /** In-text citations: "(Sajjanhar 2013, 6)". */
  readonly citations: readonly (Span & {
    readonly text: string
    readonly author: string
    readonly year: string
  })[]
  readonly acronyms: readonly AcronymDefinition[]
  /** Sources that the text itself leans on: wire credits, "according to Reuters". Names as written. */
  readonly credits: readonly string[]
  /** Seeded MinHash signature over word shingles: how near-duplicates are found without the texts. */
  readonly signature: readonly number[]
}

/** A document as the cross-document stages see it. */
export interface CorpusDocument {
  readonly id: DocumentId
  readonly path: string
  readonly title: string | null
  readonly publisher: string | null
  readonly author: string | null
  /** EDTF, and its first and last day. */
  readonly published: string | null
  readonly publishedEarliest: string | null
  readonly publishedLatest: string | null
  readonly publishedBasis: string | null
  readonly url: string | null
  readonly summaryOf: string | null
  readonly evidence: DocumentEvidence
}

/** A claim among everybody's claims: its entity ids are already the resolved ones. */
export interface CorpusClaim {
  readonly claim: Claim
  /** Its number in the database: shorter than its id, and told to nobody, for it comes with the order of arrival. */
  readonly key: number
  readonly document: DocumentId
  /** The whole sentence that holds the evidence. */
  readonly sentence: string
}

/** A text with its claims, in the order of their ids. */
export interface CorpusText {
  readonly document: CorpusDocument
  readonly claims: readonly CorpusClaim[]
  /** What the text itself calls the entities that it names. */
  readonly called: ReadonlyMap<EntityId, readonly string[]>
}

/** Entities across documents: the answer of `resolve/`. */
export interface Resolution {
  /** From every entity id that any document uses to the one that stands for it; identity where nothing was merged. */
  readonly canonical: ReadonlyMap<EntityId, EntityId>
  /** By canonical id. */
  readonly entities: ReadonlyMap<EntityId, Entity>
}

/** What `conflicts/` takes. */
export interface Corpus {
  readonly documents: readonly CorpusDocument[]
  readonly claims: readonly CorpusClaim[]
  readonly entities: ReadonlyMap<EntityId, Entity>
}

/** One question that claims speak of. */
export interface Topic {
  readonly id: TopicId
  /** Canonical relation, participants, separators: readable, and what the id is made of. */
  readonly key: string
  readonly label: string
  readonly claims: readonly string[]
}

/** What `conflicts/` gives. Every list is in a stable order that does not depend on the order of arrival. */
export interface Findings {
  readonly topics: readonly Topic[]
  readonly conflicts: readonly Conflict[]
  readonly developments: readonly Development[]
  readonly corroborations: readonly Corroboration[]
  /** In words, what was too large to be compared in full, and how it was bounded. */
  readonly bounded: readonly string[]
}
