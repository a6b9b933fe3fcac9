import { describe, expect, it } from 'vitest'
import { mergeEntities } from '../../pipeline/corrections/entities.ts'
import { answers, BRIDGE, newsroom } from './newsroom.ts'

describe('a corrected date', () => {
  it('ends the dispute at once, and through re-runs, --force and a deleted out/', async () => {
    const room = await newsroom()
    expect(answers(await room.dispute())).toEqual(['1928', '1931'])
    const { claim } = await room.claim('built in 1928')
    const outcome = await room.correct({ kind: 'claim', claim: claim.id, set: { date: '1931' } })
    expect(outcome.goneDisputes).toHaveLength(1)
    expect(outcome.what).toContain('the date is now 1931 (was 1928)')
    expect(await room.dispute()).toBeUndefined()

    // What is laid over the stored text is what a run makes of the file.
    const atOnce = room.csv()
    await room.again({ force: true })
    expect(await room.dispute()).toBeUndefined()
    expect(room.csv()).toBe(atOnce)
    room.deleteOut()
    await room.again()
    expect(await room.dispute()).toBeUndefined()
    expect(room.csv()).toBe(atOnce)

    const corrected = await room.claim('built in 1928')
    expect(corrected.claim.id).toBe(claim.id)
    expect(corrected.claim.text).toBe('The Norwick Bridge was built in 1931.')
    expect(corrected.claim.corrections).toEqual([
      {
        id: outcome.id,
        field: 'date',
        before: '1928',
        after: '1931',
        reviewer: 'Ada Berg',
        at: '2026-01-31T12:00:00.000Z',
      },
    ])
    expect(room.csv()).toContain('date: 1928 → 1931 (Ada Berg, 2026-01-31)')
  })

  it('moves a position where it does not end the dispute, and leaves every other claim alone', async () => {
    const room = await newsroom()
    const before = (await room.claims()).filter(({ quote }) => !quote.includes('1928'))
    const { claim } = await room.claim('built in 1928')
    await room.correct({ kind: 'claim', claim: claim.id, set: { date: '3 May 1899' } })
    expect(answers(await room.dispute())).toEqual(['1931', '3 May 1899'])
    const after = (await room.claims()).filter(({ quote }) => !quote.includes('1928'))
    expect(after.map((record) => record.claim)).toEqual(before.map((record) => record.claim))
  })

  it('is taken back, and brought again, and the log keeps it all', async () => {
    const room = await newsroom()
    const { claim } = await room.claim('built in 1928')
    const { id } = await room.correct({ kind: 'claim', claim: claim.id, set: { date: '1931' } })
    const undo = await room.correct({ kind: 'undo', correction: id.slice(0, 12) })
    expect(undo.newDisputes).toHaveLength(1)
    expect((await room.claim('built in 1928')).claim).toEqual(claim)
    await expect(room.correct({ kind: 'undo', correction: id })).rejects.toThrow(/taken back already/)

    await room.correct({ kind: 'undo', correction: undo.id })
    expect(await room.dispute()).toBeUndefined()
    expect((await room.list()).map(({ state }) => state)).toEqual(['in force', 'undone', 'in force'])
  })

  it('gives way to a later one', async () => {
    const room = await newsroom()
    const { claim } = await room.claim('built in 1928')
    await room.correct({ kind: 'claim', claim: claim.id, set: { date: '1931' } })
    const later = { now: () => '2026-02-01T08:00:00.000Z' }
    await room.correct({ kind: 'claim', claim: claim.id, set: { date: '1899' } }, later)
    expect(answers(await room.dispute())).toEqual(['1899', '1931'])
    expect((await room.list()).map(({ state }) => state)).toEqual(['replaced', 'in force'])
    expect((await room.claim('built in 1928')).claim.corrections).toMatchObject([
      { before: '1931', after: '1899' },
    ])
  })
})

