import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { spreadsheetCell } from '../../pipeline/export/cell.ts'
import type { CsvOptions, WrittenCsv } from '../../pipeline/export/csv-file.ts'
import { deepLinks } from '../../pipeline/export/deep-link.ts'
import { writeDisputesCsv } from '../../pipeline/export/disputes-csv.ts'
import { exportFindings, writeClaimsCsv, writeConflictsCsv } from '../../pipeline/export/index.ts'
import type { AnnotatedDocument } from '../../pipeline/model/document.ts'
import { UserError } from '../../pipeline/model/errors.ts'
import { openStore } from '../../pipeline/store/index.ts'
import { EVIDENCE, FINGERPRINT, findingsOf, sampleConflict } from '../store/sample.ts'
import { HARD, mask, PLAIN, storeOf } from './hard.ts'

const links = deepLinks(mask)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-csv-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Writes the files of a store with these documents; gives the folder. */
async function exportOf(name: string, ...documents: readonly AnnotatedDocument[]): Promise<string> {
  const out = join(folder, name)
  const store = await storeOf(out, ...documents)
  const files = await exportFindings(store, out, { mask, excel: true })
  expect(files.slice(0, 3).map(({ rows, of }) => `${rows} ${of}`)).toEqual([
    '5 claims',
    '3 evidence',
    '1 disputes',
  ])
  await store.close()
  return out
}

/** Reads a CSV file with Python's csv module, which we did not write. */
function readByPython(file: string): Record<string, string>[] {
  const script = `import csv, json, sys
with open(sys.argv[1], newline='', encoding='utf-8-sig') as f: print(json.dumps(list(csv.DictReader(f, strict=True))))`
  return JSON.parse(execFileSync('python3', ['-c', script, file], { encoding: 'utf8' }))
}

