import type { Entity } from '../../model/entity.ts'
import type { EntityId } from '../../model/ids.ts'

/** What is known about the entities, as comparing needs it. */
export interface World {
  readonly entity: (id: EntityId) => Entity | undefined
  readonly name: (id: EntityId) => string
  /** Every whole that holds it, nearest first; not the entity itself. */
  readonly wholes: (id: EntityId) => readonly EntityId[]
  /** True where some place has the same name: "a Velland ferry" names the country, whatever it was taken for. */
  readonly bearsPlaceName: (id: EntityId) => boolean
  /** The name to show, and what the text in question calls it. */
  readonly names: (id: EntityId) => readonly string[]
}

/** Where the entities come from. */
export interface Entities {
  readonly entity: (id: EntityId) => Entity | undefined
  readonly isPlaceName: (name: string) => boolean
}

/** What a text calls the entities that it names, beside the names to show. */
export type Called = ReadonlyMap<EntityId, readonly string[]>

/** A part-of chain longer than this is a mistake in a catalogue, not geography. */
const LONGEST_CHAIN = 8

export function makeWorld({ entity, isPlaceName }: Entities): World {
  const cache = new Map<EntityId, readonly EntityId[]>()
  const wholes = (id: EntityId): readonly EntityId[] => {
    const known = cache.get(id)
    if (known) return known
    const found: EntityId[] = []
    let level: readonly EntityId[] = [id]
    for (let depth = 0; depth < LONGEST_CHAIN && level.length > 0; depth++) {
      const next = level.flatMap((part) => entity(part)?.partOf ?? []).sort()
      level = next.filter((whole) => whole !== id && !found.includes(whole))
      found.push(...level)
    }
    const result = [...new Set(found)]
    cache.set(id, result)
    return result
  }
  const name = (id: EntityId) => entity(id)?.name ?? id.replace(/^[^:]*:/, '').replaceAll('-', ' ')
  return {
    entity,
    bearsPlaceName: (id) => isPlaceName(entity(id)?.name ?? ''),
    name,
    names: (id) => [name(id)],
    wholes,
  }
}

/** The world as one text sees it: with the names that this text uses, and no others. */
export function worldOf(world: World, called: Called): World {
  return { ...world, names: (id) => [...world.names(id), ...(called.get(id) ?? [])] }
}

/** Entities that are all known beforehand. */
export function entitiesIn(known: ReadonlyMap<EntityId, Entity>): Entities {
  const places = new Set([...known.values()].filter(({ type }) => type === 'place').map(({ name }) => name))
  return { entity: (id) => known.get(id), isPlaceName: (name) => places.has(name) }
}

/**
 * How two entities of the same kind of slot relate: the same, one in the other, or apart. A facility that bears a
 * place's name ("Northport Naval Base" and "Northport") counts as in it, even where no catalogue says so; but
 * "New Guinea" is not in "New", for the name must be an entity's.
 */
export function relate(a: EntityId, b: EntityId, world: World): 'same' | 'a-in-b' | 'b-in-a' | 'apart' {
  if (a === b) return 'same'
  if (isWithin(a, b, world)) return 'a-in-b'
  if (isWithin(b, a, world)) return 'b-in-a'
  return 'apart'
}

function isWithin(part: EntityId, whole: EntityId, world: World): boolean {
  if (world.wholes(part).includes(whole)) return true
  const facility = world.entity(part)
  const place = world.entity(whole)
  return (
    facility?.type === 'facility' &&
    place?.type === 'place' &&
    facility.name.toLowerCase().startsWith(`${place.name.toLowerCase()} `)
  )
}

/** The nearest place that is no building: what a dispute about a site is filed under, however it was named. */
export function groundOf(id: EntityId, world: World): EntityId {
  if (world.entity(id)?.type !== 'facility') return id
  return world.wholes(id).find((whole) => world.entity(whole)?.type === 'place') ?? id
}

/** An entity that pins an event down, as a country, a people or an agency does not. */
export function isSpecific(id: EntityId, world: World): boolean {
  if (world.bearsPlaceName(id)) return false
  const type = world.entity(id)?.type
  return type === 'event' || type === 'product' || type === 'facility' || type === 'other'
}
