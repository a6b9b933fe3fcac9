import { existsSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { removeSources } from '../../pipeline/batch/remove.ts'
import { sha256 } from '../../pipeline/model/ids.ts'
import { type RunOptions, type RunReport, run } from '../../pipeline/run.ts'
import { lockRuns, openStore } from '../../pipeline/store/index.ts'
import { BRIDGE, scratch, write } from './articles.ts'

function runIn(folder: string, options: Partial<RunOptions> = {}): Promise<RunReport> {
  return run({
    paths: [join(folder, 'sources')],
    out: join(folder, 'out'),
    annotations: join(folder, 'annotations'),
    jobs: 1,
    ...options,
  })
}

const PAGE = `<!doctype html><html><head><title>The bridge at Norwick</title></head><body><nav>Home</nav>
<p>The Norwick Bridge collapsed on 2 March 2021. The collapse of the bridge killed 14 people.</p></body></html>`

describe('a batch over time', () => {
  it('keeps the text that was drawn out of a file under its hash', async () => {
    const folder = scratch()
    write(join(folder, 'sources'), { ...BRIDGE, 'page.html': PAGE })
    await runIn(folder)
    const kept = readdirSync(join(folder, 'out', 'texts'))
    expect(kept).toHaveLength(1)
    const text = readFileSync(join(folder, 'out', 'texts', kept[0]!), 'utf8')
    expect(kept[0]).toBe(`${sha256(text)}.txt`)
    expect(text).toContain('killed 14 people')
  })

  it('does again what did not change where it is told to', async () => {
    const folder = scratch()
    write(join(folder, 'sources'), BRIDGE)
    await runIn(folder)
    expect((await runIn(folder)).words).toBe(0)
    const forced = await runIn(folder, { force: true })
    expect(forced.words).toBeGreaterThan(0)
    expect(forced.counts).toEqual({ new: 0, changed: 0, unchanged: 3, failed: 0 })
  })

  it('takes the records of one file, and tries the bad ones again', async () => {
    const folder = scratch()
    write(join(folder, 'sources'), {
      'a.jsonl':
        '{"id": 1, "text": "The mill was sold in 1990."}\n{"id": 2, "story": "The mill burned in 1991."}\n',
    })
    const first = await runIn(folder)
    expect(first.counts).toEqual({ new: 1, changed: 0, unchanged: 0, failed: 1 })
    expect(first.failures[0]!.path).toBe('sources/a.jsonl#2')
    expect((await runIn(folder)).counts).toMatchObject({ unchanged: 1, failed: 1 })
    write(join(folder, 'sources'), {
      'a.jsonl':
        '{"id": 1, "text": "The mill was sold in 1990."}\n{"id": 2, "text": "The mill burned in 1991."}\n',
    })
    expect((await runIn(folder)).counts).toEqual({ new: 1, changed: 0, unchanged: 1, failed: 0 })
    expect((await runIn(folder)).counts).toEqual({ new: 0, changed: 0, unchanged: 2, failed: 0 })
  })

  it('reads a file again when what is written beside it has changed', async () => {
    const folder = scratch()
    write(join(folder, 'sources'), { 'note.txt': BRIDGE['note.txt'] })
    await runIn(folder)
    write(join(folder, 'sources'), { 'note.txt.meta.yaml': 'publisher: Norwick Gazette\n' })
    expect((await runIn(folder)).summary.withoutPublisher).toEqual([])
    expect((await runIn(folder)).words).toBe(0)
  })

  it('leaves a file alone that somebody may still be writing, and takes it when it is settled', async () => {
    const folder = scratch()
    const sources = join(folder, 'sources')
    write(sources, BRIDGE)
    const old = new Date('2020-01-01')
    for (const name of Object.keys(BRIDGE)) utimesSync(join(sources, name), old, old)
    write(sources, { 'growing.txt': 'The mill was' })
    const first = await runIn(folder, { settledFor: 3_600_000 })
    expect([first.counts.new, first.unsettled]).toEqual([3, 1])
    utimesSync(join(sources, 'growing.txt'), old, old)
    const second = await runIn(folder, { settledFor: 3_600_000 })
    expect([second.counts.new, second.unsettled]).toEqual([1, 0])
  })

  it('forgets the failure of a file that is gone', async () => {
    const folder = scratch()
    write(join(folder, 'sources'), { ...BRIDGE, 'empty.txt': '', 'other.txt': '' })
    expect((await runIn(folder)).counts.failed).toBe(2)
    rmSync(join(folder, 'sources', 'empty.txt'))
    expect((await runIn(folder)).counts.failed).toBe(1)
    const store = await openStore(join(folder, 'out'))
    expect((await store.failures()).map(({ path }) => path)).toEqual(['sources/other.txt'])
    await store.close()
  })

  it('waits for another run on the same folder, and says so', async () => {
    const folder = scratch()
    write(join(folder, 'sources'), BRIDGE)
    const other = await lockRuns(join(folder, 'out'))
    let ended = false
    const { counts } = await runIn(folder, {
      onWait: () => {
        ended = true
        other!.release()
      },
    })
    expect(ended).toBe(true)
    expect(counts.new).toBe(3)
  })
})

describe('removing a source', () => {
  it('takes out what only it gave, and leaves nothing behind', async () => {
    const folder = scratch()
    const out = join(folder, 'out')
    write(join(folder, 'sources'), { ...BRIDGE, 'page.html': PAGE })
    await runIn(folder)
    const { removed, unknown } = await removeSources(
      ['sources/page.html', 'sources/courier.md', 'sources/none.md'],
      {
        out,
        annotations: join(folder, 'annotations'),
      },
    )
    expect(removed.map(({ path }) => path)).toEqual(['sources/page.html', 'sources/courier.md'])
    expect(unknown).toEqual(['sources/none.md'])
    expect(readdirSync(join(out, 'texts'))).toEqual([])
    expect(readFileSync(join(out, 'claims.csv'), 'utf8')).not.toMatch(/courier|page\.html/)

    const alone = scratch()
    write(join(alone, 'sources'), { 'gazette.md': BRIDGE['gazette.md'], 'note.txt': BRIDGE['note.txt'] })
    await runIn(alone)
    for (const name of ['claims.csv', 'conflicts.csv'])
      expect(readFileSync(join(out, name), 'utf8')).toBe(readFileSync(join(alone, 'out', name), 'utf8'))
  })

  it('leaves a text that another path holds', async () => {
    const folder = scratch()
    write(join(folder, 'sources'), { 'a.txt': BRIDGE['note.txt'], 'b.txt': BRIDGE['note.txt'] })
    await runIn(folder)
    const out = join(folder, 'out')
    const { removed } = await removeSources(['sources/a.txt'], {
      out,
      annotations: join(folder, 'annotations'),
    })
    expect(removed[0]!.documents).toEqual([])
    const store = await openStore(out)
    expect((await store.sources()).map(({ path }) => path)).toEqual(['sources/b.txt'])
    await store.close()
  })

  it('makes no database where there is none', async () => {
    const out = join(scratch(), 'out')
    await expect(removeSources(['x'], { out, annotations: 'annotations' })).rejects.toThrow(/no database yet/)
    expect(existsSync(out)).toBe(false)
  })
})
