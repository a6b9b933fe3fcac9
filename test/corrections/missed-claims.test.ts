import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answers, BRIDGE, newsroom } from './newsroom.ts'

describe('a missed claim', () => {
  it('takes part in the dispute, on its own words, and ends with the undoing', async () => {
    const room = await newsroom()
    const words = 'The year over the arch of the Norwick Bridge: 1925'
    const selection = await room.selected('lantern.md', words)
    const { id, what } = await room.correct({
      kind: 'missed-claim',
      ...selection,
      says: 'The Norwick Bridge was built in 1925.',
    })
    expect(what).toContain('The Norwick Bridge was built in 1925')
    expect(answers(await room.dispute())).toEqual(['1925', '1928', '1931'])
    const { claim, quote } = await room.claim(words)
    expect(quote).toBe(words)
    expect(claim).toMatchObject({ rule: 'by hand', confidence: 1, corrections: [{ id, field: 'claim' }] })

    const atOnce = room.csv()
    room.deleteOut()
    await room.again()
    expect(room.csv()).toBe(atOnce)
    expect(answers(await room.dispute())).toEqual(['1925', '1928', '1931'])
    expect((await room.claim(words)).claim).toEqual(claim)
    await room.correct({ kind: 'undo', correction: id })
    expect(answers(await room.dispute())).toEqual(['1928', '1931'])
  })

  it('may say it itself, and then its slots stand in the text', async () => {
    const room = await newsroom({
      ...BRIDGE,
      'lantern.md': 'The old pier closed in 1999; all know that the Norwick Bridge was built in 1925.\n',
    })
    const selection = await room.selected('lantern.md', 'the Norwick Bridge was built in 1925')
    for (const { claim, document } of await room.claims())
      if (document.id === selection.document) await room.correct({ kind: 'not-a-claim', claim: claim.id })
    await room.correct({ kind: 'missed-claim', ...selection })
    const { claim, document } = await room.claim('Norwick Bridge was built in 1925')
    expect(document.text.slice(claim.subject.start!, claim.subject.end!)).toBe('the Norwick Bridge')
    expect(answers(await room.dispute())).toContain('1925')
  })

  it('is refused where the words claim nothing, and nothing is logged', async () => {
    const room = await newsroom()
    const selection = await room.selected('lantern.md', 'over the arch')
    await expect(room.correct({ kind: 'missed-claim', ...selection })).rejects.toThrow(
      /cannot be read as a claim\. Say in one plain sentence/,
    )
    expect(existsSync(room.log)).toBe(false)
  })
})

describe('words attached to a position', () => {
  it('stand under it as one more source', async () => {
    const room = await newsroom()
    const position = (await room.dispute())!.positions.find(({ answer }) => answer === '1928')!
    expect(position.independentSources).toBe(1)
    const selection = await room.selected('lantern.md', 'The year over the arch')
    const { what } = await room.correct({ kind: 'attach', ...selection, position: position.id })
    expect(what).toContain('attached to a position')
    expect(what).not.toContain('keeps it out')
    const now = (await room.dispute())!.positions.find(({ id }) => id === position.id)!
    expect(now.independentSources).toBe(2)
    expect(now.evidence.map(({ quote }) => quote)).toContain('The year over the arch')
  })
})
