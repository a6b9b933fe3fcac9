import type { EntityId } from '../model/ids.ts'
import type { CatalogueEntity } from '../model/knowledge.ts'
import type { Groups } from './groups.ts'
import type { Pool } from './pool.ts'
import { writing } from './variants.ts'

/**
 * What the analyst wrote down outranks what a text's wording suggested: an entity found in text that bears a name or
 * an alias of the catalogue, whatever its type, or whose very id stands among the aliases, becomes the catalogue's.
 * Taking the alias out again undoes it, for nothing else was changed.
 */
export function joinCatalogue(pool: Pool, groups: Groups, catalogue: readonly CatalogueEntity[]): void {
  const owners = new Map<string, Set<EntityId>>()
  for (const { id, name, aliases } of catalogue)
    for (const written of [name, ...aliases]) {
      if (pool.has(written)) groups.join(written, id)
      const key = writing(written)
      if (key.length > 1) owners.set(key, (owners.get(key) ?? new Set()).add(id))
    }
  for (const { id, name, basis } of pool.values()) {
    if (basis !== 'text') continue
    const named = owners.get(writing(name))
    if (named?.size === 1) groups.join(id, [...named][0]!)
  }
}
