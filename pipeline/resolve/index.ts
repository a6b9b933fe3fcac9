import type { Resolution } from '../model/corpus.ts'
import type { Entity } from '../model/entity.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { memoryTable } from '../model/memory-table.ts'
import type { NamingTables } from '../model/naming.ts'
import { type NamingText, updateEntities } from './update.ts'

/** Raised when the same entities may resolve differently. */
export const VERSION = '2'

export type { Written } from './pool.ts'
export { type Moved, type NamingText, updateEntities } from './update.ts'

/**
 * Everybody's entities become entities across documents, in memory and from nothing: a function of all of them together
 * that does not depend on their order.
 */
export function resolveEntities(texts: readonly NamingText[], knowledge: Knowledge): Resolution {
  const entities = new Map<EntityId, Entity>()
  const tables: NamingTables = {
    named: memoryTable(['document', 'entity']),
    tallies: memoryTable(['entity']),
    keys: memoryTable(['key', 'entity']),
    redirects: memoryTable(['entity']),
    parts: memoryTable(['entity', 'whole']),
    catalogue: memoryTable(['entity']),
    settle: () => {},
  }
  const shelf = {
    entity: (id: EntityId) => entities.get(id),
    ahead: () => {},
    put: (entity: Entity) => void entities.set(entity.id, entity),
    drop: (id: EntityId) => void entities.delete(id),
  }
  updateEntities(texts, tables, shelf, knowledge.entities)
  const ids = [...tables.tallies.find({}).map(({ entity }) => entity), ...entities.keys()]
  const canonical = new Map(ids.map((id): [EntityId, EntityId] => [id, id]))
  for (const { entity, canonical: one } of tables.redirects.find({})) canonical.set(entity, one)
  return { canonical, entities: new Map([...entities].sort((a, b) => (a[0] < b[0] ? -1 : 1))) }
}
