import type { Entity, EntityType } from '../model/entity.ts'
import type { DocumentId, EntityId } from '../model/ids.ts'
import type { CatalogueEntity } from '../model/knowledge.ts'

/** What all documents together say of one id. */
export interface Profile {
  readonly id: EntityId
  readonly type: EntityType
  readonly name: string
  /** All names and aliases, the name first, the others sorted. */
  readonly names: readonly string[]
  readonly basis: Entity['basis']
  readonly partOf: readonly EntityId[]
  readonly wikidata: string | null
  readonly documents: ReadonlySet<DocumentId>
}

export type Pool = ReadonlyMap<EntityId, Profile>

/**
 * Gathers the entities of all documents and the catalogue by id, in the order of the ids: nothing behind this depends
 * on the order in which the documents came.
 */
export function poolOf(
  documents: readonly { id: DocumentId; entities: readonly Entity[] }[],
  catalogue: readonly CatalogueEntity[],
): Pool {
  const seen = new Map<EntityId, { entity: Entity; document: DocumentId }[]>()
  for (const { id: document, entities } of documents)
    for (const entity of entities) {
      const list = seen.get(entity.id)
      if (list === undefined) seen.set(entity.id, [{ entity, document }])
      else list.push({ entity, document })
    }
  const written = new Map(catalogue.map((entity) => [entity.id, entity]))
  const ids = [...new Set([...seen.keys(), ...written.keys()])].sort()
  return new Map(ids.map((id) => [id, profile(id, seen.get(id) ?? [], written.get(id))]))
}

function profile(
  id: EntityId,
  seen: readonly { entity: Entity; document: DocumentId }[],
  written: CatalogueEntity | undefined,
): Profile {
  const entities = seen.map(({ entity }) => entity)
  const name = written?.name ?? mostFrequent(entities.map((entity) => entity.name))
  const names = new Set([
    ...(written?.aliases ?? []),
    ...entities.flatMap((entity) => [entity.name, ...entity.aliases]),
  ])
  names.delete(name)
  return {
    id,
    type: written?.type ?? (mostFrequent(entities.map((entity) => entity.type)) as EntityType),
    name,
    names: [name, ...[...names].sort()],
    basis:
      written !== undefined
        ? 'catalogue'
        : entities.some(({ basis }) => basis !== 'text')
          ? 'gazetteer'
          : 'text',
    partOf: [...new Set([...(written?.partOf ?? []), ...entities.flatMap((entity) => entity.partOf)])].sort(),
    wikidata:
      written?.wikidata ??
      entities
        .map((entity) => entity.wikidata)
        .filter((q) => q !== null)
        .sort()[0] ??
      null,
    documents: new Set(seen.map(({ document }) => document)),
  }
}

/** Of equally frequent ones, the first in alphabetical order. */
function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0]
}
