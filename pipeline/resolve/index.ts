import type { Resolution } from '../model/corpus.ts'
import type { Entity } from '../model/entity.ts'
import type { DocumentId, EntityId } from '../model/ids.ts'
import type { CatalogueEntity, Knowledge } from '../model/knowledge.ts'
import { joinAcronyms } from './acronyms.ts'
import { apartByHand, joinByHand } from './by-hand.ts'
import { joinCatalogue } from './catalogue.ts'
import { joinEditions } from './editions.ts'
import { type Groups, groupsOf } from './groups.ts'
import { joinPersons } from './persons.ts'
import { type Pool, type Profile, poolOf } from './pool.ts'
import { joinMisreadNames, joinSpellings } from './spelling.ts'

/** Raised when the same entities may resolve differently. */
export const VERSION = '1'

/**
 * Everybody's entities become entities across documents: a function of all of them together that does not depend on
 * their order. The rules go from the surest to the one that builds on the others; each joins only what it is sure of.
 */
export function resolveEntities(
  documents: readonly { id: DocumentId; entities: readonly Entity[] }[],
  knowledge: Knowledge,
): Resolution {
  const pool = poolOf(documents, knowledge.entities)
  const groups = groupsOf(pool, apartByHand(knowledge.entities))
  joinByHand(pool, groups, knowledge.entities)
  joinCatalogue(pool, groups, knowledge.entities)
  joinSpellings(pool, groups)
  joinPersons(pool, groups)
  joinMisreadNames(pool, groups)
  joinAcronyms(pool, groups)
  joinEditions(pool, groups)
  return answer(pool, groups, knowledge.entities)
}

function answer(pool: Pool, groups: Groups, catalogue: readonly CatalogueEntity[]): Resolution {
  const stoodFor = new Set(catalogue.flatMap(({ sameAs = [] }) => sameAs))
  const chosen = new Map<EntityId, EntityId>()
  for (const id of pool.keys()) {
    const root = groups.find(id)
    if (!chosen.has(root)) {
      const members = [...groups.members(root)].sort(byStanding)
      chosen.set(root, (members.find(({ id }) => !stoodFor.has(id)) ?? members[0]!).id)
    }
  }
  const canonical = new Map<EntityId, EntityId>(
    [...pool.keys()].map((id) => [id, chosen.get(groups.find(id))!]),
  )
  for (const { id, sameAs = [] } of catalogue)
    for (const other of sameAs) if (!canonical.has(other)) canonical.set(other, canonical.get(id)!)
  const entities = new Map<EntityId, Entity>()
  for (const id of [...chosen.values()].sort()) {
    const { type, name, basis, wikidata } = pool.get(id)!
    const members = groups.members(id)
    const aliases = new Set(members.flatMap(({ names }) => names).filter((alias) => alias !== name))
    const partOf = new Set(
      members.flatMap((member) => member.partOf).map((whole) => canonical.get(whole) ?? whole),
    )
    partOf.delete(id)
    entities.set(id, {
      id,
      type,
      name,
      aliases: [...aliases].sort(),
      basis,
      partOf: [...partOf].sort(),
      wikidata,
    })
  }
  return { canonical, entities }
}

const STANDING: readonly Entity['basis'][] = ['catalogue', 'gazetteer', 'text']

/** Who stands for a group: what people know before what a text says, then what most documents say, then the longest. */
function byStanding(a: Profile, b: Profile): number {
  return (
    STANDING.indexOf(a.basis) - STANDING.indexOf(b.basis) ||
    b.documents.size - a.documents.size ||
    b.name.length - a.name.length ||
    (a.id < b.id ? -1 : 1)
  )
}
