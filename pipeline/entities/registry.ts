import type { Entity, EntityType } from '../model/entity.ts'
import type { EntityId } from '../model/ids.ts'
import type { KnownEntity } from './known.ts'
import { displayName, textId } from './names.ts'

/** The entities of a document while it is being linked. */
export interface Registry {
  readonly drafts: Map<EntityId, Draft>
}

/** An entity that still grows. */
export interface Draft {
  readonly id: EntityId
  readonly type: EntityType
  readonly name: string
  readonly aliases: Set<string>
  readonly basis: Entity['basis']
  readonly partOf: Set<EntityId>
  readonly wikidata: string | null
}

/** Notes that the text speaks of something known, by this name. */
export function registerKnown(registry: Registry, entity: KnownEntity): Draft {
  const before = registry.drafts.get(entity.id)
  if (before !== undefined) return before
  const draft: Draft = { ...entity, aliases: new Set(entity.aliases), partOf: new Set(entity.partOf) }
  registry.drafts.set(entity.id, draft)
  return draft
}

/** Notes something that only the text names; the first writing is its name, the others are aliases. */
export function registerText(registry: Registry, type: EntityType, written: string, id?: EntityId): Draft {
  const name = displayName(written)
  const key = id ?? textId(type, name)
  const before = registry.drafts.get(key)
  if (before !== undefined) {
    if (name !== before.name) before.aliases.add(name)
    return before
  }
  const draft: Draft = {
    id: key,
    type,
    name,
    aliases: new Set(),
    basis: 'text',
    partOf: new Set(),
    wikidata: null,
  }
  registry.drafts.set(key, draft)
  return draft
}

/** The registered entities and all that they are part of, sorted by id. */
export function entitiesOf(registry: Registry, known: ReadonlyMap<EntityId, KnownEntity>): Entity[] {
  const open = [...registry.drafts.keys()]
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const whole of registry.drafts.get(id)!.partOf) {
      const entity = known.get(whole)
      if (registry.drafts.has(whole) || entity === undefined) continue
      registerKnown(registry, entity)
      open.push(whole)
    }
  return [...registry.drafts.values()]
    .map((draft) => ({
      id: draft.id,
      type: draft.type,
      name: draft.name,
      aliases: [...draft.aliases].filter((alias) => alias !== draft.name).sort(),
      basis: draft.basis,
      partOf: [...draft.partOf].filter((whole) => whole !== draft.id).sort(),
      wikidata: draft.wikidata,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}
