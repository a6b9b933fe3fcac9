import type { z } from 'zod'
import { UserError } from '../model/errors.ts'
import { readYamlFile } from './yaml-file.ts'

/** An entry together with the place where it was written. */
export interface PlacedEntry<T> {
  readonly entry: T
  readonly where: string
}

/**
 * Reads the same list from several files, in order: an entry of a later file replaces the whole entry of the same id
 * in an earlier one. Within one file an id stands once. The result is sorted by id, so that neither the order inside
 * a file nor the way entries are spread over files matters.
 */
export function layOver<T extends { readonly id: string }>(
  paths: readonly string[],
  schema: z.ZodType<readonly T[] | null>,
  remedy: string,
): Map<string, PlacedEntry<T>> {
  const entries = new Map<string, PlacedEntry<T>>()
  for (const path of paths) {
    const file = readYamlFile(path, schema, remedy)
    const own = new Map<string, string>()
    for (const [index, entry] of (file?.value ?? []).entries()) {
      const where = file!.where([index, 'id'])
      const first = own.get(entry.id)
      if (first !== undefined) {
        throw new UserError(`the id "${entry.id}" is already taken at ${first}.`, {
          where,
          remedy: 'Give one of the two another id, or join them.',
        })
      }
      own.set(entry.id, where)
      entries.set(entry.id, { entry, where })
    }
  }
  return new Map([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
