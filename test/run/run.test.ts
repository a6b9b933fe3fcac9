import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../pipeline/model/errors.ts'
import { type RunOptions, type RunReport, run } from '../../pipeline/run.ts'
import { BRIDGE, LANTERN, scratch, write } from './articles.ts'

/** A run in this thread over `sources/` of a folder, into `out/` beside it. */
function runIn(folder: string, options: Partial<RunOptions> = {}): Promise<RunReport> {
  return run({
    paths: [join(folder, 'sources')],
    out: join(folder, 'out'),
    annotations: join(folder, 'annotations'),
    jobs: 1,
    ...options,
  })
}

function exports(folder: string): string[] {
  return ['claims.csv', 'conflicts.csv'].map((name) => readFileSync(join(folder, 'out', name), 'utf8'))
}

describe('a run', () => {
  it('takes articles in, and a second one changes nothing and says so', async () => {
    const folder = scratch()
    write(join(folder, 'sources'), BRIDGE)
    const first = await runIn(folder)
    expect(first.counts).toEqual({ new: 3, changed: 0, unchanged: 0, failed: 0 })
    expect(first.summary.claims).toBeGreaterThan(3)
    const written = exports(folder)
    expect(written[0]).toContain('The Norwick Bridge collapsed')

    const second = await runIn(folder)
    expect(second.counts).toEqual({ new: 0, changed: 0, unchanged: 3, failed: 0 })
    expect(second.summary.newConflicts).toEqual([])
    expect(exports(folder)).toEqual(written)
  })

  it('gives the same exports one by one, in another order, as all at once', async () => {
    const together = scratch()
    write(join(together, 'sources'), BRIDGE)
    await runIn(together)
    const apart = scratch()
    write(join(apart, 'sources'), BRIDGE)
    for (const name of Object.keys(BRIDGE)) await runIn(apart, { paths: [join(apart, 'sources', name)] })
    expect(exports(apart)).toEqual(exports(together))
  })

  it('adds, and drops nothing that it was not asked to drop', async () => {
    const folder = scratch()
    write(join(folder, 'sources'), { 'gazette.md': BRIDGE['gazette.md'] })
    await runIn(folder)
    rmSync(join(folder, 'sources', 'gazette.md'))
    write(join(folder, 'sources'), { 'courier.md': BRIDGE['courier.md'] })
    expect((await runIn(folder)).summary.documents).toBe(2)
  })

  it('tells which dispute is new, and later which position gained an independent source', async () => {
    const folder = scratch()
    write(join(folder, 'sources'), BRIDGE)
    const { summary } = await runIn(folder)
    expect(summary.newConflicts.map(({ question }) => question)).toContain('When was Norwick Bridge built?')

    write(join(folder, 'sources'), { 'lantern.md': LANTERN })
    const later = (await runIn(folder)).summary
    expect(later.newConflicts).toEqual([])
    expect(later.gained.map(({ position }) => position)).toMatchObject([
      { answer: '1928', previousSources: 1, independentSources: 2 },
    ])
  })

  it('takes a changed file for a new text of the same path', async () => {
    const folder = scratch()
    write(join(folder, 'sources'), BRIDGE)
    await runIn(folder)
    write(join(folder, 'sources'), { 'note.txt': 'The Norwick Bridge was repaired in 1989.\n' })
    const { counts, summary } = await runIn(folder)
    expect(counts).toEqual({ new: 0, changed: 1, unchanged: 2, failed: 0 })
    expect(summary.documents).toBe(3)
    expect(exports(folder)[0]).not.toContain('never repaired')
  })

  it('annotates again when the knowledge has changed', async () => {
    const folder = scratch()
    write(join(folder, 'sources'), BRIDGE)
    await runIn(folder)
    const entity = '- {id: norwick-bridge, type: facility, name: Norwick Bridge}\n'
    write(join(folder, 'annotations'), { 'entities.yaml': entity })
    await runIn(folder)
    expect(exports(folder)[0]).toContain('norwick-bridge')
  })

  it('ends early without losing anything, and goes on later', async () => {
    const folder = scratch()
    write(join(folder, 'sources'), BRIDGE)
    const controller = new AbortController()
    const cut = await runIn(folder, { signal: controller.signal, onProgress: () => controller.abort() })
    expect(cut.interrupted).toBe(true)
    expect(cut.counts.new).toBe(1)
    const rest = await runIn(folder)
    expect(rest.counts).toEqual({ new: 2, changed: 0, unchanged: 1, failed: 0 })
    const whole = scratch()
    write(join(whole, 'sources'), BRIDGE)
    await runIn(whole)
    expect(exports(folder)).toEqual(exports(whole))
  })
})

