import Database from 'better-sqlite3'
import { databasePath } from '../../pipeline/store/sqlite/connect.ts'

/**
 * Columns that tell when something was seen first or last, and in which order rows arrived: two ways to the same end
 * differ in them, and in nothing else.
 */
const HISTORY =
  /^(?:first_run|last_run|first_seen_run|gained_run|previous_sources|run|key|claim_key|number|rowid|corroboration|entries|digest)$/
/** Columns of what comparing remembers that name claims by their keys, which came in the order of arrival. */
const KEYS = /^(?:claim_a|claim_b|compared_documents\.claims)$/
/** Tables that are history themselves, and the inner ones of the full-text search. */
const LEFT_OUT = /^(?:runs|failures|findings|exported|unexported|sqlite_.*|.*_(?:search|search_.*))$/

/** All rows of a database, as "table: JSON", sorted; without what only tells its history. */
export function rowsOf(directory: string): readonly string[] {
  const db = new Database(databasePath(directory), { readonly: true })
  try {
    const claims = new Map(db.prepare('select key, id from claims').raw().all() as [number, string][])
    const named = (key: number) => claims.get(key) ?? key
    const shown = (table: string, column: string, value: unknown): unknown =>
      !KEYS.test(column) && !KEYS.test(`${table}.${column}`)
        ? value
        : typeof value === 'number'
          ? named(value)
          : JSON.parse(String(value)).map(named)
    const tables = db.prepare(`select name from sqlite_schema where type = 'table'`).pluck().all() as string[]
    return tables
      .filter((table) => !LEFT_OUT.test(table))
      .flatMap((table) =>
        (db.prepare(`select * from "${table}"`).all() as Record<string, unknown>[]).map(
          (row) =>
            `${table}: ${JSON.stringify(
              Object.entries(row)
                .filter(([column]) => !HISTORY.test(column))
                .map(([column, value]) => [column, shown(table, column, value)]),
            )}`,
        ),
      )
      .sort()
  } finally {
    db.close()
  }
}
