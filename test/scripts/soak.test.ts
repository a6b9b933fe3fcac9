import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { run } from '../../pipeline/run.ts'
import { databasePath } from '../../pipeline/store/sqlite/connect.ts'
import { rowsOf } from '../../scripts/soak/rows.ts'
import { BRIDGE, scratch, write } from '../run/articles.ts'

const soak = fileURLToPath(new URL('../../dist/scripts/soak.js', import.meta.url))

it('runs that are killed at any moment end as if nothing had happened', async () => {
  const child = spawn(process.execPath, [soak, '--articles', '4', '--kills', '3'])
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect(said).toMatch(/^4 articles, 3 kills, .* rows: 0 problems\.\n$/)
  expect(code).toBe(0)
}, 180_000)

it('sees what differs, and not when it came', async () => {
  const [one, other] = [scratch(), scratch()]
  const { 'note.txt': note, ...papers } = BRIDGE
  await run({ paths: [write(`${one}/sources`, BRIDGE)], out: `${one}/out`, annotations: one, jobs: 1 })
  await run({ paths: [write(`${other}/sources`, papers)], out: `${other}/out`, annotations: other, jobs: 1 })
  const options = { paths: [`${other}/sources`], out: `${other}/out`, annotations: other, jobs: 1 }
  write(`${other}/sources`, { 'note.txt': note })
  await run(options)
  expect(rowsOf(`${other}/out`)).toEqual(rowsOf(`${one}/out`))
  const db = new Database(databasePath(`${other}/out`))
  db.exec(`update claims set quote = 'no' where key = 1`)
  db.close()
  expect(rowsOf(`${other}/out`)).not.toEqual(rowsOf(`${one}/out`))
})
