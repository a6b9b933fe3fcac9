import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Source } from '../../pipeline/model/document.ts'
import { metadataFinder, readSources } from '../../pipeline/read/index.ts'
import { scratch, write } from '../run/articles.ts'

/** Reads `in/a.md` of a folder with what stands beside it. */
async function readIn(files: Readonly<Record<string, string>>): Promise<Source> {
  const folder = write(scratch(), {
    'a.md': '---\ntitle: Mill sold\npublisher: Post\n---\nThe mill was sold.\n',
    ...files,
  })
  const file = join(folder, 'a.md')
  const [source] = await readSources(file, readFileSync(file), 'in/a.md', {
    beside: metadataFinder()(file, 'in/a.md'),
  })
  return source as Source
}

describe('metadata beside a file', () => {
  it('is trusted in this order, and what disagrees is noted: sidecar, sources.csv, the file', async () => {
    const { metadata, notes } = await readIn({
      'a.md.meta.yaml': 'publisher: Harn Post\nreliability: b 2\n',
      'sources.csv':
        'file,title,publisher,published\nother.md,Other,,\na.md,mill SOLD,Harn Gazette,2030-05-06\n',
    })
    expect(metadata).toMatchObject({
      publisher: { value: 'Harn Post', basis: 'sidecar' },
      published: { value: '2030-05-06', basis: 'sources.csv' },
      title: { value: 'mill SOLD', basis: 'sources.csv' },
      reliability: { value: 'B2', basis: 'sidecar' },
    })
    expect(notes.map(({ message }) => message)).toEqual([
      'The publisher is "Harn Post" by the sidecar, and "Harn Gazette" by the sources.csv; the first was taken.',
    ])
  })

  it('may be what Zotero exports', async () => {
    const { metadata } = await readIn({
      'sources.csv':
        '"Key","Item Type","Publication Year","Author","Title","Publication Title","Url","Date","File Attachments"\n"X1","newspaperArticle","2030","Lund, Ada; Holm, Per","Mill sold","Harn Post","https://post.example/1","2030-05-06","/home/ada/Zotero/X1/b.pdf; C:\\zotero\\a.md"\n',
    })
    expect(metadata).toMatchObject({
      author: { value: 'Ada Lund, Per Holm' },
      publisher: { value: 'Harn Post' },
      published: { value: '2030-05-06' },
    })
  })

  it.each([
    [
      'a grade that is none',
      { 'a.meta.yaml': 'reliability: G9\n' },
      /in\/a\.meta\.yaml:1:14: "G9" is no grade/,
    ],
    [
      'a date that is none',
      { 'sources.csv': 'file,published\na.md,soon\n' },
      /in\/sources\.csv:2 \(published\): "soon" is no date/,
    ],
    [
      'a list that names no files',
      { 'sources.csv': 'title\nMill sold\n' },
      /in\/sources\.csv:1: no column says which file/,
    ],
  ])('stops at %s', async (_, files, message) => {
    await expect(readIn(files)).rejects.toThrow(message)
  })
})
