import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MASKS } from '../../pipeline/batch/mask.ts'
import { type RowProblem, verifyExport } from '../../pipeline/export/index.ts'
import { shownText } from '../../pipeline/export/shown-text.ts'
import { leadsTo } from '../../pipeline/export/verify/text-fragment.ts'
import { UserError } from '../../pipeline/model/errors.ts'
import { run } from '../../pipeline/run.ts'

let folder: string
let claims: string
let evidence: string

/** Articles as they come: a byte-order mark, CRLF, markup, emoji, right-to-left words, other formats, several in one file. */
const ARTICLES = {
  'plain.txt':
    '\ufeffThe Harbour 🚢\r\n\r\nThe port of Lenz 🌊 (لنز) was opened in 2031 by the mayor,\r\nAnna Roe. It has 40 berths.\r\n\r\nIt has 40 berths.\r\n',
  'marked.md':
    '---\nurl: https://news.example/lenz\n---\n# Lenz\n\nThe port of **Lenz** was [opened](https://x.example/a_b) in 2033 by *Anna Roe*.\n\n> The port of Lenz has\n> 60 berths.\n\nThe port of Lenz has 60 berths.\n',
  'page.html':
    '<!doctype html><title>Lenz</title><article><h1>Lenz</h1><p>The port of <b>Lenz</b> &amp; its crane were sold in 2034.</p><p>The port of Lenz was closed by Carl Doe in 2035.</p></article>',
  'several.jsonl':
    '{"title":"One","text":"The port of Lenz has 70 berths."}\n{"title":"Two","text":"The port of Lenz has 80 berths 🌊 now."}\n',
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-verify-'))
  restore()
  const out = join(folder, 'out')
  await run({
    paths: Object.keys(ARTICLES).map((name) => join(folder, name)),
    out,
    annotations: folder,
    jobs: 1,
  })
  claims = readFileSync(join(out, 'claims.csv'), 'utf8')
  evidence = readFileSync(join(out, 'conflicts.csv'), 'utf8')
})
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(restore)

function restore(): void {
  for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(folder, name), text)
}

/** What does not hold of an export with this content, as "row: problem". */
async function problemsOf(csv: string, sources = dirname(folder)): Promise<string[]> {
  const file = join(folder, 'out', 'checked.csv')
  writeFileSync(file, csv)
  const found: RowProblem[] = []
  const options = { sources, exports: [], masks: MASKS }
  const { rows, failed } = await verifyExport(file, { ...options, onProblem: (one) => found.push(one) })
  expect(rows).toBe(csv.trimEnd().split('\r\n').length - 1)
  expect(failed).toBe(found.length)
  return found.map(({ row, problems }) => `${row}: ${problems.join('; ')}`)
}

describe('verify', () => {
  it('finds nothing in an export that is true, with line breaks that became spaces', async () => {
    expect(claims).toContain('by the mayor, Anna Roe')
    expect(claims).toContain('#:~:text=')
    for (const name of ['page.html', 'several.jsonl#']) expect(claims).toContain(name)
    expect(await problemsOf(claims)).toEqual([])
    expect(await problemsOf(evidence)).toEqual([])
    expect(await problemsOf(claims, folder)).toEqual([])
    expect(readdirSync(join(folder, 'out', 'texts'))).toHaveLength(4)
  })

  it('finds one changed byte of a source, in every row that comes from it', async () => {
    const rows = claims.split('\r\n').filter((row) => row.includes('marked.md')).length
    const changed = ARTICLES['marked.md'].replace('60', '61')
    writeFileSync(join(folder, 'marked.md'), changed)
    const problems = await problemsOf(claims)
    expect(problems).toHaveLength(rows)
    for (const problem of problems)
      expect(problem).toMatch(/marked\.md: the file is another one by its sha256/)

    rmSync(join(folder, 'marked.md'))
    expect((await problemsOf(claims))[0]).toMatch(/there is no such file; nobody holds the text/)
  })

  it('finds a changed character of a quote, an offset, a sentence, a link', async () => {
    const [header, ...rows] = claims.split('\r\n')
    const columns = header!.split(',')
    const cells = (row: string) =>
      [...row.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell]) => cell!)
    const at = rows.findIndex((row) => row.includes('marked.md') && row.includes('60 berths'))
    const changing = (column: string, change: (cell: string) => string) => {
      const changed = cells(rows[at]!).map((cell, i) => (columns[i] === column ? change(cell) : cell))
      expect(changed.join(',')).not.toBe(rows[at])
      return problemsOf([header, ...rows.with(at, changed.join(','))].join('\r\n'))
    }
    const row = at + 2
    expect(await changing('quote', (cell) => cell.replace('60', '16'))).toEqual([
      expect.stringMatching(new RegExp(`^${row}: quote: the text has “.*60 berths”`)),
    ])
    expect((await changing('char_start', (cell) => String(Number(cell) + 1)))[0]).toMatch(
      /quote: the text has/,
    )
    expect(await changing('char_end', () => '99999')).toEqual([
      `${row}: char_start and char_end are no stretch of the text`,
    ])
    expect(await changing('sentence', (cell) => cell.replace('berths', 'births'))).toEqual([
      `${row}: sentence does not stand there`,
    ])
    expect(await changing('deep_link', (cell) => cell.replace('berths', 'births'))).toEqual([
      `${row}: deep_link leads to other words`,
    ])
    expect(
      await changing('text_sha256', (cell) => cell.replace(/^./, (c) => (c === 'a' ? 'b' : 'a'))),
    ).toEqual([expect.stringContaining('nobody holds the text')])
  })

  it('refuses what is no export of claims or evidence', async () => {
    await expect(problemsOf('a,b\r\n1,2\r\n')).rejects.toThrow(/has no column quote/)
    await expect(problemsOf('')).rejects.toThrow(UserError)
    await expect(problemsOf(`${claims.slice(0, claims.indexOf('\r\n'))}\r\n"open`)).rejects.toThrow(
      /no CSV file/,
    )
    await expect(problemsOf('---\ntitle: "The ferry"\n---\n')).rejects.toThrow(/no CSV file/)
    const options = { sources: folder, exports: [], masks: MASKS, onProblem: () => {} }
    await expect(verifyExport(join(folder, 'missing.csv'), options)).rejects.toThrow(/no such file/)
  })
})

it('reads a text fragment as browsers do', () => {
  const shown = shownText(
    'At noon 12 died.\nBy dusk 12 died, he said.',
    'At noon 12 died.\nBy dusk 12 died, he said.',
  )
  const second = { start: 25, end: 32 }
  const leads = (directive: string) => leadsTo(`https://a.example/#:~:text=${directive}`, shown, second)
  expect(leads('12%20died')).toBe(true)
  expect(leads('By%20dusk-,12%20died,-%2C%20he')).toBe(true)
  expect(leads('12,died')).toBe(true)
  expect(leads('At%20noon-,12%20died')).toBe(false)
  expect(leads('12%20died,-.')).toBe(false)
  expect(leads('13%20died')).toBe(false)
  expect(leads('%E0%A4%A')).toBe(false)
})