describe('bad input', () => {
  it.each([
    ['an empty file', 'bad.txt', '', /bad\.txt.*empty/],
    ['a file of white space', 'bad.txt', ' \n\n\t', /bad\.txt.*white space/],
    [
      'a binary file',
      'bad.txt',
      new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0, 0, 255]),
      /bad\.txt.*binary/,
    ],
    ['front matter that does not parse', 'bad.md', '---\ntitle: [open\n---\n\nText.\n', /bad\.md:\d+:\d+/],
  ])('names %s in one sentence and goes on', async (_, name, content, reason) => {
    const folder = scratch()
    write(join(folder, 'sources'), { ...BRIDGE, [name]: content })
    const { counts, failures } = await runIn(folder)
    expect(counts).toMatchObject({ new: 3, failed: 1 })
    expect(failures[0]!.path).toBe(`sources/${name}`)
    expect(failures[0]!.reason).toMatch(reason)
    expect(failures[0]!.reason).not.toMatch(/\n|defect/)

    write(join(folder, 'sources'), { [name]: 'The ferry to Norwick was sold in 1990.\n' })
    expect((await runIn(folder)).counts).toMatchObject({ new: 1, unchanged: 3, failed: 0 })
  })

  it('keeps a text with bytes that no encoding explains, with a note or a reason', async () => {
    const folder = scratch()
    const bytes = Buffer.concat([
      Buffer.from('The mill was sold in 1990. '),
      Buffer.from([0xff, 0xc3, 0x28, 0x81]),
      Buffer.from('\n'),
    ])
    write(join(folder, 'sources'), { ...BRIDGE, 'odd.txt': bytes })
    const { failures, notes } = await runIn(folder)
    expect([...failures, ...notes].map(({ path }) => path)).toContain('sources/odd.txt')
  })

  it('names paths that are not there and folders without articles, and goes on', async () => {
    const folder = scratch()
    write(join(folder, 'sources'), BRIDGE)
    mkdirSync(join(folder, 'empty'))
    const paths = ['sources', 'empty', 'nowhere'].map((name) => join(folder, name))
    const { counts, failures } = await runIn(folder, { paths })
    expect(counts).toMatchObject({ new: 3, failed: 2 })
    expect(failures.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/empty: .*no articles/),
      expect.stringMatching(/nowhere: .*no such file/),
    ])
  })

  it('takes one of two files that would be kept under one name, and names the other', async () => {
    const folder = scratch()
    write(folder, {
      'a/texts/x.txt': 'The mill was sold in 1990.\n',
      'b/texts/x.txt': 'The mill was sold in 1991.\n',
    })
    const paths = ['a/texts', 'b/texts'].map((name) => join(folder, name))
    const { counts, failures } = await runIn(folder, { paths })
    expect(counts).toMatchObject({ new: 1, failed: 1 })
    expect(failures[0]!.reason).toMatch(/b\/texts\/x\.txt: .*same name/)
  })

  it('names a file that vanishes while the run is on its way', async () => {
    const folder = scratch()
    // Further behind than files are on their way from the disk.
    const before = Array.from({ length: 8 }, (_, at) => [`a${at}.txt`, `Mill ${at} was sold in 199${at}.\n`])
    write(join(folder, 'sources'), { ...Object.fromEntries(before), 'last.txt': 'The mill was closed.\n' })
    const onProgress = () => rmSync(join(folder, 'sources', 'last.txt'), { force: true })
    const { counts, failures } = await runIn(folder, { onProgress, jobs: 1 })
    expect(counts).toMatchObject({ new: 8, failed: 1 })
    expect(failures[0]!.reason).toMatch(/last\.txt: .*vanished/)
  })

  it.each<[string, (folder: string) => void, RegExp]>([
    [
      'a mistake in annotations/',
      (folder) => write(folder, { 'annotations/entities.yaml': '- {id: x, type: ship}\n' }),
      /entities\.yaml:1/,
    ],
    ['an out/ that is a file', (folder) => write(folder, { out: 'in the way' }), /out/],
    [
      'a database that is none',
      (folder) => write(folder, { 'out/claims.db': 'x'.repeat(5000) }),
      /claims\.db/,
    ],
    ['a database of a newer version', makeNewer, /claims\.db.*newer/],
  ])('stops at %s with one sentence', async (_, spoil, reason) => {
    const folder = scratch()
    write(join(folder, 'sources'), BRIDGE)
    spoil(folder)
    const error = await runIn(folder).catch((caught) => caught)
    expect(error).toBeInstanceOf(UserError)
    expect(error.message).toMatch(reason)
  })
})

function makeNewer(folder: string): void {
  mkdirSync(join(folder, 'out'))
  writeFileSync(join(folder, 'out', 'claims.db'), '')
  const database = new Database(join(folder, 'out', 'claims.db'))
  database.pragma('user_version = 999')
  database.close()
}
