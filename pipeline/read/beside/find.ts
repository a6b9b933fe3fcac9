import { readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { UserError } from '../../model/errors.ts'
import type { Beside } from './metadata-beside.ts'
import { readSourcesCsv, type SourceRow } from './sources-csv.ts'

/** Longer than any list of a few facts. */
const MOST_CHARACTERS = 100_000

/**
 * Gives a function that finds what people wrote about a file: `NAME.meta.yaml` (`ferry.pdf.meta.yaml`, or
 * `ferry.meta.yaml` for all endings), and its row in the folder's `sources.csv`, which is read once. Null where there
 * is neither. It throws a UserError for what is there and cannot be read: to go on without would be to guess.
 */
export function metadataFinder(): (file: string, path: string) => Beside | null {
  const tables = new Map<string, readonly SourceRow[]>()
  const tableOf = (folder: string, shown: string): readonly SourceRow[] => {
    const known = tables.get(folder)
    if (known) return known
    const text = readIfThere(join(folder, 'sources.csv'))
    const rows = text === null ? [] : readSourcesCsv(text, shown)
    tables.set(folder, rows)
    return rows
  }
  return (file, path) => {
    const folder = dirname(file)
    const name = basename(file)
    const shownFolder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
    const table = `${shownFolder}sources.csv`
    const row = tableOf(folder, table).find(({ files }) => files.includes(name))
    const sidecar = [`${name}.meta.yaml`, `${name.replace(/\.[^.]+$/, '')}.meta.yaml`].flatMap(
      (candidate) => {
        const text = readIfThere(join(folder, candidate))
        return text === null ? [] : [{ path: `${shownFolder}${candidate}`, text }]
      },
    )[0]
    if (!row && !sidecar) return null
    if (sidecar && sidecar.text.length > MOST_CHARACTERS)
      throw new UserError('this file of metadata is too long.', {
        where: sidecar.path,
        remedy: 'Shorten it.',
      })
    return { sidecar: sidecar ?? null, row: row ? { path: table, line: row.line, fields: row.fields } : null }
  }
}

function readIfThere(path: string): string | null {
  try {
    // Most often nothing is there, and an error thrown takes longer than a look.
    if (!statSync(path, { throwIfNoEntry: false })) return null
    return readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return null
    throw new UserError(`this cannot be read (${code}).`, {
      where: path,
      remedy: 'Mend or remove it.',
      cause: error,
    })
  }
}
