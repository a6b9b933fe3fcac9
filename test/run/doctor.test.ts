import {
  appendFileSync,
  closeSync,
  openSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { backUp } from '../../pipeline/batch/backup.ts'
import { examine } from '../../pipeline/batch/doctor.ts'
import { keptTextPath } from '../../pipeline/batch/kept-texts.ts'
import { queueQuerySchema } from '../../pipeline/review/api.ts'
import { openDesk } from '../../pipeline/review/desk.ts'
import { run } from '../../pipeline/run.ts'
import { openStore } from '../../pipeline/store/index.ts'
import { databasePath, openDatabase } from '../../pipeline/store/sqlite/connect.ts'
import { GATE, GULL, judge, TIDE } from '../review/desk.ts'
import { EVIDENCE, FINGERPRINT, findingsOf } from '../store/sample.ts'
import { postgresBinaries, sharedCluster } from '../support/postgres.ts'
import { BRIDGE, scratch, write } from './articles.ts'

const PAGE = `<html><head><title>The bridge</title></head><body><h1>The bridge</h1>
<p>The Norwick Bridge collapsed on 2 March 2021. The collapse of the bridge killed 14 people.</p></body></html>`

async function folder() {
  const home = scratch()
  const where = { out: join(home, 'out'), annotations: join(home, 'annotations') }
  write(join(home, 'sources'), { ...BRIDGE, 'page.html': PAGE })
  write(where.annotations, { 'entities.yaml': '- { id: holm, type: person, name: Arvid Holm }\n' })
  await run({ paths: [join(home, 'sources')], ...where, jobs: 1 })
  return { home, ...where }
}

/** The checks that found something, with what they found. */
const problems = async (where: Parameters<typeof examine>[0]) =>
  (await examine(where))
    .filter((check) => check.problems.length > 0)
    .map(({ name, problems }) => `${name}: ${problems.join('; ')}`)

const alter = (out: string, sql: string) => {
  const db = openDatabase(out, {})
  db.exec('pragma foreign_keys = off')
  db.exec(sql)
  db.close()
}

describe('the doctor', () => {
  it('finds nothing after a run', async () => {
    const where = await folder()
    expect(await problems(where)).toEqual([])
    expect((await examine(where)).map(({ name }) => name)).toEqual([
      'Database file',
      'References',
      'Texts',
      'Claims',
      'Disputes',
      'Topics',
      'Kept texts',
      'Verdicts',
      'Annotations',
    ])
  })

  it.each([
    [
      'a quote that is not what stands there',
      `update claims set quote = quote || '!' where key = 1`,
      /its quote is not/,
    ],
    [
      'an id that its content does not give',
      `update claims set record = json_set(record, '$[0][0]', 999) where key = 1`,
      /its id is not/,
    ],
    ['a claim in no sentence', 'update claims set sentence_number = 999', /outside its sentence/],
    [
      'a claim that another sentence holds',
      `update claims set sentence_number = case sentence_number when 0 then 1 else 0 end`,
      /outside its sentence/,
    ],
    ['a claim outside its text', 'update claims set end_utf16 = 99999 where key = 1', /outside its text/],
    [
      'sentences that run into each other',
      `update documents set sentences = '[0,40,-10,20]'`,
      /sentences do not lie in it one behind the other/,
    ],
    [
      'a sentence outside its text',
      `update documents set sentences = '[0,99999]'`,
      /sentences do not lie in it one behind the other/,
    ],
    ['a text under a wrong hash', `update documents set text_sha256 = 'no'`, /not the text that its hash/],
    ['a text that was changed', `update documents set text = text || '.'`, /is not the id of its text/],
    ['a text that no file holds', 'delete from sources', /current, and no file holds it/],
    ['a topic under a wrong id', `update topics set key = key || '!'`, /not the id of what it is about/],
    [
      'evidence outside its text',
      `update position_evidence set claim_id = null, start_utf16 = 0, end_utf16 = 99999,
         document_id = (select document_id from claims c where c.id = claim_id)`,
      /evidence of a dispute lies outside it/,
    ],
    ['a row without what it speaks of', 'delete from runs', /^References/],
    ['a dispute without evidence', 'delete from position_evidence', /fewer than two positions/],
    [
      'a dispute with one position',
      `delete from position_evidence where position_id in (select id from positions where number > 1)`,
      /fewer than two positions/,
    ],
  ])('tells %s', async (_, sql, expected) => {
    const where = await folder()
    alter(where.out, sql)
    expect((await problems(where)).join('\n')).toMatch(expected)
  })

  it('tells a kept text that was changed, and one that nobody needs', async () => {
    const where = await folder()
    const db = new Database(databasePath(where.out), { readonly: true })
    const hash = db
      .prepare(
        `select d.text_sha256 from documents d join sources s on s.document_id = d.id where s.path like '%.html'`,
      )
      .pluck()
      .get() as string
    db.close()
    appendFileSync(keptTextPath(where.out, hash), ' ')
    const stray = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    writeFileSync(keptTextPath(where.out, stray), '')
    expect(await problems(where)).toEqual([
      expect.stringMatching(
        /^Kept texts: .*(was changed.*belongs to no text|belongs to no text.*was changed)/,
      ),
    ])
  })

  it('tells a line of a log that is none, and one that was cut off', async () => {
    const where = await folder()
    write(where.annotations, { 'verdicts.jsonl': '{"kind":"verdict"}\n' })
    expect(await problems(where)).toEqual([expect.stringMatching(/^Verdicts: .*verdicts\.jsonl:1/)])
    write(where.annotations, { 'verdicts.jsonl': '{"kind":"ver' })
    expect(await problems(where)).toEqual([
      expect.stringMatching(/^Verdicts: .*:1: the last line was cut off/),
    ])
  })

  it.skipIf(!postgresBinaries)('looks at PostgreSQL as well', async () => {
    const cluster = await sharedCluster()
    const db = cluster.database()
    const where = { out: scratch(), db, annotations: scratch() }
    const store = await openStore(db)
    const number = await store.startRun(FINGERPRINT)
    for (const document of [TIDE, GULL]) await store.commitDocument(document, EVIDENCE, FINGERPRINT, number)
    await store.saveFindings(findingsOf(GATE), FINGERPRINT, number)
    await store.close()
    const broken =
      /its quote is not|fewer than two positions|evidence of a dispute lies outside|sentences do not lie/
    expect((await problems(where)).join('\n')).not.toMatch(broken)
    const name = new URL(db).pathname.slice(1)
    cluster.command(`update gainsay.claims set quote = quote || '!'`, name)
    expect((await problems(where)).join('\n')).toMatch(/its quote is not/)
    cluster.command('delete from gainsay.position_evidence', name)
    expect((await problems(where)).join('\n')).toMatch(/fewer than two positions/)
  })

  it('tells a verdict that was changed after it was given', async () => {
    const where = await folder()
    const desk = await openDesk({ ...where, jobs: 1, reviewer: 'Ada', version: '0' })
    const { conflicts } = await desk.queue(queueQuerySchema.parse({}))
    await judge(desk, conflicts[0]!, { held: 1, note: 'as the county says' })
    const { entry } = await judge(desk, conflicts[0]!, { note: 'both, then' })
    await desk.undo({ verdict: entry.id, seen: entry.id })
    await desk.close()
    expect(await problems(where)).toEqual([])
    const log = join(where.annotations, 'verdicts.jsonl')
    writeFileSync(log, readFileSync(log, 'utf8').replace('"reviewer":"Ada"', '"reviewer":"Eve"'))
    expect(await problems(where)).toEqual([
      expect.stringMatching(/^Verdicts: v_\w+: not what was decided under this id$/),
    ])
  })

  it('says of a damaged file that it is damaged, and how to go on', async () => {
    const where = await folder()
    const path = databasePath(where.out)
    const file = openSync(path, 'r+')
    for (let at = 8192; at < statSync(path).size; at += 4096)
      writeSync(file, Buffer.alloc(512, 0x5a), 0, 512, at)
    closeSync(file)
    const told = async () => (await problems(where)).join('\n')
    let said: string
    try {
      said = await told()
    } catch (error) {
      said = (error as Error).message
    }
    expect(said).toMatch(/damaged|Database file: /)
    expect(said).not.toMatch(/quote|hash/)
  })

  it('asks for a run where there is no database', async () => {
    await expect(examine({ out: scratch(), annotations: scratch() })).rejects.toThrow(
      /no database yet. Type `gainsay run`/,
    )
  })
})

describe('a backup', () => {
  it('is a whole folder to go on with, made while others write', async () => {
    const where = await folder()
    const writer = openDatabase(where.out, {})
    writer.exec('begin immediate; delete from failures')
    const to = join(where.home, 'copy')
    expect(await backUp(to, where)).toEqual(['the database', 'kept texts', 'entities.yaml'])
    writer.exec('rollback')
    writer.close()
    const copy = { out: to, annotations: join(to, 'annotations') }
    expect(await problems(copy)).toEqual([])
    await run({ paths: [join(where.home, 'sources')], ...copy, jobs: 1 })
    expect(readFileSync(join(to, 'claims.csv'), 'utf8')).toBe(
      readFileSync(join(where.out, 'claims.csv'), 'utf8'),
    )
  })

  it('leaves a folder alone that holds something', async () => {
    const where = await folder()
    await expect(backUp(where.annotations, where)).rejects.toThrow(/not empty. Name a new one/)
  })

  it('says so of a place where no folder can be', async () => {
    const where = await folder()
    const inFile = join(where.out, 'claims.db', 'copy')
    await expect(backUp(inFile, where)).rejects.toThrow(/folder cannot be made. Check the permissions/)
  })
})
