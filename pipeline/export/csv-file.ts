import { stringify } from 'csv-stringify/sync'
import type { Part, WrittenPart } from '../model/part.ts'
import { type Cell, cellText, spreadsheetCell } from './cell.ts'
import type { DeepLinks } from './deep-link.ts'
import type { KeptParts } from './kept-parts.ts'
import { writeWhole } from './whole-file.ts'

/** The name of a column and what stands in it. */
export type Column<Row> = readonly [name: string, cell: (row: Row) => Cell]

export interface CsvOptions {
  readonly links: DeepLinks
  /** For spreadsheets: byte-order mark, formula guard, long cells cut. Default: the plain file, which is never altered. */
  readonly spreadsheet?: boolean
  /** Parts of the file as it is that are copied instead of being made again. Default: none. */
  readonly kept?: KeptParts
}

/** A file that was written: its rows, as far as they were made, and where its parts stand. */
export interface WrittenCsv {
  readonly rows: number
  readonly parts: readonly WrittenPart[]
  /** Parts that were copied. */
  readonly copied: number
}

/**
 * Streams rows into a CSV file as RFC 4180 has it: CRLF behind each record, quotes where they are needed, a header;
 * UTF-8, without a byte-order mark unless for spreadsheets. The file appears whole or not at all. Throws a `UserError`
 * where the file cannot be written.
 */
export async function writeCsv<Row>(
  path: string,
  columns: readonly Column<Row>[],
  parts: Iterable<Part<Row>>,
  { spreadsheet = false, kept }: Pick<CsvOptions, 'spreadsheet' | 'kept'> = {},
): Promise<WrittenCsv> {
  const written: WrittenPart[] = []
  let [rows, copied] = [0, 0]
  async function* text() {
    yield `${spreadsheet ? '\ufeff' : ''}${csvRecords([columns.map(([name]) => name)])}`
    for (const part of parts) {
      const bytes = kept?.take(part.id)
      if (bytes !== undefined) {
        written.push([part.id, bytes])
        copied++
        continue
      }
      if (kept) yield* kept.copied()
      const own = await part.rows()
      rows += own.length
      const records = csvRecords(own.map((row) => columns.map(([, cell]) => shown(cell(row), spreadsheet))))
      written.push([part.id, Buffer.byteLength(records)])
      yield records
    }
    if (kept) yield* kept.copied()
  }
  await writeWhole(path, text())
  return { rows, parts: written, copied }
}

function shown(value: Cell, spreadsheet: boolean): Cell {
  if (typeof value !== 'string') return value
  return spreadsheet ? spreadsheetCell(cellText(value)) : cellText(value)
}

export function csvRecords(records: Cell[][]): string {
  return stringify(records, { record_delimiter: '\r\n' })
}
