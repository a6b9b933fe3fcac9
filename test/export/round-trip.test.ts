import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellText } from '../../pipeline/export/cell.ts'
import { claimColumns } from '../../pipeline/export/claims-csv.ts'
import { conflictColumns } from '../../pipeline/export/conflicts-csv.ts'
import type { Column } from '../../pipeline/export/csv-file.ts'
import { deepLinks } from '../../pipeline/export/deep-link.ts'
import { exportFindings } from '../../pipeline/export/index.ts'
import { HARD, mask, PLAIN, storeOf } from './hard.ts'

type Row = Record<string, string>

let folder: string
/** The cells as they were meant, by the name of the file. */
const meant: Record<string, Row[]> = {}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-round-trip-'))
  const store = await storeOf(folder, HARD, PLAIN)
  await exportFindings(store, folder, { mask })
  const links = deepLinks(mask)
  meant['claims.csv'] = (await store.claims()).map((row) => cellsOf(claimColumns(links), row))
  meant['conflicts.csv'] = (await store.conflicts()).flatMap((conflict) =>
    conflict.positions.flatMap((position) =>
      position.evidence.map((evidence) => cellsOf(conflictColumns(links), { conflict, position, evidence })),
    ),
  )
  await store.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

function cellsOf<R>(columns: readonly Column<R>[], row: R): Row {
  const text = (value: string | number | null) => (value === null ? '' : cellText(String(value)))
  return Object.fromEntries(columns.map(([name, cell]) => [name, text(cell(row))]))
}

const FILES = ['claims.csv', 'conflicts.csv']

/** True where a program is installed; its tests are left out where it is not. */
function installed(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe.for(FILES)('%s comes back cell by cell', (name) => {
  it.skipIf(!installed('python3'))("by Python's csv module", () => {
    const script = `import csv, json, sys
with open(sys.argv[1], newline='', encoding='utf-8') as f: print(json.dumps(list(csv.DictReader(f, strict=True))))`
    const read = execFileSync('python3', ['-c', script, join(folder, name)], { encoding: 'utf8' })
    expect(JSON.parse(read)).toEqual(meant[name])
  })

  it.skipIf(!installed('sqlite3'))("by SQLite's .import", () => {
    const commands = ['.mode csv', `.import ${join(folder, name)} read`, '.mode json', 'select * from read;']
    const read = execFileSync('sqlite3', [':memory:'], { encoding: 'utf8', input: commands.join('\n') })
    expect(JSON.parse(read)).toEqual(meant[name])
  })

  it('by DuckDB, sniffing the format by itself', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const read = await connection.runAndReadAll('select * from read_csv(?, all_varchar = true)', [
      join(folder, name),
    ])
    const rows = read
      .getRowObjects()
      .map((row) => Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, cell ?? ''])))
    expect(rows).toEqual(meant[name])
    connection.closeSync()
  })
})
