import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import picocolors from 'picocolors'
import { expect, it } from 'vitest'
import type { Desk } from '../../pipeline/review/desk.ts'
import { type Prompts, reviewOnTerminal } from '../../scripts/terminal/review.ts'
import type { Terminal } from '../../scripts/terminal/terminal.ts'
import { EVIDENCE, FINGERPRINT, findingsOf, sample, sampleConflict } from '../store/sample.ts'
import { GATE, GULL, judge, room } from './desk.ts'

/** Sits down with these answers in a row: keys, lines and choices as they are asked for; then leaves. */
async function sit(desk: Desk, ...answers: readonly (string | number | (() => Promise<unknown>))[]) {
  const left = [...answers]
  const out: string[] = []
  const keys: string[][] = []
  const next = async <T extends string | number>(): Promise<T | null> => {
    const answer = left.shift()
    if (typeof answer !== 'function') return (answer as T | undefined) ?? null
    await answer()
    return next<T>()
  }
  const prompts: Prompts = {
    async key(message, options) {
      keys.push([message, ...options.map(([key]) => key)])
      const key = await next<string>()
      if (key !== null && !options.some(([one]) => one === key)) throw new Error(`nobody offers "${key}"`)
      return key
    },
    line: next<string>,
    choose: next<number>,
  }
  const terminal: Terminal = {
    width: 80,
    colors: picocolors.createColors(false),
    print: (line = '') => void out.push(line),
    say: (line) => void out.push(line),
  }
  expect(await reviewOnTerminal(desk, terminal, prompts)).toBe(0)
  expect(left).toEqual([])
  return { text: out.join('\n'), keys }
}

const standing = async (desk: Desk) =>
  (await desk.queue({ page: 1, size: 10 })).conflicts.map(({ verdict }) => verdict?.words ?? null)

it('judges one dispute after the other, a key each', async () => {
  const { desk } = await room()
  const ada = await desk()
  const { text, keys } = await sit(ada, '2', 'm', 'see page 3', 'x', '4', 'b')
  expect(await standing(ada)).toEqual([
    'holds: answer 2',
    'not a conflict: one is part of the other',
    'both hold, in different senses or at different times',
  ])
  expect((await ada.verdicts()).entries.map(({ note }) => note)).toEqual(['', 'see page 3', ''])
  expect(keys[0]).toEqual(['Your verdict', ...'12bnx0mrojku/aq'])
  expect(keys[2]).toEqual(['Your verdict (note: see page 3)', ...'12bnx0mrojku/aq'])
  expect(text).toContain('What of gate?')
  expect(text).toContain('“They say the gate was shut in 2029”')
  expect(text).toMatch(/The Gull, Years of silt, 2031-06 · called unproven/)
  expect(text).toContain('There is no further dispute here.')
})

it('takes back, turns to and fro, and searches', async () => {
  const { desk } = await room()
  const ada = await desk()
  const { text } = await sit(ada, '1', 'u', 'j', 'k', '/', 'boats', 'n', '/', '', 'a')
  expect(await standing(ada)).toEqual([null, null, 'neither holds'])
  expect(text).toContain('Taken back: holds: answer 1.')
})

it('rewords, and keeps the wording', async () => {
  const { desk } = await room()
  const ada = await desk()
  await sit(ada, 'r', 'When was the gate shut?', 'in 2031', 'answer 2', '1')
  expect(await ada.conflict(GATE.id, {})).toMatchObject({
    question: 'When was the gate shut?',
    questionFound: 'What of gate?',
    positions: [
      { answer: 'in 2031', answerFound: 'answer 1' },
      { answer: 'answer 2', answerFound: null },
    ],
    history: [{ words: 'holds: in 2031' }],
  })
})

it('tells who was faster, and shows the dispute again', async () => {
  const { desk } = await room()
  const [ada, ben] = [await desk('Ada'), await desk('Ben')]
  const { text } = await sit(ada, () => judge(ben, GATE, { held: 2 }), '1')
  expect(text).toContain('Ben was faster: holds: answer 2. Look at it again, then decide.')
  expect(text).toMatch(/Decided before\n {2}holds: answer 2: Ben, 2031-07-01/)
  expect((await standing(ada))[0]).toBe('holds: answer 2')
})

it('shows what would steer a terminal as text', async () => {
  const { desk, withStore } = await room()
  const quote = 'It \u001b[2J\u202e said \u0007 so'
  const evil = sample({
    path: 'evil.txt',
    text: `${quote}.`,
    claims: [{ quote, subject: 'It', relation: 'said' }],
  })
  await withStore(async (store) => {
    await store.commitDocument(evil, EVIDENCE, FINGERPRINT, 1)
    const found = sampleConflict('a \u001b[31m question', [evil.claims[0]!.id], [GULL.claims[1]!.id])
    await store.saveFindings(findingsOf(found), FINGERPRINT, 1)
  })
  const { text } = await sit(await desk(), 'o', 0)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  expect(text).toContain('⟦It ␛[2J<U+202E> said ␇ so⟧')
})

it('lists the queue where there is no terminal, and says what is missing', async () => {
  const { out, annotations, desk } = await room()
  await judge(await desk(), GATE, { held: 1 })
  const command = fileURLToPath(new URL('../../dist/scripts/gainsay.js', import.meta.url))
  const gainsay = (...args: readonly string[]) =>
    spawnSync(process.execPath, [command, ...args, '--annotations', annotations], { encoding: 'utf8' })
  const listed = gainsay('review', '--terminal', '--out', out)
  expect(listed.stdout).toMatch(/What of gate\?\n {4}1\. answer 1 \(1 independent source\)/)
  expect(listed.stdout).toMatch(/decided: holds: answer 1 \(Ada\)/)
  expect(listed.status).toBe(0)
  const verdicts = gainsay('verdicts', '--out', out)
  expect(verdicts.stdout).toMatch(/What of gate\?\n +holds: answer 1\n +Ada · 2031-07-01/)
  const none = gainsay('review', '--out', `${out}-none`)
  expect([none.status, none.stderr]).toEqual([
    1,
    expect.stringMatching(/there is no database yet\. Type `gainsay run` first/),
  ])
  const open = gainsay('review', '--out', out, '--host', '0.0.0.0')
  expect([open.status, open.stderr]).toEqual([2, expect.stringMatching(/Give a token as well/)])
})
