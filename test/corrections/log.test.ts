import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catchUp } from '../../pipeline/corrections/index.ts'
import type { CorrectionRequest } from '../../pipeline/model/correction.ts'
import { UserError } from '../../pipeline/model/errors.ts'
import { write } from '../run/articles.ts'
import { answers, BRIDGE, newsroom } from './newsroom.ts'

describe('what cannot be done', () => {
  const refused: readonly (readonly [
    string,
    (ids: { claim: string; path: string }) => CorrectionRequest,
    RegExp,
  ])[] = [
    [
      'a date that is none',
      ({ claim }) => ({ kind: 'claim', claim, set: { date: 'in the days of old' } }),
      /is no date that we understand\. Write it as/,
    ],
    [
      'a day that is none',
      ({ claim }) => ({ kind: 'claim', claim, set: { date: '2021-02-31' } }),
      /is no date/,
    ],
    [
      'a stretch that runs backwards',
      ({ claim }) => ({ kind: 'claim', claim, set: { date: '2021/2019' } }),
      /is no date/,
    ],
    [
      'what is so already',
      ({ claim }) => ({ kind: 'claim', claim, set: { date: '1928' } }),
      /says so already/,
    ],
    [
      'an entity that nobody knows',
      ({ claim }) => ({ kind: 'claim', claim, set: { subjectEntity: 'Atlantis' } }),
      /names "Atlantis"\. Type `gainsay entities`/,
    ],
    [
      'a verb that is none',
      ({ claim }) => ({ kind: 'claim', claim, set: { relation: 'of the' } }),
      /cannot be read as a verb/,
    ],
    [
      'the entity of an object that is not there',
      ({ claim }) => ({ kind: 'claim', claim, set: { objectEntity: 'Norwick Bridge' } }),
      /has no object/,
    ],
    [
      'a claim that is not there',
      () => ({ kind: 'not-a-claim', claim: 'c_ffffffff' }),
      /exactly one claim's id/,
    ],
    [
      'a grade that is none',
      ({ path }) => ({ kind: 'source', source: path, set: { reliability: 'G7' } }),
      /"G7" is no grade of reliability\. Write it like B2/,
    ],
    [
      'an address that is none',
      ({ path }) => ({ kind: 'source', source: path, set: { url: 'javascript:alert(1)' } }),
      /is no web address/,
    ],
    [
      'a source that is not there',
      () => ({ kind: 'source', source: 'nowhere.md', set: { title: 'A' } }),
      /`gainsay sources` lists/,
    ],
    [
      'a correction that is not there',
      () => ({ kind: 'undo', correction: 'k_00' }),
      /exactly one correction's id/,
    ],
    [
      'words without end',
      ({ claim }) => ({ kind: 'claim', claim, set: { subject: 'a '.repeat(5000) } }),
      /subject: Too big/,
    ],
    [
      'half an article',
      ({ path }) => ({ kind: 'missed-claim', document: path, start: 0, end: 2500 }),
      /selects no words|at most 2000 characters/,
    ],
    [
      'a position that is not there',
      ({ path }) => ({ kind: 'attach', document: path, start: 0, end: 3, position: 'p_0' }),
      /no dispute has a position p_0/,
    ],
  ]
  it('is said in one sentence, and nothing is logged', async () => {
    const room = await newsroom()
    const { claim } = await room.claim('built in 1928')
    const path = await room.path('courier.md')
    for (const [name, request, sentence] of refused) {
      const error = await room.correct(request({ claim: claim.id, path })).catch((thrown) => thrown)
      expect(error, name).toBeInstanceOf(UserError)
      expect(error.message, name).toMatch(sentence)
    }
    expect(existsSync(room.log)).toBe(false)
  })
})

describe('the log', () => {
  it('takes effect where it comes from elsewhere, and ends where an entry is gone', async () => {
    const room = await newsroom()
    const { claim } = await room.claim('built in 1928')
    await room.correct({ kind: 'claim', claim: claim.id, set: { date: '1931' } })
    const entry = readFileSync(room.log, 'utf8')

    const elsewhere = await newsroom()
    write(elsewhere.annotations, { 'corrections.jsonl': entry + entry })
    expect(await elsewhere.dispute()).toBeDefined()
    await catchUp({ out: elsewhere.out, annotations: elsewhere.annotations, jobs: 1 })
    expect(await elsewhere.dispute()).toBeUndefined()
    expect(await elsewhere.list()).toHaveLength(1)

    writeFileSync(elsewhere.log, '')
    await elsewhere.again()
    expect(answers(await elsewhere.dispute())).toEqual(['1928', '1931'])
  })

  it('is taken without its last line where that was cut off, which is told', async () => {
    const room = await newsroom()
    const { claim } = await room.claim('built in 1928')
    await room.correct({ kind: 'claim', claim: claim.id, set: { date: '1931' } })
    const whole = readFileSync(room.log, 'utf8')
    appendFileSync(room.log, whole.slice(0, 200))
    const { notes } = await room.again()
    expect(notes.map(({ path, message }) => `${path}: ${message}`).join()).toMatch(
      /corrections\.jsonl:2: the last line was cut off/,
    )
    expect(await room.dispute()).toBeUndefined()
    await room.correct({ kind: 'claim', claim: claim.id, set: { date: '1899' } })
    expect(readFileSync(room.log, 'utf8').split('\n')).toHaveLength(3)
    expect(answers(await room.dispute())).toEqual(['1899', '1931'])
  })

  it('names file and line of an entry that is none', async () => {
    const room = await newsroom()
    const { claim } = await room.claim('built in 1928')
    await room.correct({ kind: 'claim', claim: claim.id, set: { date: '1931' } })
    const whole = readFileSync(room.log, 'utf8')
    writeFileSync(room.log, `${whole}{"kind":"claim"}\n`)
    await expect(room.again()).rejects.toThrow(/corrections\.jsonl:2: .+/)
    writeFileSync(room.log, `<<<<<<< HEAD\n${whole}`)
    await expect(room.again()).rejects.toThrow(/corrections\.jsonl:1: this line is not JSON/)
  })

  it('waits for a text that is not in, and keeps what speaks of it', async () => {
    const room = await newsroom()
    const { claim } = await room.claim('built in 1928')
    await room.correct({ kind: 'claim', claim: claim.id, set: { date: '1931' } })
    const elsewhere = await newsroom({ 'gazette.md': BRIDGE['gazette.md'] })
    write(elsewhere.annotations, { 'corrections.jsonl': readFileSync(room.log, 'utf8') })
    await elsewhere.again()
    expect(await elsewhere.list()).toMatchObject([{ state: 'waiting', document: null }])
    write(join(elsewhere.folder, 'sources'), { 'courier.md': BRIDGE['courier.md'] })
    await elsewhere.again()
    expect(await elsewhere.dispute()).toBeUndefined()
    expect(await elsewhere.list()).toMatchObject([{ state: 'in force', claim: claim.id }])
  })
})
