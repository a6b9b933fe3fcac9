import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catchUp, importCorrections } from '../../pipeline/corrections/index.ts'
import { answers, newsroom } from './newsroom.ts'

describe('corrections of two machines', () => {
  it('come together to the same on both, whoever imports first, and clashes are told', async () => {
    const [here, there] = [await newsroom(), await newsroom()]
    const { claim } = await here.claim('built in 1928')
    const at = (time: string) => ({ now: () => time })
    await here.correct({ kind: 'claim', claim: claim.id, set: { date: '1899' } }, at('2026-02-02T08:00:00Z'))
    await there.correct({ kind: 'claim', claim: claim.id, set: { date: '1777' } }, at('2026-02-01T08:00:00Z'))
    const lantern = await there.path('lantern.md')
    await there.correct({ kind: 'source', source: lantern, set: { author: 'Rosa Diaz' } })
    const copy = join(here.folder, 'copy.jsonl')
    copyFileSync(here.log, copy)

    expect(importCorrections(there.log, here.annotations)).toMatchObject({
      added: 2,
      known: 0,
      clashes: [
        { field: 'date', ours: { at: '2026-02-02T08:00:00Z' }, theirs: { at: '2026-02-01T08:00:00Z' } },
      ],
    })
    expect(importCorrections(there.log, here.annotations)).toMatchObject({ added: 0, known: 2, clashes: [] })
    expect(importCorrections(copy, there.annotations)).toMatchObject({
      added: 1,
      clashes: [{ field: 'date' }],
    })
    for (const room of [here, there]) {
      await catchUp({ out: room.out, annotations: room.annotations, jobs: 1 })
      expect(answers(await room.dispute())).toEqual(['1899', '1931'])
      expect((await room.source('lantern.md')).metadata.author?.value).toBe('Rosa Diaz')
    }
    const lines = (log: string) => readFileSync(log, 'utf8').split('\n').sort()
    expect(lines(there.log)).toEqual(lines(here.log))
  })

  it('are refused where the file is none, or no log', async () => {
    const room = await newsroom()
    expect(() => importCorrections('nowhere.jsonl', room.annotations)).toThrow(
      /nowhere\.jsonl: there is no such file/,
    )
    const article = join(room.folder, 'sources', 'gazette.md')
    expect(() => importCorrections(article, room.annotations)).toThrow(/gazette\.md:1: this line is not JSON/)
  })
})
