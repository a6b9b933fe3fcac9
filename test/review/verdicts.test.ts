import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Conflict } from '../../pipeline/model/conflict.ts'
import { conflictDetailSchema, verdictRequestSchema } from '../../pipeline/review/api.ts'
import { importEntries, readExported } from '../../pipeline/review/carry.ts'
import { openVerdictLog } from '../../pipeline/review/verdict-log.ts'
import { StaleError } from '../../pipeline/review/verdicts.ts'
import { EVIDENCE, FINGERPRINT, findingsOf, sample, sampleConflict } from '../store/sample.ts'
import { asked, BOATS, GATE, GULL, id, judge, PUMPS, room, TIDE } from './desk.ts'

const lines = (path: string) => readFileSync(path, 'utf8').split('\n').slice(0, -1)

it('keeps every verdict and every undo, and counts the last that stands', async () => {
  const { desk, log } = await room()
  const ada = await desk()
  const first = await judge(ada, GATE, { held: 1, note: 'seen the lock book' })
  const second = await judge(ada, GATE, { decision: 'neither' })
  expect((await ada.conflict(GATE.id, {})).history.map(({ words, inForce }) => [words, inForce])).toEqual([
    ['neither holds', true],
    ['holds: answer 1', false],
  ])

  const undone = await ada.undo({ verdict: second.entry.id, seen: second.entry.id })
  expect(undone).toMatchObject({
    status: 'decided',
    entry: { kind: 'undo', words: 'taken back: neither holds' },
  })
  await ada.undo({ verdict: first.entry.id, seen: undone.entry.id })
  const { status, history } = await ada.conflict(GATE.id, {})
  expect(status).toBe('open')
  expect(history.map(({ kind, undone }) => [kind, undone])).toEqual([
    ['undo', false],
    ['undo', false],
    ['verdict', true],
    ['verdict', true],
  ])
  expect(lines(log)).toHaveLength(4)
})

it('outlives the database: the log is the truth', async () => {
  const { desk, out, find, closing } = await room()
  const ada = await desk()
  await judge(ada, GATE, { held: 2, wording: { question: 'In which year was the gate shut?' } })
  const before = await ada.conflict(GATE.id, {})
  await closing.pop()!()
  rmSync(out, { recursive: true })
  await find(GATE, PUMPS)
  const again = await (await desk()).conflict(GATE.id, {})
  expect({ ...again, stamp: '', place: null }).toEqual({ ...before, stamp: '', place: null, related: [] })
  expect(again).toMatchObject({
    status: 'decided',
    question: 'In which year was the gate shut?',
    questionFound: 'What of gate?',
  })
})

it('sees what other programs do: a run, another reviewer, a database made anew', async () => {
  const { desk, out, find } = await room()
  const [ada, ben] = [await desk('Ada'), await desk('Ben')]
  const stamps = new Set([(await ada.session()).stamp])
  await judge(ben, GATE, { held: 1 })
  expect((await ada.queue({ page: 1, size: 10, status: 'decided' })).total).toBe(1)
  stamps.add((await ada.session()).stamp)
  await find(GATE, BOATS)
  expect((await ada.queue({ page: 1, size: 10 })).all).toBe(2)
  stamps.add((await ada.session()).stamp)
  rmSync(out, { recursive: true })
  await expect(ada.session()).rejects.toThrow('the database is gone. Type `gainsay run` to make it anew.')
  await find(GATE, PUMPS, BOATS)
  const { all, counts } = await ada.queue({ page: 1, size: 10 })
  expect([all, counts.status.map(({ value, count }) => [value, count])]).toEqual([
    3,
    [
      ['open', 2],
      ['decided', 1],
    ],
  ])
  stamps.add((await ada.session()).stamp)
  expect(stamps.size).toBe(4)
})

it('knows what was taken back also where a log tells it the other way round', async () => {
  const { desk, log } = await room()
  const ada = await desk()
  const { entry } = await judge(ada, GATE, { held: 1 })
  await ada.undo({ verdict: entry.id, seen: entry.id })
  const [verdict, undo] = lines(log)
  writeFileSync(log, `${undo}\n${verdict}\n`)
  const { status, history } = await ada.conflict(GATE.id, {})
  expect([status, history.map(({ kind }) => kind)]).toEqual(['open', ['undo', 'verdict']])
})

