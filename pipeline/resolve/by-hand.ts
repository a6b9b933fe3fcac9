import type { EntityId } from '../model/ids.ts'
import type { CatalogueEntity } from '../model/knowledge.ts'
import type { Groups } from './groups.ts'
import type { Pool } from './pool.ts'

/** What a person called the same is the same, before any rule looks at it: `same_as` of the catalogue. */
export function joinByHand(pool: Pool, groups: Groups, catalogue: readonly CatalogueEntity[]): void {
  for (const { id, sameAs = [] } of catalogue)
    for (const other of sameAs) if (pool.has(other)) groups.joinByHand(id, other)
}

/** From an id to those that a person keeps apart from it, both ways: `distinct_from` of the catalogue. */
export function apartByHand(catalogue: readonly CatalogueEntity[]): Map<EntityId, Set<EntityId>> {
  const apart = new Map<EntityId, Set<EntityId>>()
  const add = (id: EntityId, other: EntityId) => apart.set(id, (apart.get(id) ?? new Set()).add(other))
  for (const { id, distinctFrom = [] } of catalogue)
    for (const other of distinctFrom) {
      add(id, other)
      add(other, id)
    }
  return apart
}
