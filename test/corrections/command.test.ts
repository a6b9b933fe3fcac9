import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { catchUp } from '../../pipeline/corrections/index.ts'
import { lockRuns } from '../../pipeline/store/index.ts'
import { gainsay } from '../scripts/command.ts'
import { answers, newsroom } from './newsroom.ts'

const flat = (text: string) => text.replace(/\s+/g, ' ')

describe('corrections on the terminal', () => {
  it('set a claim and a source right, and mark both wherever they show', async () => {
    const room = await newsroom()
    const run = (...args: string[]) => gainsay([...args, '--jobs', '1'], { cwd: room.folder })
    const { claim } = await room.claim('built in 1928')
    const corrected = await run('claims', 'correct', claim.id, '--date', '1931', '--as', 'Bo Li')
    expect(corrected).toMatchObject({ code: 0 })
    expect(flat(corrected.stdout)).toContain('the date is now 1931 (was 1928)')
    expect(flat(corrected.stderr)).toMatch(
      /Logged in annotations\/corrections\.jsonl as k_\w+, 0 new disputes, 1 dispute gone/,
    )
    const path = await room.path('courier.md')
    const set = await run(
      'sources',
      'set',
      path,
      '--reliability',
      'b2',
      '--publisher',
      'Courier',
      '--author',
      'none',
    )
    expect(set).toMatchObject({ code: 0 })
    const { stdout } = await run('claims')
    expect(flat(stdout)).toMatch(/source graded B2 · corrected by Bo Li on \d{4}-\d\d-\d\d \(date\)/)
    expect(await room.source('courier.md')).toMatchObject({
      metadata: { publisher: { value: 'Courier', basis: 'correction' } },
    })
    const log = flat((await run('corrections')).stdout)
    expect(log).toContain('Of “The Norwick Bridge was built in 1928” the date is now 1931')
    expect(log).toMatch(/k_\w+ · Bo Li, \d{4}-\d\d-\d\d · in force · \S*courier\.md/)
  })

  it('add words that were missed, and put words under a position', async () => {
    const room = await newsroom()
    const run = (...args: string[]) => gainsay([...args, '--jobs', '1'], { cwd: room.folder })
    const path = await room.path('lantern.md')
    const quote = 'the arch of the Norwick Bridge: 1925'
    const says = 'The Norwick Bridge was built in 1925.'
    expect(await run('claims', 'add', path, '--quote', quote, '--says', says)).toMatchObject({ code: 0 })
    expect(answers(await room.dispute())).toEqual(['1925', '1928', '1931'])
    const { id, positions } = (await room.dispute())!
    const number = String(positions.find(({ answer }) => answer === '1931')!.number)
    const attach = ['claims', 'attach', path, '--quote', 'The year', '--dispute', id, '--position', number]
    expect(await run(...attach)).toMatchObject({ code: 0 })
    expect(await room.claim('The year')).toMatchObject({ quote: 'The year', claim: { rule: 'by hand' } })

    const often = await run('claims', 'add', path, '--quote', 'the')
    expect(flat(often.stderr)).toMatch(/these words stand there \d+ times\. Give more of them\./)
  })

  it('refuse bad values in one sentence, with the exit code of what went wrong', async () => {
    const room = await newsroom()
    const run = (...args: string[]) => gainsay(args, { cwd: room.folder })
    const { claim } = await room.claim('built in 1928')
    const path = await room.path('courier.md')
    expect(await run('claims', 'correct', claim.id, '--stance', 'maybe')).toMatchObject({
      code: 2,
      stderr:
        '--stance maybe: there is no such one. Give one of asserted, reported, rumoured, denied, hypothetical, normative.\n',
    })
    expect(await run('sources', 'set', path, '--published', 'lately')).toMatchObject({
      code: 1,
      stderr:
        'published: "lately" is no date that we understand. Write it as 2025-06-08, 2025-06, 2025, or 2024/2025 for a stretch.\n',
    })
    expect(existsSync(room.log)).toBe(false)
  })
})

describe('a correction that was acknowledged', () => {
  it('outlives kill -9 before it could take effect', async () => {
    const room = await newsroom()
    const { claim } = await room.claim('built in 1928')
    // While a run is on its way, a correction is on the disk and waits for the rest.
    const lock = (await lockRuns(room.out))!
    await killedWaiting(['claims', 'correct', claim.id, '--date', '1931'], room.folder)
    lock.release()
    expect(readFileSync(room.log, 'utf8')).toMatch(/^\{.*"after":"1931".*\}\n$/)
    expect(await room.dispute()).toBeDefined()
    await catchUp({ out: room.out, annotations: room.annotations, jobs: 1 })
    expect(await room.dispute()).toBeUndefined()
  })
})

/** Starts the command, and kills it as soon as it says that it waits. */
function killedWaiting(args: readonly string[], cwd: string): Promise<void> {
  const command = fileURLToPath(new URL('../../dist/scripts/gainsay.js', import.meta.url))
  const child = spawn(process.execPath, [command, ...args], { cwd })
  return new Promise((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (said: string) => {
      if (said.includes('takes effect behind it')) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', (_, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error('it was not waiting')),
    )
  })
}
