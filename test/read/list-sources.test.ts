import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listSources } from '../../pipeline/read/index.ts'

function tree(...names: readonly string[]): string {
  const root = join(mkdtempSync(join(tmpdir(), 'gainsay-list-')), 'news')
  for (const name of names) {
    mkdirSync(join(root, name, '..'), { recursive: true })
    writeFileSync(join(root, name), 'The ferry sank.')
  }
  return root
}

describe('listSources', () => {
  it('finds articles to the bottom, in the order of code units', () => {
    const root = tree(
      'b.md',
      'B.TXT',
      'a/c.markdown',
      'é.txt',
      'a.css',
      '.hidden.md',
      '.git/d.md',
      'b.md~',
      'b.meta.md',
    )
    const { files, problems } = listSources([root])
    expect(files.map(({ path }) => path)).toEqual([
      'news/B.TXT',
      'news/a/c.markdown',
      'news/b.md',
      'news/é.txt',
    ])
    expect(problems).toEqual([])
  })

  it('lists a file once, however often it is named, and survives loops', () => {
    const root = tree('a/b.md')
    symlinkSync(root, join(root, 'a', 'loop'))
    symlinkSync(join(root, 'a', 'b.md'), join(root, 'z.md'))
    expect(listSources([root, join(root, 'a'), join(root, 'a/b.md')]).files.map(({ path }) => path)).toEqual([
      'news/a/b.md',
    ])
  })

  it('takes a file that is named outright whatever its name', () => {
    expect(listSources([join(tree('notes.log'), 'notes.log')]).files[0]?.path).toBe('news/notes.log')
  })

  it('looks into files whose names tell nothing, and lists texts that cannot be read', () => {
    const root = tree('a.css', 'LICENSE', 'old.doc', 'letter.odt')
    writeFileSync(join(root, 'story'), '<!doctype html><html><body><p>The ferry sank.')
    writeFileSync(join(root, 'story.php?id=7'), '<html><body><p>The ferry sank.')
    writeFileSync(join(root, 'paper'), '%PDF-1.4\n')
    expect(listSources([root]).files.map(({ path }) => path)).toEqual([
      'news/letter.odt',
      'news/old.doc',
      'news/paper',
      'news/story',
      'news/story.php?id=7',
    ])
  })

  it('reports what cannot be had, and goes on', () => {
    const root = tree('a.md', 'empty/x.png')
    symlinkSync('/nowhere', join(root, 'gone.md'))
    const { files, problems } = listSources(['/no/such/file.md', join(root, 'empty'), root])
    expect(files.map(({ path }) => path)).toEqual(['news/a.md'])
    expect(problems.map(({ message }) => message.replace(root, ''))).toEqual([
      '/no/such/file.md: there is no such file or folder. Check the path.',
      '/empty: this folder holds no articles. Put .txt, .md, .html, .pdf, .docx or .json files into it, or name another folder.',
      'news/gone.md: there is no such file or folder. Check the path.',
    ])
  })

  it('says so where a name is no UTF-8, and takes the rest', () => {
    const root = tree('a.md', 'z.md')
    writeFileSync(Buffer.concat([Buffer.from(`${root}/b`), Buffer.from([0xff]), Buffer.from('.md')]), 'Text.')
    const { files, problems } = listSources([root])
    expect(files.map(({ path }) => path)).toEqual(['news/a.md', 'news/z.md'])
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^news\/b\ufffd\.md: the name of this file or folder is no valid UTF-8\. Rename it\.$/,
      ),
    ])
  })
})
