import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { loadFile } from '../../pipeline/batch/load-file.ts'
import { UserError } from '../../pipeline/model/errors.ts'
import { DEFAULT_LIMITS, listSources, type ReadOptions, readSources } from '../../pipeline/read/index.ts'
import { scratch, write } from '../run/articles.ts'
import { docx, paragraph, pdf } from './samples.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

/** The one sentence for a file that is refused; fails where it is read, or where the error is a defect. */
async function refusal(name: string, content: Uint8Array | string, options?: ReadOptions): Promise<string> {
  try {
    const read = await readSources(
      name,
      typeof content === 'string' ? bytes(content) : content,
      name,
      options,
    )
    const fault = read.find((article) => article instanceof UserError)
    if (fault) return fault.message
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
  throw new Error('it was read')
}

/** A ZIP archive whose headers say that its members are as small as this. */
function understated(archive: Uint8Array, size: number): Uint8Array {
  const copy = Buffer.from(archive)
  const local = copy.indexOf('PK\u0003\u0004', 0, 'latin1')
  const central = copy.indexOf('PK\u0001\u0002', 0, 'latin1')
  copy.writeUInt32LE(size, local + 22)
  copy.writeUInt32LE(size, central + 24)
  return copy
}

const bomb = (megabytes: number) =>
  zipSync({ 'word/document.xml': [new Uint8Array(megabytes * 1e6), { level: 9 }] } as never)

describe('files that are refused in one sentence', () => {
  it.each<[string, string, () => Uint8Array | string, RegExp]>([
    [
      'a PDF that is locked',
      'a.pdf',
      () =>
        pdf(
          [[['x', 72, 700]]],
          `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'00'.repeat(32)}> /U <${'00'.repeat(32)}> /P -4 >> /ID [<00> <00>]`,
        ),
      /locked with a password/,
    ],
    ['a PDF cut short', 'a.pdf', () => pdf([[['x', 72, 700]]]).subarray(0, 40), /broken or cut short/],
    ['a PDF of pictures', 'a.pdf', () => pdf([[], []]), /no text layer/],
    ['a ZIP bomb', 'a.docx', () => bomb(70), /unpacks to more than 64 MB/],
    ['half a Word file', 'a.docx', () => docx(paragraph('x')).subarray(0, 80), /broken or cut short/],
    [
      'a spreadsheet',
      'a.docx',
      () => zipSync({ 'xl/workbook.xml': bytes('<x/>') }),
      /an Excel file, not a Word file/,
    ],
    ['a page of 50 MB', 'a.html', () => `<html><body>${'<p>x'.repeat(12_500_000)}`, /50 MB, and 12 are read/],
    [
      'a page nested 100,000 deep',
      'a.html',
      () => `<html><body>${'<div>'.repeat(100_000)}x`,
      /nested more than 250 deep/,
    ],
    [
      'a page of too many elements',
      'a.html',
      () => `<html><body>${'<p>x</p>'.repeat(70_000)}`,
      /more than 60000 elements/,
    ],
    [
      'a page with an element of too many attributes',
      'a.html',
      () => `<html><body><p ${Array.from({ length: 2_000 }, (_, at) => `a${at}=1`).join(' ')}>x`,
      /more than 1000 attributes/,
    ],
    [
      'a Word file nested 100,000 deep',
      'a.docx',
      () => docx('<w:tbl><w:tr><w:tc>'.repeat(100_000)),
      /nested more than 500 deep/,
    ],
    [
      'a page without text',
      'a.html',
      () => '<!doctype html><html><body><div id="root"></div><script>go()</script></body></html>',
      /no text without running its scripts/,
    ],
    ['JSON nested 100,000 deep', 'a.json', () => '['.repeat(100_000), /no JSON|no text of an article/],
    [
      'front matter with tags that run',
      'a.md',
      () => '---\ntitle: !!js/function "function () { process.exit() }"\n---\nText.',
      /front matter does not parse/,
    ],
    [
      'front matter of a megabyte',
      'a.md',
      () => `---\n${'k: v\n'.repeat(200_000)}---\nText.`,
      /has more than 100000/,
    ],
    [
      'front matter nested without end',
      'a.md',
      () => `---\na: ${'['.repeat(30_000)}${']'.repeat(30_000)}\n---\nText.`,
      /front matter does not parse/,
    ],
    [
      'front matter with aliases without end',
      'a.md',
      () =>
        `---\na: &a [x, x, x, x, x, x, x, x, x, x]\n${['b', 'c', 'd', 'e', 'f'].map((name, at) => `${name}: &${name} [${Array(10).fill(`*${'abcde'[at]}`).join(', ')}]`).join('\n')}\n---\nText.`,
      /aliases .* expand without end/,
    ],
  ])('%s', async (_, name, content, sentence) => {
    const message = await refusal(name, content())
    expect(message).toMatch(sentence)
    expect(message).toMatch(new RegExp(`^${name}(?::\\d+:\\d+)?: [^\\n]*\\.$`))
  })

  it('a line of JSON beyond the limit, and a file beyond it before it is opened', async () => {
    const limits = { ...DEFAULT_LIMITS, bytes: 1_000 }
    expect(await refusal('a.jsonl', `{"text": "${'x'.repeat(2_000)}"}`, { limits })).toMatch(/--limit bytes/)
    const folder = write(scratch(), { 'a.txt': 'x'.repeat(2_000) })
    const listed = { file: join(folder, 'a.txt'), path: 'a.txt' }
    await expect(loadFile(listed, { limits })).rejects.toThrow(/--limit bytes/)
  })

  it('a text beyond the limit, in whatever format', async () => {
    const limits = { ...DEFAULT_LIMITS, characters: 100 }
    const words = 'The mill was sold. '.repeat(20)
    expect(await refusal('a.docx', docx(paragraph(words)), { limits })).toMatch(/more than 100 characters/)
    expect(await refusal('a.txt', words, { limits })).toMatch(/380 characters, and 100 are read/)
  })

  it('what is no file', async () => {
    const pipe = join(scratch(), 'pipe.txt')
    execFileSync('mkfifo', [pipe])
    for (const file of [pipe, '/dev/zero', '/dev/null'])
      await expect(loadFile({ file, path: 'x' })).rejects.toThrow(/x: this is no file/)
  })
})

it.runIf(existsSync('/proc/kmsg'))('what says that it is empty is not read: it might never end', async () => {
  const { bytes: read } = await loadFile({ file: '/proc/uptime', path: 'x.txt' })
  expect(read).toHaveLength(0)
})

describe('files that mean harm and are read', () => {
  it('a Word file that understates its size is cut off there', async () => {
    const content = understated(docx(paragraph('The mill was sold. '.repeat(10_000))), 500)
    const outcome = await readSources('a.docx', content).then(
      ([source]) => source,
      (error) => error,
    )
    if (!(outcome instanceof UserError)) expect(outcome.text.length).toBeLessThan(600)
  })

  it('entities of a document type stand for nothing', async () => {
    const dtd =
      '<!DOCTYPE w [<!ENTITY a "harm"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    const xml = `<?xml version="1.0"?>${dtd}<w:document>${paragraph('Sold: &b; &f;')}</w:document>`
    const [source] = await readSources('a.docx', zipSync({ 'word/document.xml': bytes(xml) }))
    expect((source as { text: string }).text).not.toMatch(/harm|root/)
  })

  it('names with line breaks and emoji are names', () => {
    const folder = write(scratch(), { 'a\nb 🚢.txt': 'The mill was sold.' })
    expect(listSources([folder]).files.map(({ file }) => file)).toEqual([join(folder, 'a\nb 🚢.txt')])
  })
})

describe('what a page asks for', () => {
  const folder = `/tmp/gainsay-read-${createHash('sha256').update(String(process.pid)).digest('hex').slice(0, 8)}`
  const canary = `${folder}-canary`
  afterAll(() => expect(existsSync(canary)).toBe(false))

  it('is not fetched, opened or run', async () => {
    const calls: string[] = []
    const fetched = globalThis.fetch
    globalThis.fetch = ((url: unknown) => {
      calls.push(String(url))
      throw new Error('no network')
    }) as typeof fetch
    try {
      const secret = join(scratch(), 'secret.txt')
      writeFileSync(secret, 'a secret')
      const html = `<!doctype html><html><head><link rel="stylesheet" href="http://127.0.0.1:9/x.css"><base href="http://127.0.0.1:9/">
        <script src="http://127.0.0.1:9/x.js"></script><script>require('fs').writeFileSync('${canary}', '')</script></head>
        <body onload="fetch('/')"><iframe src="file://${secret}"></iframe><img src="http://127.0.0.1:9/x.png" onerror="fetch('/')">
        <object data="file://${secret}"></object><p>The mill at Harn was sold on Tuesday to a company from the coast.</p></body></html>`
      const [source] = await readSources('a.html', bytes(html))
      expect((source as { text: string }).text).not.toContain('secret')
      expect(calls).toEqual([])
      expect(readFileSync(secret, 'utf8')).toBe('a secret')
    } finally {
      globalThis.fetch = fetched
    }
  })
})