describe('what is no claim', () => {
  it('is in no list, no dispute and no export, and comes back when that is taken back', async () => {
    const room = await newsroom()
    const { claim } = await room.claim('built in 1928')
    const { id } = await room.correct({ kind: 'not-a-claim', claim: claim.id })
    expect(await room.dispute()).toBeUndefined()
    await expect(room.claim('built in 1928')).rejects.toThrow()
    expect(room.csv()).not.toContain(claim.id)
    await room.again({ force: true })
    await expect(room.claim('built in 1928')).rejects.toThrow()
    await room.correct({ kind: 'undo', correction: id })
    expect((await room.claim('built in 1928')).claim).toEqual(claim)
    expect(await room.dispute()).toBeDefined()
  })
})

describe('other values of a claim', () => {
  it('who it is about: what is said of another bridge disputes nothing here', async () => {
    const room = await newsroom({
      ...BRIDGE,
      'note.txt': 'The Tiel Bridge was opened in 1950.\n',
    })
    const { claim } = await room.claim('built in 1928')
    const [tiel] = await room.asked((store) => store.findEntities('Tiel Bridge'))
    await room.correct({ kind: 'claim', claim: claim.id, set: { subjectEntity: 'Tiel Bridge' } })
    expect(await room.dispute()).toBeUndefined()
    const corrected = await room.claim('built in 1928')
    expect(corrected.subjectEntity).toBe(tiel!.id)
    expect(corrected.claim.text).toBe('Tiel Bridge was built in 1928.')

    // Whoever it is taken for: where the two turn out to be one, the claim speaks of both.
    await mergeEntities('Norwick Bridge', 'Tiel Bridge', room)
    expect(await room.dispute()).toBeDefined()
  })

  it('how it is put forward: what is only rumoured contradicts nothing', async () => {
    const room = await newsroom()
    const { claim } = await room.claim('built in 1928')
    await room.correct({
      kind: 'claim',
      claim: claim.id,
      set: { factuality: 'rumoured', speaker: 'a sailor' },
    })
    expect((await room.dispute())?.strength).not.toBe('contradiction')
    const { claim: corrected } = await room.claim('built in 1928')
    expect(corrected.attribution?.speaker?.name).toBe('a sailor')
    expect(corrected.text).toMatch(/^Unconfirmed: /)
    expect(corrected.corrections?.map(({ field }) => field)).toEqual(['speaker', 'stance'])
  })

  it('where it was, and what was done', async () => {
    const room = await newsroom()
    const { claim } = await room.claim('built in 1928')
    await room.correct({ kind: 'claim', claim: claim.id, set: { place: 'at Norwick', relation: 'was sold' } })
    const { claim: corrected } = await room.claim('built in 1928')
    expect(corrected.text).toBe('The Norwick Bridge was sold in 1928 at Norwick.')
    expect(corrected.relation.lemma).toBe('sell')
    expect(await room.dispute()).toBeUndefined()
    await room.correct({ kind: 'claim', claim: claim.id, set: { place: null, date: null } })
    expect((await room.claim('built in 1928')).claim.text).toBe('The Norwick Bridge was sold.')
  })

  it('its words: another figure is another answer', async () => {
    const room = await newsroom({
      'a.txt': 'The fire at Arle killed 14 people.\n',
      'b.txt': 'The fire at Arle killed 14 people.\nThe mill belongs to Jane Roe.\n',
    })
    const figures = async () =>
      (await room.asked((store) => store.conflicts())).flatMap((conflict) => answers(conflict)).join()
    expect(await figures()).toBe('')
    const [first] = await room.claims()
    await room.correct({ kind: 'claim', claim: first!.claim.id, set: { object: '41 people' } })
    const corrected = (await room.claims()).find(({ claim }) => claim.id === first!.claim.id)!
    expect(corrected.claim.object?.quantity?.value).toBe(41)
    expect(corrected.claim.text).toBe('The fire at Arle killed 41 people.')
  })
})
