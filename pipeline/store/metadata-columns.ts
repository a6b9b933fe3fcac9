import type { Known, Metadata, MetadataBasis } from '../model/document.ts'

/** Where each piece of metadata stands in the table `sources`, with `_basis` and `_reason` beside it. */
export const METADATA_COLUMNS: readonly (readonly [key: keyof Metadata, column: string])[] = [
  ['title', 'title'],
  ['publisher', 'publisher'],
  ['author', 'author'],
  ['published', 'published'],
  ['url', 'url'],
  ['summaryOf', 'summary_of'],
  ['reliability', 'reliability'],
]

/**
 * In SQL: what a source goes by in the queue and its filters. Its beginning is enough, and what is longer is in no index
 * of PostgreSQL.
 */
export const SOURCE_NAME = (publisher: string, path: string) =>
  `substr(coalesce(${publisher}, ${path}), 1, 500)`

/** The metadata of a row of `sources`. */
export function metadataOf(row: Readonly<Record<string, unknown>>): Metadata {
  const known = (column: string): Known<string> | null =>
    row[column] === null
      ? null
      : {
          value: row[column] as string,
          basis: row[`${column}_basis`] as MetadataBasis,
          reason: row[`${column}_reason`] as string | null,
        }
  return Object.fromEntries(
    METADATA_COLUMNS.flatMap(([key, column]) => {
      const value = known(column)
      // Few sources are graded: for the rest the key is absent.
      return key === 'reliability' && value === null ? [] : [[key, value]]
    }),
  ) as unknown as Metadata
}
