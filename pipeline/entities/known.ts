import type { EntityId } from '../model/ids.ts'
import type { CatalogueEntity, Knowledge } from '../model/knowledge.ts'
import { addName, type Dictionary, emptyDictionary } from './dictionary.ts'
import { GAZETTEER, type GazetteerEntity } from './gazetteer/index.ts'

/** A catalogue's or the gazetteer's entity, as linking needs it. */
export interface KnownEntity extends CatalogueEntity {
  readonly basis: 'catalogue' | 'gazetteer'
  readonly kind: GazetteerEntity['kind'] | null
}

/** What is known before the text is read. */
export interface Known {
  readonly dictionary: Dictionary
  readonly entities: ReadonlyMap<EntityId, KnownEntity>
}

const cache = new WeakMap<readonly CatalogueEntity[], Known>()

/**
 * The catalogue laid over the gazetteer: an entry with a gazetteer's id, or with its name and type, takes its place
 * and keeps its aliases. Built once for each catalogue.
 */
export function knownOf(knowledge: Knowledge): Known {
  const built = cache.get(knowledge.entities) ?? build(knowledge.entities)
  cache.set(knowledge.entities, built)
  return built
}

function build(catalogue: readonly CatalogueEntity[]): Known {
  const entities = new Map<EntityId, KnownEntity>()
  const dictionary = emptyDictionary()
  const redirect = redirects(catalogue)
  const isTakenOut = takenOut(catalogue)
  const resolve = (id: EntityId) => redirect.get(id) ?? id
  for (const entity of GAZETTEER) {
    const id = resolve(entity.id)
    const aliases = entity.aliases.filter((alias) => !isTakenOut(id, alias))
    entities.set(id, { ...entity, id, aliases, basis: 'gazetteer', partOf: entity.partOf.map(resolve) })
    for (const name of [entity.name, ...aliases])
      addName(dictionary, { id, name, type: entity.type, demonym: false })
    for (const demonym of entity.demonyms)
      for (const name of [demonym, `${demonym}s`])
        addName(dictionary, { id, name, type: 'group', demonym: true })
  }
  for (const entity of catalogue) {
    const general = entities.get(entity.id)
    const aliases = [...new Set([...entity.aliases, ...(general ? [general.name, ...general.aliases] : [])])]
    entities.set(entity.id, {
      ...entity,
      aliases: aliases.filter((alias) => alias !== entity.name).sort(),
      partOf: entity.partOf.length > 0 ? entity.partOf : (general?.partOf ?? []),
      basis: 'catalogue',
      kind: general?.kind ?? null,
    })
    for (const name of [entity.name, ...entity.aliases])
      addName(dictionary, { id: entity.id, name, type: entity.type, demonym: false })
  }
  return { dictionary, entities }
}

/** From a gazetteer's id to the catalogue's entry of the same name and type. */
function redirects(catalogue: readonly CatalogueEntity[]): Map<EntityId, EntityId> {
  const named = new Map<string, EntityId>()
  for (const entity of catalogue)
    for (const name of [entity.name, ...entity.aliases]) named.set(`${entity.type}\t${name}`, entity.id)
  const own = new Set(catalogue.map((entity) => entity.id))
  const redirect = new Map<EntityId, EntityId>()
  for (const entity of GAZETTEER) {
    const id = named.get(`${entity.type}\t${entity.name}`)
    if (id !== undefined && !own.has(entity.id)) redirect.set(entity.id, id)
  }
  return redirect
}

/** Tells the names that a person gave to somebody else, whom the catalogue keeps apart: no longer the gazetteer's. */
function takenOut(catalogue: readonly CatalogueEntity[]): (id: EntityId, name: string) => boolean {
  const taken = new Set(
    catalogue.flatMap(({ name, aliases, distinctFrom = [] }) =>
      distinctFrom.flatMap((id) => [name, ...aliases].map((written) => `${id}\t${written}`)),
    ),
  )
  return (id, name) => taken.has(`${id}\t${name}`)
}