describe('claims.csv and conflicts.csv', () => {
  it('read back by Python, address each quote in code points', async () => {
    const out = await exportOf('a', HARD, PLAIN)
    for (const { path, text } of [HARD, PLAIN]) writeFileSync(join(folder, path), text)
    const script = `import csv, sys
checked = 0
for name in ('claims.csv', 'conflicts.csv'):
    with open(sys.argv[1] + '/' + name, newline='', encoding='utf-8') as f:
        for row in csv.DictReader(f, strict=True):
            text = open(sys.argv[2] + '/' + row['source_path'], newline='', encoding='utf-8').read()
            quote = text[int(row['char_start']):int(row['char_end'])]
            cell = quote.replace('\\r\\n', ' ').replace('\\n', ' ').replace('\\r', ' ').replace('\\0', '\\ufffd')
            assert cell == row['quote'], (cell, row['quote'])
            checked += 1
print(checked)`
    expect(execFileSync('python3', ['-c', script, out, folder], { encoding: 'utf8' }).trim()).toBe('8')
  })

  it('keep cells as they are, and every record on one line', async () => {
    const out = await exportOf('a', HARD, PLAIN)
    const file = join(out, 'claims.csv')
    const lines = readFileSync(file, 'utf8').split('\r\n')
    expect(lines).toHaveLength(1 + 5 + 1)
    expect(lines.join('')).not.toMatch(/[\r\n]/)

    const rows = readByPython(file)
    expect(rows.map(({ source_path }) => source_path)).toEqual(['b.txt', ...Array(4).fill('hard, "odd".txt')])
    expect(rows[2]).toMatchObject({
      publisher: '=Harbour',
      publisher_basis: 'front matter',
      source_title: 'A "title", with commas',
      attributed_to: '=SUM(A1)',
      subject: '"40, or 50" 🌊 people',
      line: '2',
      object: '',
      time_edtf: '',
      conflict_ids: '',
      independent_sources: '',
    })
    expect(rows[3]).toMatchObject({
      quote: 'The quay broke\ufffd in 2031, 👩‍👩‍👧',
      time_text: '2031',
      time_earliest: '2031-01-01',
      conflict_types: 'quantity | time',
      strongest_conflict: 'contradiction',
      pipeline_version: FINGERPRINT.pipelineVersion,
    })
    // 32 code points of the text; the line break among them is one space.
    expect(rows[3]!.quote_prefix).toBe('M(A1) said "40, or 50" 🌊 people died '.slice(-32))
    expect(rows[3]!.quote_suffix).toBe('. =SUM(A1) said little')
  })

  it('hold evidence that is no claim without claim_id, and all else', async () => {
    const out = await exportOf('a', HARD, PLAIN)
    const rows = readByPython(join(out, 'conflicts.csv'))
    expect(rows.map(({ position_no, quote }) => [position_no, quote])).toEqual([
      ['1', 'The quay broke\ufffd in 2031, 👩‍👩‍👧'],
      ['2', 'The quay broke in 2030'],
      ['2', '🚢'],
    ])
    expect(rows[2]).toMatchObject({
      claim_id: '',
      claim_text: '',
      char_start: '0',
      char_end: '1',
      line: '1',
      source_path: HARD.path,
      source_sha256: HARD.sha256,
      status: 'decided',
      verdict: 'position 2',
      reviewer: 'Ada <b>',
      corrected: '',
    })
    expect(rows[0]).toMatchObject({
      corrected: 'date: unknown → 2031 (Ada <b>, 2026-01-31)',
      reliability: 'B2',
      question: 'What of quay?',
      question_reworded: 'When did the quay break?',
      position: 'answer 1',
      position_reworded: 'in 2031',
    })
    expect(rows[1]).toMatchObject({ reliability: '', position: 'answer 2', position_reworded: '' })
  })

  it('are the same bytes in any order of arrival, and when written again', async () => {
    const a = await exportOf('a', HARD, PLAIN)
    const b = await exportOf('b', PLAIN, HARD)
    for (const file of ['claims.csv', 'conflicts.csv']) {
      expect(readFileSync(join(b, file), 'utf8')).toBe(readFileSync(join(a, file), 'utf8'))
    }
    const store = await openStore(a)
    const before = readFileSync(join(a, 'claims.csv'))
    const run = await store.startRun(FINGERPRINT)
    await store.commitDocument(PLAIN, EVIDENCE, FINGERPRINT, run)
    const conflict = sampleConflict('quay', [HARD.claims[2]!.id], [PLAIN.claims[0]!.id])
    await store.saveFindings(findingsOf(conflict), FINGERPRINT, run)
    await exportFindings(store, a, { mask })
    await store.close()
    expect(readFileSync(join(a, 'claims.csv'))).toEqual(before)
  })

  it('have a header also without rows, people’s columns first', async () => {
    const headerOf = async (write: (parts: [], path: string, options: CsvOptions) => Promise<WrittenCsv>) => {
      const file = join(folder, 'empty.csv')
      expect((await write([], file, { links })).rows).toBe(0)
      return readFileSync(file, 'utf8')
    }
    expect(await headerOf(writeClaimsCsv)).toBe(
      'claim_text,kind,subject,relation,object,polarity,factuality,attributed_to,attribution_cue,time_text,time_edtf,' +
        'time_earliest,time_latest,place,quantity_value,quantity_unit,quantity_bound,conflict_ids,conflict_types,' +
        'strongest_conflict,topic_id,independent_sources,corrected,source_title,publisher,publisher_basis,author,' +
        'published,published_basis,reliability,source_url,deep_link,quote,sentence,quote_prefix,quote_suffix,' +
        'section,page,line,char_start,' +
        'char_end,source_path,source_sha256,text_sha256,document_id,also_at,revision_of,copy_of,claim_id,subject_entity,' +
        'relation_type,object_entity,rule,confidence,pipeline_version,annotations_sha256\r\n',
    )
    expect(await headerOf(writeConflictsCsv)).toBe(
      'conflict_id,conflict_type,strength,score,status,question,explanation,position_id,position_no,position,' +
        'independent_sources,independence_note,claim_id,claim_text,quote,sentence,attributed_to,factuality,corrected,' +
        'source_title,publisher,author,published,published_basis,reliability,source_path,source_url,deep_link,line,page,char_start,' +
        'char_end,source_sha256,text_sha256,document_id,verdict,reviewer,reviewed_at,review_note,' +
        'question_reworded,position_reworded\r\n',
    )
    expect(await headerOf(writeDisputesCsv)).toBe(
      'question,strength,positions,sources,quotes,verdict,review_note,reviewer,reviewed_at,question_reworded,' +
        'positions_reworded,status,explanation,' +
        'conflict_type,independent_sources,deep_link,score,conflict_id\r\n',
    )
  })

  it('give the editor one row a dispute', async () => {
    const [dispute, ...more] = readByPython(join(await exportOf('a', HARD, PLAIN), 'disputes.csv'))
    expect(more).toEqual([])
    expect(dispute).toMatchObject({
      question: 'What of quay?',
      positions: '1. answer 1 | 2. answer 2',
      sources: '1. =Harbour | 2. b.txt; =Harbour',
      quotes: '1. “The quay broke\ufffd in 2031, 👩‍👩‍👧” | 2. “The quay broke in 2030”',
      verdict: 'position 2',
      question_reworded: 'When did the quay break?',
      positions_reworded: '1. in 2031',
      // The second position's first text has no address.
      deep_link: expect.stringMatching(/^https:\/\/example\.org\/a-b#:~:text=[^|]*$/),
    })
  })

  it('have a second face for spreadsheets, in which nothing runs, and leave the plain one alone', async () => {
    const out = await exportOf('a', HARD, PLAIN)
    expect(readFileSync(join(out, 'claims-excel.csv')).subarray(0, 3)).toEqual(Buffer.from('\ufeff'))
    expect(readFileSync(join(out, 'claims.csv'))[0]).toBe('c'.charCodeAt(0))
    const [plain, excel] = ['claims.csv', 'claims-excel.csv'].map((name) => readByPython(join(out, name)))
    expect(plain!.map(({ publisher }) => publisher)).toContain('=Harbour')
    expect(excel).toHaveLength(plain!.length)
    expect(excel!.flatMap((row) => Object.values(row).filter((cell) => /^[=+\-@\t\r]/.test(cell)))).toEqual(
      [],
    )
    expect(excel![2]).toMatchObject({ publisher: "'=Harbour", attributed_to: "'=SUM(A1)", line: '2' })
    expect(spreadsheetCell(`${'x'.repeat(32_759)}🚢 and more`)).toBe(`${'x'.repeat(32_759)} […cut]`)
    expect(spreadsheetCell('2 - 1 = 1')).toBe('2 - 1 = 1')
  })

  it('name page and grade, and link to nothing but pages of the web', async () => {
    const store = await storeOf(join(folder, 'graded'), HARD, PLAIN)
    const graded = (await store.claims({ source: 'b.txt' })).map((claim) => ({
      ...claim,
      document: {
        ...claim.document,
        pages: [
          { start: 0, end: claim.start },
          { start: claim.start, end: 99 },
        ],
        metadata: {
          ...claim.document.metadata,
          url: { value: 'https://a.example/b.pdf?v=2', basis: 'front matter' as const, reason: null },
          reliability: { value: 'B2', basis: 'front matter' as const, reason: null },
        },
      },
    }))
    await store.close()
    const address = (url: string) => ({
      metadata: {
        ...graded[0]!.document.metadata,
        url: { value: url, basis: 'text' as const, reason: null },
      },
    })
    for (const url of ['javascript:alert(1)', 'see the archive', 'https://a.example/b c']) {
      expect(links({ ...graded[0]!.document, ...address(url) }, { start: 0, end: 3 })).toBeNull()
    }
    const file = join(folder, 'graded.csv')
    const parts = [{ id: 'b', rows: async () => graded }]
    expect((await writeClaimsCsv(parts, file, { links })).rows).toBe(1)
    expect(readByPython(file)).toMatchObject([
      { page: '2', reliability: 'B2', deep_link: 'https://a.example/b.pdf?v=2#page=2' },
    ])
  })

  it('appear whole or not at all', async () => {
    const file = join(folder, 'claims.csv')
    writeFileSync(file, 'the file of yesterday')
    const rows = async () => {
      throw new Error('the source of rows broke')
    }
    await expect(writeClaimsCsv([{ id: 'a', rows }], file, { links })).rejects.toThrow(
      'the source of rows broke',
    )
    expect(readFileSync(file, 'utf8')).toBe('the file of yesterday')
    expect(readdirSync(folder)).toEqual(['claims.csv'])

    const elsewhere = writeClaimsCsv([], join(folder, 'missing', 'claims.csv'), { links })
    await expect(elsewhere).rejects.toThrow(UserError)
    await expect(elsewhere).rejects.toThrow(/claims\.csv: this file cannot be written\./)
  })
})
