import { join } from 'node:path'
import { z } from 'zod'
import { UserError } from '../model/errors.ts'
import type { CatalogueEntity } from '../model/knowledge.ts'
import { layOver } from './lay-over.ts'
import { entitySchema } from './schema.ts'

const REMEDY =
  'An entity looks like: - { id: tajikistan, type: place, name: Tajikistan, aliases: [], part_of: [] }.'
const fileSchema = z.array(entitySchema).nullable()

/** The catalogue of `entities.yaml`, later folders laid over earlier ones entry by entry; sorted by id. */
export function loadEntities(directories: readonly string[]): CatalogueEntity[] {
  const paths = directories.map((directory) => join(directory, 'entities.yaml'))
  const entries = layOver(paths, fileSchema, REMEDY)
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
  return [...entries.values()].map(({ entry }) => ({
    id: entry.id,
    type: entry.type,
    name: entry.name,
    aliases: [...new Set(entry.aliases)],
    partOf: [...new Set([...entry.part_of, ...entry.located_in])],
    wikidata: entry.wikidata,
  }))
}
