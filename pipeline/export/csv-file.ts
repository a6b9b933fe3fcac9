import { stringify } from 'csv-stringify/sync'
import { type Cell, cellText, spreadsheetCell } from './cell.ts'
import type { DeepLinks } from './deep-link.ts'
import { writeWhole } from './whole-file.ts'

/** The name of a column and what stands in it. */
export type Column<Row> = readonly [name: string, cell: (row: Row) => Cell]

export type Rows<Row> = AsyncIterable<Row> | Iterable<Row>

export interface CsvOptions {
  readonly links: DeepLinks
  /** For spreadsheets: byte-order mark, formula guard, long cells cut. Default: the plain file, which is never altered. */
  readonly spreadsheet?: boolean
}

/** Rows that are turned into text at once. */
const BATCH = 500

/**
 * Streams rows into a CSV file as RFC 4180 has it: CRLF behind each record, quotes where they are needed, a header;
 * UTF-8, without a byte-order mark unless for spreadsheets. The file appears whole or not at all. Gives the number of
 * rows; throws a `UserError` where the file cannot be written.
 */
export async function writeCsv<Row>(
  path: string,
  columns: readonly Column<Row>[],
  rows: Rows<Row>,
  { spreadsheet = false }: Pick<CsvOptions, 'spreadsheet'> = {},
): Promise<number> {
  let count = 0
  async function* text() {
    yield spreadsheet ? '\ufeff' : ''
    let batch: Cell[][] = [columns.map(([name]) => name)]
    for await (const row of rows) {
      count++
      batch.push(columns.map(([, cell]) => shown(cell(row), spreadsheet)))
      if (batch.length < BATCH) continue
      yield records(batch)
      batch = []
    }
    yield records(batch)
  }
  await writeWhole(path, text())
  return count
}

function shown(value: Cell, spreadsheet: boolean): Cell {
  if (typeof value !== 'string') return value
  return spreadsheet ? spreadsheetCell(cellText(value)) : cellText(value)
}

function records(batch: Cell[][]): string {
  return stringify(batch, { record_delimiter: '\r\n' })
}