it('refuses what was decided without a look at somebody else’s verdict, and tells whose', async () => {
  const { desk, log } = await room()
  const [ada, ben] = [await desk('Ada'), await desk('Ben')]
  const request = verdictRequestSchema.parse(await asked(ben, GATE, { held: 2 }))
  await judge(ada, GATE, { held: 1 })
  const refused = await ben.judge(request).catch((error) => error)
  expect(refused).toBeInstanceOf(StaleError)
  expect(refused).toMatchObject({ because: 'verdict', latest: { reviewer: 'Ada', words: 'holds: answer 1' } })
  expect(refused.message).toBe('Ada was faster: holds: answer 1. Look at it again, then decide.')
  expect(lines(log)).toHaveLength(1)
  expect((await judge(ben, GATE, { held: 2 })).status).toBe('decided')
})

it('refuses a verdict on evidence that a run has changed since it was shown', async () => {
  const { desk, find } = await room()
  const ada = await desk()
  const request = verdictRequestSchema.parse(await asked(ada, GATE, { held: 1 }))
  await find(sampleConflict('gate', [id(TIDE, 0)], [id(GULL, 0), id(GULL, 2)]))
  await expect(ada.judge(request)).rejects.toMatchObject({ because: 'evidence' })
  await find(PUMPS)
  await expect(ada.judge(request)).rejects.toMatchObject({ because: 'evidence' })
})

it('covers a dispute with its sub-questions in one verdict', async () => {
  const { desk } = await room()
  const ada = await desk()
  const [pumps, boats] = [await ada.conflict(PUMPS.id, {}), await ada.conflict(BOATS.id, {})]
  const covers = [pumps, boats].map(({ id, last, evidence }) => ({ conflict: id, seen: last, evidence }))
  const { entry } = await judge(ada, GATE, { held: 1, covers })
  const { conflicts } = await ada.queue({ page: 1, size: 10 })
  expect(conflicts.map(({ status, verdict }) => [status, verdict?.words])).toEqual([
    ['decided', 'holds: answer 1'],
    ['decided', 'holds: answer 1 (with “What of gate?”)'],
    ['decided', 'holds: answer 1 (with “What of gate?”)'],
  ])
  expect((await ada.conflict(BOATS.id, {})).history).toMatchObject([
    { id: entry.id, covering: true, question: 'What of gate?', words: 'holds: answer 1', inForce: true },
  ])
  await ada.undo({ verdict: entry.id, seen: entry.id })
  expect((await ada.queue({ page: 1, size: 10, status: 'open' })).total).toBe(3)
})

it('tells evidence that came behind a verdict', async () => {
  const { desk, find } = await room()
  const ada = await desk()
  await judge(ada, GATE, { held: 1 })
  await find(sampleConflict('gate', [id(TIDE, 0)], [id(GULL, 0), id(GULL, 2)]))
  const { status, positions } = await ada.conflict(GATE.id, {})
  expect(status).toBe('new evidence')
  const all = positions.flatMap(({ evidence }) => evidence.flatMap(({ shown, copies }) => [shown, ...copies]))
  expect(all.filter(({ isNew }) => isNew).map(({ quote }) => quote)).toEqual(['Some thirty boats were lost'])
})

const MERGED: Conflict = sampleConflict(
  'gate and pumps',
  [id(TIDE, 0), id(TIDE, 1)],
  [id(GULL, 0), id(GULL, 1)],
)
const HALF: Conflict = sampleConflict('half of it', [id(TIDE, 0)], [id(GULL, 2)])

it('follows the dispute that holds most of what was judged', async () => {
  const { desk, find } = await room()
  const ada = await desk()
  const { entry } = await judge(ada, GATE, { held: 2 })
  await find(MERGED, BOATS)
  const merged = await ada.conflict(MERGED.id, {})
  // The pumps were not judged: they are new to this verdict.
  expect(merged).toMatchObject({ status: 'new evidence', history: [{ id: entry.id, follows: MERGED.id }] })
  expect((await ada.queue({ page: 1, size: 10 })).conflicts[0]?.verdict?.words).toBe('holds: answer 2')
})

it('follows its quotes into the next text of an article', async () => {
  const edited = sample({
    path: GULL.path,
    text: `Amended on Friday.\n${GULL.text}`,
    claims: [{ quote: 'They say the gate was shut in 2029', subject: 'the gate', relation: 'was shut' }],
  })
  /** The second position rests on a quote that is no claim, too. */
  const disputed = (gull: typeof GULL) => {
    const start = gull.text.indexOf('Some thirty')
    const [first, second] = sampleConflict('gate', [id(TIDE, 0)], [id(gull, 0)]).positions
    const quotes = [{ document: gull.id, start, end: start + 'Some thirty boats'.length }]
    return { ...GATE, positions: [first!, { ...second!, quotes }] }
  }
  const { desk, withStore } = await room(disputed(GULL))
  const ada = await desk()
  await judge(ada, GATE, { held: 2 })
  await withStore(async (store) => {
    await store.commitDocument(edited, EVIDENCE, FINGERPRINT, 1)
    await store.saveFindings(findingsOf(disputed(edited)), FINGERPRINT, 1)
  })
  const { status, history } = await ada.conflict(GATE.id, {})
  expect([status, history[0]?.inForce]).toEqual(['decided', true])
})

