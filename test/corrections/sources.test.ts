import { describe, expect, it } from 'vitest'
import { BRIDGE, newsroom } from './newsroom.ts'

describe('a corrected source', () => {
  it('is another publisher at once, marked, and keeps it', async () => {
    const room = await newsroom()
    const source = await room.path('lantern.md')
    const { id } = await room.correct({
      kind: 'source',
      source,
      set: { publisher: 'Lantern Press', reliability: 'b2', author: 'Rosa Diaz', title: null },
    })
    const expected = {
      title: null,
      publisher: { value: 'Lantern Press', basis: 'correction', reason: 'Ada Berg, 2026-01-31' },
      reliability: { value: 'B2', basis: 'correction' },
      published: { value: '2021-03-06', basis: 'front matter' },
    }
    expect((await room.source('lantern.md')).metadata).toMatchObject(expected)
    const atOnce = room.csv()
    await room.again({ force: true })
    expect(room.csv()).toBe(atOnce)
    const { metadata, corrections } = await room.source('lantern.md')
    expect(metadata).toMatchObject(expected)
    expect(corrections).toMatchObject([
      { id, field: 'title', before: 'A county mourns', after: null },
      { id, field: 'publisher', before: 'The Lantern', after: 'Lantern Press' },
      { field: 'author', after: 'Rosa Diaz' },
      { field: 'reliability', before: null, after: 'B2' },
    ])
    await room.correct({ kind: 'undo', correction: id })
    expect(await room.source('lantern.md')).toMatchObject({
      metadata: { publisher: { value: 'The Lantern', basis: 'front matter' } },
    })
    expect(await room.source('lantern.md')).not.toHaveProperty('corrections')
  })

  it('has its words of time reckoned from the corrected date', async () => {
    const room = await newsroom()
    const sold = async () => (await room.claim('sold last month')).claim.qualifiers.map(({ edtf }) => edtf)
    expect(await sold()).toContain('2021-02')
    await room.correct({
      kind: 'source',
      source: await room.path('courier.md'),
      set: { published: '2019-07-01' },
    })
    expect(await sold()).toContain('2019-06')
    const atOnce = room.csv()
    room.deleteOut()
    await room.again()
    expect(await sold()).toContain('2019-06')
    expect(room.csv()).toBe(atOnce)
  })

  it('is one of two places of a text, where it is named by its path', async () => {
    const room = await newsroom({ ...BRIDGE, 'wire.md': BRIDGE['gazette.md'] })
    const paths = [...(await room.asked((store) => store.knownSources())).keys()]
    const path = paths.find((one) => one.endsWith('wire.md'))!
    await room.correct({ kind: 'source', source: path, set: { publisher: 'The Wire' } })
    const document = (await room.source('gazette.md')).id
    const publisherAt = (name: string) =>
      room.asked(async (store) => {
        const known = [...(await store.knownSources()).keys()].find((one) => one.endsWith(name))!
        return (await store.metadataAt(document, known)).publisher?.value
      })
    expect(await publisherAt('wire.md')).toBe('The Wire')
    expect(await publisherAt('gazette.md')).toBe('Norwick Gazette')
  })

  it('can be a page whose text was drawn out of its file', async () => {
    const html =
      '<html><head><title>Norwick</title></head><body><article><p>The Norwick Bridge was built in 1925, as everybody in the county knows. It was mended in 1950.</p></article></body></html>'
    const room = await newsroom({ ...BRIDGE, 'page.html': html })
    await room.correct({ kind: 'source', source: await room.path('page.html'), set: { published: '2020' } })
    const dated = async () => (await room.source('page.html')).metadata.published
    expect(await dated()).toMatchObject({ value: '2020', basis: 'correction' })
    // Read again once, for words of time hang on the date.
    expect((await room.again()).words).toBeGreaterThan(0)
    expect(await dated()).toMatchObject({ value: '2020', basis: 'correction' })
    expect((await room.again()).words).toBe(0)
  })
})
