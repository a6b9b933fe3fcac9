import { expect, test } from 'vitest'
import { claimsByText } from '../../pipeline/store/read-claims.ts'
import { conflictIds, conflictReader } from '../../pipeline/store/read-conflicts.ts'
import type { Database } from '../../pipeline/store/sql.ts'
import { openDatabase } from '../../pipeline/store/sqlite/connect.ts'

/** Read with a dispute for those who show it; no exported file has a column of it. */
const NOT_SHOWN = ['conflict_context']

test('whoever writes to a table that an export reads leaves a note of what it shows in', () => {
  const db = openDatabase(':memory:', {})
  const asked: string[] = []
  const reading: Database = {
    ...db,
    prepare: (sql) => {
      asked.push(sql)
      return db.prepare(sql)
    },
  }
  claimsByText(reading, {})
  conflictIds(reading, {})
  conflictReader(reading)
  expect(asked.length).toBeGreaterThan(8)

  const read = new Set(asked.flatMap((sql) => tablesReadBy(sql, db)))
  const noting = db
    .prepare<[], string>(
      "select distinct tbl_name from sqlite_schema where type = 'trigger' and name like '%_unexported_%'",
    )
    .pluck()
    .all()
  expect([...read].filter((table) => !noting.includes(table))).toEqual(NOT_SHOWN)
  db.close()
})

/** The tables, and those of the indexes, that the program which SQLite makes of a statement opens. */
function tablesReadBy(sql: string, db: Database): readonly string[] {
  const values = Array.from(sql.matchAll(/\?/g), () => null)
  const steps = db
    .prepare<unknown[], { opcode: string; p2: number; p3: number }>(`explain ${sql}`)
    .all(values)
  const tableAt = db
    .prepare<[number], string>('select tbl_name from sqlite_schema where rootpage = ?')
    .pluck()
  return steps.filter(({ opcode, p3 }) => opcode === 'OpenRead' && p3 === 0).map(({ p2 }) => tableAt.get(p2)!)
}
