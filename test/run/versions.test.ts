import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { removeSources } from '../../pipeline/batch/remove.ts'
import { compareClaims } from '../../pipeline/revisions/index.ts'
import { run } from '../../pipeline/run.ts'
import { openStore, type Store } from '../../pipeline/store/index.ts'
import { scratch, write } from './articles.ts'

const runIn = (folder: string) =>
  run({
    paths: [join(folder, 'sources')],
    out: join(folder, 'out'),
    annotations: join(folder, 'annotations'),
    jobs: 1,
  })

async function asked<T>(folder: string, question: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(join(folder, 'out'), { readonly: true })
  try {
    return await question(store)
  } finally {
    await store.close()
  }
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

/** An article of a given address, day and number of the dead. */
const ferry = (url: string, published: string | null, dead: number) =>
  `---\ntitle: The ferry at Arle\npublisher: Arle Post\n${published ? `published: ${published}\n` : ''}url: ${url}\n---\n\nThe sinking of the ferry at Arle killed ${dead} people. The owner, Ada Holm, was not on board.\n`

const paths = (folder: string) =>
  asked(folder, async (store) => (await store.sources()).map(({ path }) => path))

describe('versions of one article under one web address', () => {
  it('are one article: the newest stands, the older stays, and their claims are compared', async () => {
    const folder = scratch()
    write(join(folder, 'sources'), {
      'b.md': ferry('https://www.post.example/ferry?utm_source=x', '2031-05-01', 12),
      'a.md': ferry('http://post.example/ferry/', '2031-05-02', 14),
      'c.md': ferry('https://post.example/', '2031-05-03', 15),
    })
    await runIn(folder)
    // An address without a path is a site, and no article.
    expect(await paths(folder)).toEqual(['sources/a.md', 'sources/c.md'])
    const [revision] = await asked(folder, (store) => collect(store.streamVersions('sources/b.md')))
    const { before, after, claimsBefore, claimsAfter } = revision!
    expect([before!.path, before!.current, after.path]).toEqual(['sources/b.md', false, 'sources/a.md'])
    expect(after.revisionOf).toBe(before!.id)
    expect(before!.supersededBy).toBe(after.id)
    expect(compareClaims(claimsBefore, claimsAfter).changed.map(({ values }) => values)).toEqual([
      [expect.objectContaining({ slot: 'quantity', before: '12 people', after: '14 people' })],
    ])
    expect(readFileSync(join(folder, 'out', 'claims.csv'), 'utf8')).not.toMatch(/12 people/)
    expect((await runIn(folder)).counts).toEqual({ new: 0, changed: 0, unchanged: 3, failed: 0 })
  })

  it('are ordered by run where not all of them are dated, and the one before comes back when one is removed', async () => {
    const folder = scratch()
    write(join(folder, 'sources'), { 'z.md': ferry('https://post.example/ferry', '2031-05-09', 12) })
    await runIn(folder)
    write(join(folder, 'sources'), { 'a.md': ferry('https://post.example/ferry', null, 14) })
    await runIn(folder)
    expect(await paths(folder)).toEqual(['sources/a.md'])
    const revisions = await asked(folder, (store) => collect(store.streamRevisions(1, 2)))
    expect(revisions.map(({ before, after }) => [before?.path, after.path])).toEqual([
      ['sources/z.md', 'sources/a.md'],
    ])
    await removeSources(['sources/a.md'], {
      out: join(folder, 'out'),
      annotations: join(folder, 'annotations'),
    })
    expect(await paths(folder)).toEqual(['sources/z.md'])
  })
})

describe('one text in several places', () => {
  const TEXT = `${'The sinking of the ferry at Arle killed 12 people on Monday, the coast guard of the county said in the evening. '.repeat(3)}The owner was not on board.\n`

  it('is one document that appeared there; the earliest speaks for it, and a near-copy is linked to it', async () => {
    const folder = scratch()
    write(join(folder, 'sources'), {
      'a/wire.txt': TEXT,
      'a/wire.txt.meta.yaml': 'publisher: Harbour Courier\npublished: 2031-05-02\n',
      'b/wire.txt': TEXT,
      'b/wire.txt.meta.yaml':
        'publisher: Arle Post\npublished: 2031-05-01\nurl: https://post.example/ferry\n',
      'c/wire.txt': `Ferry lost\n\n${TEXT}\nNo cause is known.\n`,
      'd/other.txt':
        'The council of Arle met on Friday and spoke of the school, the road and the price of bread.\n',
    })
    await runIn(folder)
    const sources = await asked(folder, (store) => store.sources())
    expect(sources.map(({ path, alsoAt }) => [path, alsoAt])).toEqual([
      ['sources/b/wire.txt', ['sources/a/wire.txt']],
      ['sources/c/wire.txt', []],
      ['sources/d/other.txt', []],
    ])
    const [origin, copy, other] = sources
    expect(origin!.appearances).toEqual([
      {
        path: 'sources/b/wire.txt',
        publisher: 'Arle Post',
        published: '2031-05-01',
        url: 'https://post.example/ferry',
      },
      { path: 'sources/a/wire.txt', publisher: 'Harbour Courier', published: '2031-05-02', url: null },
    ])
    expect(copy!.copyOf).toMatchObject({ document: origin!.id, path: 'sources/b/wire.txt' })
    expect(origin!.copies.map(({ path }) => path)).toEqual(['sources/c/wire.txt'])
    expect(other!.copyOf).toBeNull()
    const claims = readFileSync(join(folder, 'out', 'claims.csv'), 'utf8')
    expect(claims).toContain('sources/a/wire.txt (Harbour Courier, 2031-05-02)')
    expect(claims).toContain(`,${origin!.id},`)
  })
})
