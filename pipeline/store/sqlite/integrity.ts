import Sqlite from 'better-sqlite3'
import type { Database } from '../sql.ts'
import { databasePath, withDialect } from './connect.ts'

const MOST_LINES = 100

/** A database with what is wrong with its file, in words. */
export interface ExaminedFile {
  readonly db: Database
  readonly damage: readonly string[]
  readonly danglingReferences: readonly string[]
}

/**
 * Opens a database read only, without the checks that opening it for work makes, and has SQLite examine its file: what
 * `integrity_check` and `foreign_key_check` find, at most a hundred lines each (https://sqlite.org/pragma.html).
 */
export function examineFile(directory: string): ExaminedFile {
  const db = new Sqlite(databasePath(directory), { readonly: true })
  const damage = (db.pragma(`integrity_check(${MOST_LINES})`) as { readonly integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
  const dangling = db.pragma('foreign_key_check') as { readonly table: string; readonly parent: string }[]
  return {
    db: withDialect(db),
    damage,
    danglingReferences: dangling
      .slice(0, MOST_LINES)
      .map(({ table, parent }) => `a row of ${table} speaks of a row of ${parent} that is not there`),
  }
}
