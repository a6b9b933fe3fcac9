import { join } from 'node:path'
import { z } from 'zod'
import { UserError } from '../model/errors.ts'
import type { CatalogueEntity } from '../model/knowledge.ts'
import { layOver, type PlacedEntry } from './lay-over.ts'
import { type EntityEntry, entitySchema } from './schema.ts'

/** What an entry looks like, for messages. */
export const ENTITY_REMEDY =
  'An entity looks like: - { id: tajikistan, type: place, name: Tajikistan, aliases: [], part_of: [] }.'
/** `entities.yaml`; null where the file is empty. */
export const entitiesSchema = z.array(entitySchema).nullable()

type Entries = ReadonlyMap<string, PlacedEntry<EntityEntry>>

/** The catalogue of `entities.yaml`, later folders laid over earlier ones entry by entry; sorted by id. */
export function loadEntities(directories: readonly string[]): CatalogueEntity[] {
  const paths = directories.map((directory) => join(directory, 'entities.yaml'))
  const entries = layOver(paths, entitiesSchema, ENTITY_REMEDY)
  checkWholes(entries)
  checkIdentities(entries)
  return [...entries.values()].map(({ entry }) => ({
    id: entry.id,
    type: entry.type,
    name: entry.name,
    aliases: [...new Set(entry.aliases)],
    partOf: [...new Set([...entry.part_of, ...entry.located_in])],
    wikidata: entry.wikidata,
    ...(entry.same_as.length > 0 && { sameAs: [...new Set(entry.same_as)] }),
    ...(entry.distinct_from.length > 0 && { distinctFrom: [...new Set(entry.distinct_from)] }),
  }))
}

function checkWholes(entries: Entries): void {
  for (const { entry, where } of entries.values()) {
    for (const whole of [...entry.part_of, ...entry.located_in]) {
      if (whole === entry.id || !entries.has(whole)) {
        throw new UserError(
          `entity "${entry.id}" is part of "${whole}", which is ${whole === entry.id ? 'itself' : 'not in the catalogue'}.`,
          {
            where,
            remedy: 'Correct the id, or add an entity with that id.',
          },
        )
      }
    }
  }
}

/** Two judgements about one pair, or one id that stands for two: whichever we took, the other would be lost. */
function checkIdentities(entries: Entries): void {
  const owners = new Map<string, PlacedEntry<EntityEntry>>()
  for (const placed of entries.values()) {
    const { entry, where } = placed
    const own = [...entry.same_as, ...entry.distinct_from].find((id) => id === entry.id)
    if (own !== undefined) {
      throw new UserError(`entity "${own}" is compared with itself.`, {
        where,
        remedy: 'Take its own id out of same_as and distinct_from.',
      })
    }
    for (const id of entry.same_as) {
      const other = owners.get(id)
      if (other) {
        throw new UserError(
          `"${id}" is the same as "${entry.id}" here, and as "${other.entry.id}" at ${other.where}.`,
          { where, remedy: 'Keep one of the two, or join them: give one the other in same_as.' },
        )
      }
      owners.set(id, placed)
      const apart =
        entry.distinct_from.includes(id) || entries.get(id)?.entry.distinct_from.includes(entry.id)
      if (apart || entries.get(id)?.entry.same_as.includes(entry.id)) {
        throw new UserError(
          `"${id}" and "${entry.id}" are ${apart ? 'both the same and distinct' : 'each the same as the other'}.`,
          { where, remedy: 'Keep one of the two.' },
        )
      }
    }
  }
}
