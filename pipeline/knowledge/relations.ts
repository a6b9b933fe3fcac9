import { join } from 'node:path'
import { z } from 'zod'
import { UserError } from '../model/errors.ts'
import type { RelationDefinition } from '../model/knowledge.ts'
import { layOver } from './lay-over.ts'
import { relationSchema } from './schema.ts'

const REMEDY =
  'A relation looks like: - { id: open, label: open, verbs: [open, inaugurate], single: [time], opposites: [close] }.'
const fileSchema = z.array(relationSchema).nullable()

/** The vocabulary of `relations.yaml`, later folders laid over earlier ones entry by entry; sorted by id. */
export function loadRelations(directories: readonly string[]): RelationDefinition[] {
  const paths = directories.map((directory) => join(directory, 'relations.yaml'))
  const entries = layOver(paths, fileSchema, REMEDY)
  for (const { entry, where } of entries.values()) {
    const unknown = entry.opposites.find((opposite) => !entries.has(opposite))
    if (unknown !== undefined) {
      throw new UserError(`relation "${entry.id}" has the opposite "${unknown}", which is not defined.`, {
        where,
        remedy: 'Correct the id, or define that relation.',
      })
    }
    const both = entry.single.find((slot) => entry.separators.includes(slot))
    if (both !== undefined) {
      throw new UserError(`relation "${entry.id}" has "${both}" both as single slot and as separator.`, {
        where,
        remedy:
          'What must agree before two instances are compared cannot be what they disagree about: keep one.',
      })
    }
  }
  return [...entries.values()].map(({ entry }) => entry)
}