it('lists a verdict whose evidence is gone, and opens the dispute again', async () => {
  const { desk, find } = await room()
  const ada = await desk()
  await judge(ada, GATE, { held: 1 })
  await find(HALF, BOATS)
  expect((await ada.conflict(HALF.id, {})).status).toBe('open')
  expect((await ada.verdicts()).entries).toMatchObject([
    { question: 'What of gate?', words: 'holds: answer 1', follows: null, inForce: false },
  ])
  await find(GATE)
  expect((await ada.verdicts()).entries).toMatchObject([{ follows: GATE.id, inForce: true }])
})

it('tolerates a last line that was cut off, and tells it', async () => {
  const { desk, log, closing } = await room()
  await judge(await desk(), GATE, { held: 1 })
  await closing.pop()!()
  appendFileSync(log, '{"kind":"verdict","id":"v_1","at":"2031')
  const ada = await desk()
  expect((await ada.session()).notices).toEqual([
    `${log}:2: the last line was cut off while it was being written; it was never acknowledged and does not count.`,
  ])
  expect((await ada.queue({ page: 1, size: 10, status: 'decided' })).total).toBe(1)
  await judge(ada, PUMPS)
  expect((await ada.session()).notices).toEqual([])
  expect(openVerdictLog(log.replace(/\/[^/]*$/, '')).entries()).toHaveLength(2)
})

it('names file and line of what is no verdict', async () => {
  const { desk, log } = await room()
  const ada = await desk()
  await judge(ada, GATE, { held: 1 })
  const [line] = lines(log)
  for (const [wrong, message] of [
    ['<<<<<<< HEAD', `${log}:2: this line is not JSON.`],
    [line!.replace('"Ada"', '7'), `${log}:2: "reviewer" does not hold what a verdict has`],
  ] as const) {
    writeFileSync(log, `${line}\n${wrong}\n${line}\n`)
    await expect(ada.verdicts()).rejects.toThrow(message)
  }
  writeFileSync(log, `\uFEFF${line}\r\n\n${line}\n`)
  expect((await ada.verdicts()).entries).toHaveLength(1)
})

it('goes from machine to machine: twice is once, and clashes are told', async () => {
  const [here, there] = [await room(), await room()]
  const [ada, ben] = [await here.desk('Ada'), await there.desk('Ben')]
  await judge(ada, GATE, { held: 1 })
  await judge(ada, BOATS, { decision: 'no-conflict', reason: 'part-whole' })
  await judge(ben, PUMPS)
  const late = await judge(ben, GATE, { held: 2 })
  const log = openVerdictLog(here.annotations)
  const theirs = readExported(there.log)
  const imported = importEntries(log, theirs)
  expect(imported).toMatchObject({ added: 2, known: 0 })
  expect(imported.clashes.map(({ ours, theirs }) => [ours.reviewer, theirs.reviewer])).toEqual([
    ['Ada', 'Ben'],
  ])
  expect(importEntries(log, theirs)).toEqual({ added: 0, known: 2, clashes: [] })

  importEntries(openVerdictLog(there.annotations), readExported(here.log))
  const standing = async (desk: typeof ada) =>
    (await desk.queue({ page: 1, size: 10 })).conflicts.map(({ verdict }) => [
      verdict?.reviewer,
      verdict?.words,
    ])
  expect(await standing(ada)).toEqual(await standing(ben))
  expect((await ada.conflict(GATE.id, {})).last).toBe(late.entry.id)
})

it('gives what the contract promises', async () => {
  const { desk } = await room()
  const ada = await desk()
  await judge(ada, GATE, { held: 1 })
  const detail = await ada.conflict(GATE.id, {})
  expect(conflictDetailSchema.parse(detail)).toEqual(detail)
  expect(detail.positions[1]?.evidence[0]?.shown).toMatchObject({ stance: 'called unproven', isNew: false })
  expect(detail.timeline.map(({ date, position }) => [date, position])).toEqual([
    ['2029', 2],
    ['2031', 1],
  ])
  expect(detail.weakestLink).toBe('assumed: the same place (place: quay taken for harbour)')
})
