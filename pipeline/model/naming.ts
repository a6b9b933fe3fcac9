import type { Entity } from './entity.ts'
import type { DocumentId, EntityId } from './ids.ts'
import type { Table } from './table.ts'

/*
 * What `resolve/` remembers from run to run, so that a new text moves only the names that it may concern.
 */

/** What a current text says of one entity. */
export interface NamedEntity {
  readonly document: DocumentId
  readonly entity: EntityId
  /** JSON: the entity as the text alone tells it. */
  readonly record: string
}

/** What all current texts together say of one id. */
export interface NameTally {
  readonly entity: EntityId
  /** JSON: how often each name, type, alias and whole was given. */
  readonly tally: string
}

/** An entry of the catalogue as it was last used. */
export interface KnownEntity {
  readonly entity: EntityId
  /** JSON. */
  readonly record: string
}

/** A key under which names meet. */
export interface NameKey {
  readonly key: string
  readonly entity: EntityId
}

/** From an id to the one that stands for it; none for those that stand for themselves. */
export interface Redirect {
  readonly entity: EntityId
  readonly canonical: EntityId
}

/** That a canonical entity is said to be part of something, under the id that texts use for it. */
export interface PartOf {
  readonly whole: EntityId
  readonly entity: EntityId
}

export interface NamingTables {
  readonly named: Table<NamedEntity>
  readonly tallies: Table<NameTally>
  readonly keys: Table<NameKey>
  readonly redirects: Table<Redirect>
  readonly parts: Table<PartOf>
  readonly catalogue: Table<KnownEntity>
  /** Stores what was put, and forgets what was read: an update ends. */
  settle(): void
}

/** Where entities are kept for those who read them. */
export interface EntityShelf {
  entity(id: EntityId): Entity | undefined
  /** Reads several at one go, for whoever asks for one of them next. */
  ahead(ids: Iterable<EntityId>): void
  put(entity: Entity): void
  drop(id: EntityId): void
}
