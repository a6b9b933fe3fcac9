import type { Entity } from '../model/entity.ts'
import type { EntityId } from '../model/ids.ts'
import type { CatalogueEntity } from '../model/knowledge.ts'
import { joinAcronyms } from './acronyms.ts'
import { apartByHand, joinByHand } from './by-hand.ts'
import { joinCatalogue } from './catalogue.ts'
import { joinEditions } from './editions.ts'
import { groupsOf } from './groups.ts'
import { joinNamesakes } from './one-name.ts'
import { joinPersons } from './persons.ts'
import type { Pool, Profile, Usage } from './pool.ts'
import { joinMisreadNames, joinSpellings } from './spelling.ts'
import { byStanding } from './standing.ts'

/** Ids that stand for one entity, the one that stands for all of them first. */
export type Group = readonly [Profile, ...Profile[]]

/**
 * Which ids stand for one entity. The rules go from the surest to the one that builds on the others; each joins only
 * what it is sure of.
 */
export function groupNames(
  pool: Pool,
  usage: Usage,
  catalogue: readonly CatalogueEntity[],
): readonly Group[] {
  const groups = groupsOf(pool, apartByHand(catalogue))
  joinByHand(pool, groups, catalogue)
  joinCatalogue(pool, groups, catalogue)
  joinSpellings(pool, groups)
  joinPersons(pool, groups, usage)
  joinMisreadNames(pool, groups, usage)
  joinAcronyms(pool, groups)
  joinEditions(pool, groups)
  joinNamesakes(pool, groups, usage)
  const stoodFor = new Set(catalogue.flatMap(({ sameAs = [] }) => sameAs))
  const roots = new Set([...pool.keys()].map((id) => groups.find(id)))
  return [...roots].map((root) => {
    const members = [...groups.members(root)].sort(byStanding)
    const one = members.find(({ id }) => !stoodFor.has(id)) ?? members[0]!
    return [one, ...members.filter((member) => member !== one)]
  })
}

/** The entity that a group is. */
export function entityOf(group: Group, canonical: (id: EntityId) => EntityId): Entity {
  const [{ id, type, name, basis, wikidata }] = group
  const aliases = new Set(group.flatMap(({ names }) => names).filter((alias) => alias !== name))
  const partOf = new Set(group.flatMap((member) => member.partOf).map(canonical))
  partOf.delete(id)
  return { id, type, name, aliases: [...aliases].sort(), basis, partOf: [...partOf].sort(), wikidata }
}
