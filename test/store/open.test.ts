import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UserError } from '../../pipeline/model/errors.ts'
import { openStore } from '../../pipeline/store/index.ts'
import { BEFORE } from '../../pipeline/store/schema/index.ts'
import { migrate } from '../../pipeline/store/sqlite/connect.ts'
import { explainDatabaseErrors } from '../../pipeline/store/sqlite/errors.ts'
import { EVIDENCE, FINGERPRINT, sample } from './sample.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-open-'))
  file = join(folder, 'claims.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const LONG = sample({ path: 'long.txt', text: 'A long story.\n'.repeat(5000) })

async function store(document = LONG) {
  const opened = await openStore(folder)
  await opened.commitDocument(document, EVIDENCE, FINGERPRINT, await opened.startRun(FINGERPRINT))
  await opened.close()
}

describe('migrations', () => {
  const steps = ['create table a (x text) strict', 'create table b (y)'].map((sql) => () => sql)

  it('take the missing steps only, and count them', () => {
    const db = new Database(file)
    migrate(db, file, steps.slice(0, 1))
    db.exec("insert into a values ('kept')")
    migrate(db, file, steps)
    migrate(db, file, steps)
    expect(db.pragma('user_version', { simple: true })).toBe(BEFORE + 2)
    expect(db.prepare('select x from a').pluck().all()).toEqual(['kept'])
    db.close()
  })

  it('are all taken or none', () => {
    const db = new Database(file)
    expect(() => migrate(db, file, [steps[0]!, () => 'create nonsense'])).toThrow(/syntax error/)
    expect(db.pragma('user_version', { simple: true })).toBe(0)
    expect(db.prepare('select count(*) from sqlite_schema').pluck().get()).toBe(0)
    db.close()
  })
})

describe('a database that cannot be used is one sentence with a remedy:', () => {
  it('newer than the program', async () => {
    await store()
    const db = new Database(file)
    db.pragma('user_version = 99')
    db.close()
    await expect(openStore(folder)).rejects.toThrow(
      /claims\.db: the database has version 99, .* up to \d+\. Install a newer Gainsay/,
    )
  })

  it('somebody else’s, which is left as it is', async () => {
    const db = new Database(file)
    db.exec('create table theirs (x)')
    db.close()
    const before = readFileSync(file)
    await expect(openStore(folder)).rejects.toThrow(/was not made by Gainsay\. Move it away/)
    expect(readFileSync(file)).toEqual(before)
  })

  it('no database', async () => {
    writeFileSync(file, 'just some words, and enough of them to be longer than a header. '.repeat(20))
    await expect(openStore(folder)).rejects.toThrow(/this file is not a database\. Move it away/)
  })

  it('damaged', async () => {
    await store()
    const bytes = readFileSync(file)
    bytes.fill(0xa5, 4096, bytes.length - 4096)
    writeFileSync(file, bytes)
    const work = async () => {
      const opened = await openStore(folder)
      try {
        await opened.sources()
      } finally {
        await opened.close()
      }
    }
    await expect(work()).rejects.toThrow(UserError)
    await expect(work()).rejects.toThrow(/is damaged\. Delete it and run again/)
  })

  it('locked by another program', async () => {
    await store()
    const other = new Database(file)
    other.exec('begin immediate')
    const opened = await openStore(folder, { lockTimeout: 20 })
    await expect(opened.startRun(FINGERPRINT)).rejects.toThrow(/locked by another program\. Wait/)
    expect(await opened.sources()).toHaveLength(1)
    other.exec('rollback')
    await opened.startRun(FINGERPRINT)
    other.close()
    await opened.close()
  })

  it('on a full disk, with what was stored before still whole', () => {
    const db = new Database(file)
    db.exec('create table a (x text)')
    db.pragma('max_page_count = 3')
    const insert = () => db.prepare('insert into a values (?)').run('x'.repeat(100_000))
    expect(() => explainDatabaseErrors(file, insert)).toThrow(/the disk is full\. Free some space/)
    expect(db.prepare('select count(*) from a').pluck().get()).toBe(0)
    db.close()
  })

  it('not there, when only asked', async () => {
    await expect(openStore(folder, { readonly: true })).rejects.toThrow(
      /no database yet\. Type `gainsay run`/,
    )
    expect(existsSync(file)).toBe(false)
  })

  it('in a folder that is a file', async () => {
    const inTheWay = join(folder, 'out')
    writeFileSync(inTheWay, '')
    await expect(openStore(inTheWay)).rejects.toThrow(/out: this folder cannot be made/)
    await expect(openStore(join(inTheWay, 'deeper'))).rejects.toThrow(UserError)
  })

  it('not writable', async (context) => {
    if (process.getuid?.() === 0) context.skip('root may write everywhere')
    chmodSync(folder, 0o500)
    await expect(openStore(folder)).rejects.toThrow(/cannot be opened or written\. Check the permissions/)
    chmodSync(folder, 0o700)
  })
})

it('a defect of ours is no fault of the user', () => {
  const db = new Database(':memory:')
  const broken = () => explainDatabaseErrors(file, () => db.prepare('select nonsense').all())
  expect(broken).toThrow(Database.SqliteError)
  expect(broken).not.toThrow(UserError)
  db.close()
})

it('a reader sees the database while a writer is at work', async () => {
  await store()
  const writer = await openStore(folder)
  const reader = await openStore(folder, { readonly: true })
  await writer.commitDocument(sample({ path: 'b.txt', text: 'B.' }), EVIDENCE, FINGERPRINT, 1)
  expect((await reader.sources()).map(({ path }) => path)).toEqual(['b.txt', 'long.txt'])
  await expect(reader.startRun(FINGERPRINT)).rejects.toThrow(/cannot be opened or written/)
  await reader.close()
  await writer.close()
})
