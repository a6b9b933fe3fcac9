import type { EntityId } from './ids.ts'
import type { Span } from './span.ts'

export type EntityType =
  | 'person'
  | 'organization'
  | 'place'
  /** Built for a purpose: bases, ports, hospitals, plants. */
  | 'facility'
  /** Exercises, summits, wars, elections; an edition is an entity of its own. */
  | 'event'
  /** Treaties, laws, declarations, reports: named documents. */
  | 'agreement'
  | 'product'
  /** Peoples, ethnic and religious groups, alliances without a secretariat. */
  | 'group'
  | 'other'

/** Something that mentions refer to. */
export interface Entity {
  readonly id: EntityId
  readonly type: EntityType
  /** The name to show. */
  readonly name: string
  /** Other names seen or known, sorted. */
  readonly aliases: readonly string[]
  /** Where the knowledge comes from: the analyst's catalogue, a general gazetteer, or this text alone. */
  readonly basis: 'catalogue' | 'gazetteer' | 'text'
  /** The place, or the whole, that this is in or part of: "Farkhor Air Base" is in "Farkhor". */
  readonly partOf: readonly EntityId[]
  readonly wikidata: string | null
}

/** A stretch of text that refers to an entity. */
export interface Mention extends Span {
  readonly type: EntityType
  /** A name, a definite description ("the base", "both nations"), or a pronoun. */
  readonly form: 'name' | 'nominal' | 'pronoun'
  /** What it refers to as far as the evidence is good; null where it stays open. */
  readonly entity: EntityId | null
  /** For what is open: who it may be, best first. For what refers to several together ("both nations"): all of them. */
  readonly candidates: readonly EntityId[]
  /** True where the mention refers to all of its candidates together. */
  readonly plural: boolean
}

/** An acronym explained in the text: "Shanghai Cooperation Organization (SCO)". The span covers both. */
export interface AcronymDefinition extends Span {
  readonly short: string
  readonly long: string
  readonly entity: EntityId | null
}
