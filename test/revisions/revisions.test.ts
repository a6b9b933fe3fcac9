import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RevisionRecord } from '../../pipeline/model/record.ts'
import { type ClaimChange, compareClaims } from '../../pipeline/revisions/index.ts'
import { run } from '../../pipeline/run.ts'
import { openStore } from '../../pipeline/store/index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gainsay-revisions-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Writes the files and runs over all that there are. */
async function runWith(files: Record<string, string>): Promise<number> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const paths = [folder]
  return (await run({ paths, out: join(folder, 'out'), annotations: folder, jobs: 1 })).run
}

async function revisions(from: number, to: number): Promise<RevisionRecord[]> {
  const store = await openStore(join(folder, 'out'), { readonly: true })
  const found: RevisionRecord[] = []
  for await (const revision of store.streamRevisions(from, to)) found.push(revision)
  await store.close()
  return found
}

const FIRST = `The port of Lenz

The port of Lenz has 40 berths. The mayor opened the port of Lenz in 2031. A fire destroyed the old crane.
`
const SECOND = `The port of Lenz

The port of Lenz has 60 berths. In 2031 the mayor opened the new port of Lenz. The council sold the lighthouse.
`

describe('a changed article', () => {
  it('tells what was changed, reworded, withdrawn and added', async () => {
    const first = await runWith({ 'a.txt': FIRST })
    const second = await runWith({ 'a.txt': SECOND })
    const [revision, ...more] = await revisions(first, second)
    expect(more).toEqual([])
    const { added, withdrawn, changed, reworded } = compareClaims(
      revision!.claimsBefore,
      revision!.claimsAfter,
    )
    const both = ({ before, after }: ClaimChange) => [before.quote, after.quote]
    expect(changed.map(both)).toEqual([['The port of Lenz has 40 berths', 'The port of Lenz has 60 berths']])
    expect(changed[0]!.values).toEqual([{ slot: 'quantity', before: '40 berth', after: '60 berth' }])
    expect(reworded.map(both)).toEqual([
      ['The mayor opened the port of Lenz in 2031', 'In 2031 the mayor opened the new port of Lenz'],
    ])
    expect(withdrawn.map(({ quote }) => quote)).toEqual(['A fire destroyed the old crane'])
    expect(added.map(({ quote }) => quote)).toEqual(['The council sold the lighthouse'])

    // What was claimed once keeps its provenance to the text that it stood in.
    for (const { document, start, end, quote } of revision!.claimsBefore) {
      expect(document.text).toBe(FIRST)
      expect(document.text.slice(start, end)).toBe(quote)
    }
    expect(revision!.after.revisionOf).toBe(revision!.before!.id)
  })

  it('has only unchanged claims where nothing but other words around them changed', async () => {
    const first = await runWith({ 'a.txt': FIRST })
    const second = await runWith({ 'a.txt': FIRST.replace('A fire', 'Rain fell.\n\nA fire') })
    const [{ claimsBefore, claimsAfter } = { claimsBefore: [], claimsAfter: [] }] = await revisions(
      first,
      second,
    )
    const changes = compareClaims(claimsBefore, claimsAfter)
    expect(changes).toMatchObject({
      withdrawn: [],
      changed: [],
      reworded: [],
      unchanged: claimsBefore.length,
    })
  })

  it('is found between any two runs, also after it went back, and by its address under another name', async () => {
    const page = (text: string) => `---\nurl: https://news.example/lenz\n---\n${text}`
    const first = await runWith({ 'a.md': page(FIRST), 'b.txt': 'The lake of Lenz froze in 2030.\n' })
    const second = await runWith({ 'a.md': page(SECOND) })
    const third = await runWith({ 'a.md': page(FIRST) })
    const fourth = await runWith({ 'c.md': page(SECOND) })
    const texts = async (from: number, to: number) =>
      (await revisions(from, to)).map(({ before, after }) => [
        before?.text.includes('60') ?? null,
        after.text.includes('60'),
      ])
    expect(await texts(first, second)).toEqual([[false, true]])
    expect(await texts(second, third)).toEqual([[true, false]])
    expect(await texts(first, third)).toEqual([])
    expect(await texts(third, fourth)).toEqual([[false, true]])
    expect((await texts(0, first)).map(([before]) => before)).toEqual([null, null])
  })
})
