import type { Entity, EntityType } from './entity.ts'
import type { EntityId } from './ids.ts'

/** As numbers where entities and mentions are stored. Only ever append. */
export const ENTITY_TYPES: readonly EntityType[] = [
  'person',
  'organization',
  'place',
  'facility',
  'event',
  'agreement',
  'product',
  'group',
  'other',
]
const BASES: readonly Entity['basis'][] = ['text', 'catalogue', 'gazetteer']

/**
 * All of an entity but its id as JSON without names, and without what is empty at the end: there are as many as texts
 * have names, once as each text tells them and once more as they were counted.
 */
export function packEntity({ type, name, aliases, basis, partOf, wikidata }: Entity): string {
  const packed = [
    name,
    ENTITY_TYPES.indexOf(type),
    BASES.indexOf(basis),
    wikidata ?? 0,
    aliases.length > 0 ? aliases : 0,
    partOf.length > 0 ? partOf : 0,
  ]
  return JSON.stringify(packed.slice(0, packed.findLastIndex((value) => value !== 0) + 1))
}

export function unpackEntity(id: EntityId, json: string): Entity {
  const [name, type = 0, basis = 0, wikidata, aliases, partOf] = JSON.parse(json)
  return {
    id,
    type: ENTITY_TYPES[type]!,
    name,
    aliases: aliases || [],
    basis: BASES[basis]!,
    partOf: partOf || [],
    wikidata: wikidata || null,
  }
}
