import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse'
import { UserError } from '../../model/errors.ts'

/** Columns without which there is nothing to be held against a source. */
const NEEDED = ['quote', 'char_start', 'char_end', 'source_path', 'source_sha256', 'text_sha256'] as const
/** Columns that are checked where they are there. */
const CHECKED = [
  'sentence',
  'quote_prefix',
  'quote_suffix',
  'document_id',
  'page',
  'source_url',
  'deep_link',
] as const

export type CheckedColumn = (typeof NEEDED)[number] | (typeof CHECKED)[number]

export interface ExportRow {
  /** As spreadsheets count: the header is 1. */
  readonly number: number
  /** The cell of a column; null where the file has no such column. */
  readonly cell: (column: CheckedColumn) => string | null
}

export interface ExportFile {
  /** Made for spreadsheets: cells may be guarded and cut. A byte-order mark tells. */
  readonly spreadsheet: boolean
  readonly rows: AsyncIterable<ExportRow>
}

/** Opens an export. Throws a `UserError` for what is no CSV file, or none of claims or evidence. */
export async function openExport(path: string): Promise<ExportFile> {
  const { spreadsheet, delimiter } = await beginning(path)
  return { spreadsheet, rows: rowsOf(path, delimiter) }
}

async function* rowsOf(path: string, delimiter: string): AsyncGenerator<ExportRow> {
  const parser = parse({ bom: true, delimiter, relax_column_count: true, skip_empty_lines: true })
  const input = createReadStream(path)
  input.on('error', (error) => parser.destroy(error))
  input.pipe(parser)
  let places: Partial<Record<CheckedColumn, number>> | null = null
  let number = 0
  try {
    for await (const record of parser as AsyncIterable<readonly string[]>) {
      number++
      if (!places) {
        places = placesOf(record, path)
        continue
      }
      const found = places
      yield {
        number,
        cell: (column) => {
          const place = found[column]
          return place === undefined ? null : (record[place] ?? '')
        },
      }
    }
  } catch (error) {
    if (error instanceof CsvError) {
      throw new UserError(`this is no CSV file behind row ${number} (${error.message}).`, {
        where: path,
        remedy: 'Give claims.csv or conflicts.csv of an export.',
        cause: error,
      })
    }
    throw error
  }
  if (number === 0) placesOf([], path)
}

function placesOf(header: readonly string[], path: string): Partial<Record<CheckedColumn, number>> {
  const missing = NEEDED.filter((name) => !header.includes(name))
  if (missing.length > 0) {
    throw new UserError(`this file has no column ${missing[0]}.`, {
      where: path,
      remedy: 'Give claims.csv or conflicts.csv: their rows lead to characters of a text.',
    })
  }
  const columns = [...NEEDED, ...CHECKED].filter((name) => header.includes(name))
  return Object.fromEntries(columns.map((name) => [name, header.indexOf(name)]))
}

/** How the file begins: a spreadsheet program may have saved it with another delimiter. */
async function beginning(
  path: string,
): Promise<{ readonly spreadsheet: boolean; readonly delimiter: string }> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
      const start = buffer.subarray(0, bytesRead).toString('utf8')
      const delimiter = [',', ';', '\t'].find((one) => start.includes(`${one}quote${one}`)) ?? ','
      return { spreadsheet: start.startsWith('\ufeff'), delimiter }
    } finally {
      await file.close()
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UserError(code === 'ENOENT' ? 'there is no such file.' : `this cannot be read (${code}).`, {
      where: path,
      remedy: 'Give the path of claims.csv or conflicts.csv.',
      cause: error,
    })
  }
}
