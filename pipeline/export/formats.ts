import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../model/errors.ts'
import { type ExportedFile, type ExportOptions, exportFindings } from './csv-files.ts'
import { csvwMetadata } from './csvw.ts'
import { deepLinks } from './deep-link.ts'
import { type Exportable, rowsOf } from './exportable.ts'
import { writeJsonLd } from './jsonld.ts'
import { writePage } from './page.ts'
import { writeWhole } from './whole-file.ts'

export const FORMATS = ['csv', 'csvw', 'jsonld', 'html'] as const
export type ExportFormat = (typeof FORMATS)[number]

export interface FormatOptions extends ExportOptions {
  readonly format: ExportFormat
  /** True where the rows are a part of what there is. */
  readonly selection: boolean
}

/**
 * Writes the findings in one format into a folder, made where missing. `csvw` is `csv` with its metadata. Throws a
 * `UserError` where a file cannot be written.
 */
export async function exportAs(
  store: Exportable,
  directory: string,
  options: FormatOptions,
): Promise<readonly ExportedFile[]> {
  await makeFolder(directory)
  const { format, selection } = options
  if (format === 'jsonld') {
    const path = join(directory, 'annotations.jsonld')
    return [{ path, rows: await writeJsonLd(store, path), of: 'annotations' }]
  }
  if (format === 'html') {
    const path = join(directory, 'disputes.html')
    const links = deepLinks(options.mask)
    return [{ path, rows: await writePage(rowsOf(store.conflictParts()), path, { links }), of: 'disputes' }]
  }
  const files = await exportFindings(store, directory, options)
  if (format === 'csv') return files
  const metadata = csvwMetadata({ selection })
  const path = join(directory, 'claims.csv-metadata.json')
  await writeWhole(path, [`${JSON.stringify(metadata, null, 2)}\n`])
  return [...files, { path, rows: metadata.tables.length, of: 'tables' }]
}

async function makeFolder(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true })
  } catch (error) {
    throw new UserError('this folder cannot be made.', {
      where: directory,
      remedy: 'Check the permissions of the folder above, or choose another folder with --to.',
      cause: error,
    })
  }
}
