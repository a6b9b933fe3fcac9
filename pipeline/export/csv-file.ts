import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { UserError } from '../model/errors.ts'
import { type Cell, cellText } from './cell.ts'

/** The name of a column and what stands in it. */
export type Column<Row> = readonly [name: string, cell: (row: Row) => Cell]

/**
 * Streams rows into a CSV file as RFC 4180 has it: CRLF behind each record, quotes where they are needed, a header;
 * UTF-8 without a byte-order mark. The file appears whole or not at all. Gives the number of rows; throws a
 * `UserError` where the file cannot be written.
 */
export async function writeCsv<Row>(
  path: string,
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
): Promise<number> {
  const unfinished = `${path}.${process.pid}.tmp`
  let count = 0
  async function* records() {
    for await (const row of rows) {
      count++
      yield columns.map(([, cell]) => {
        const value = cell(row)
        return typeof value === 'string' ? cellText(value) : value
      })
    }
  }
  try {
    await pipeline(
      records,
      stringify({ header: true, columns: columns.map(([name]) => name), record_delimiter: '\r\n' }),
      createWriteStream(unfinished),
    )
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw fileError(path, error)
  }
  return count
}

function fileError(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return error
  const full = error.code === 'ENOSPC' || error.code === 'EDQUOT'
  return new UserError(full ? 'the disk is full.' : 'this file cannot be written.', {
    where: path,
    remedy: full
      ? 'Free some space, then run again.'
      : 'Check the permissions of the folder, or choose another one with --out.',
    cause: error,
  })
}
