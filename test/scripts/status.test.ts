import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BRIDGE, scratch, write } from '../run/articles.ts'
import { gainsay } from './command.ts'

async function bridge() {
  const cwd = scratch()
  write(join(cwd, 'sources'), BRIDGE)
  const run = (...args: string[]) => gainsay([...args, '--jobs', '1'], { cwd })
  await run('run', '--quiet')
  return { cwd, run }
}

describe('gainsay sources', () => {
  it('lists texts with what is known of them, and says what is not', async () => {
    const { run } = await bridge()
    const { stdout, stderr } = await run('sources')
    expect(stdout).toMatch(
      /^sources\/courier\.md\n +Title +What fell at Norwick\n +Publisher +Harbour Courier\n +Published +2021-03-05\n +Claims +\d+ claims\n/,
    )
    expect(stdout).toMatch(/sources\/note\.txt\n +Publisher +unknown\n +Published +unknown\n/)
    expect(stderr).toBe('3 texts\n')
    const records = (await run('sources', '--json')).stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(records.map(({ path }) => path)).toEqual(
      ['courier.md', 'gazette.md', 'note.txt'].map((name) => `sources/${name}`),
    )
    expect(records.every(({ claims, text }) => claims > 0 && text === undefined)).toBe(true)
  })
})

describe('gainsay runs', () => {
  it('lists runs with what they did', async () => {
    const { run } = await bridge()
    await run('run', '--quiet')
    expect((await run('runs')).stdout).toMatch(
      /^ +1 {2}\d{4}-\d\d-\d\d \d\d:\d\d UTC, [\d.]+ s: 3 new, 0 changed, 0 unchanged, 0 failed\n +2 .*: 0 new, 0 changed, 3 unchanged, 0 failed\n$/,
    )
  })
})

describe('gainsay status', () => {
  it('tells what is in, what failed and what is stale', async () => {
    const { cwd, run } = await bridge()
    const well = (await run('status')).stdout
    expect(well).toMatch(
      /Texts +3 texts\n +Claims +\d+ claims\n +Disputes +\d+ disputes?\n +Last run +\d{4}-/,
    )
    expect(well).toMatch(/Stale +nothing\n$/)

    write(join(cwd, 'sources'), { 'empty.txt': '' })
    write(join(cwd, 'annotations'), { 'entities.yaml': '- { id: holm, type: person, name: Arvid Holm }\n' })
    const ill = (await run('status')).stdout
    expect(ill).toMatch(
      /Stale +1 text, read by other rules or with other knowledge:\s+sources\/gazette\.md\n +Next +npx gainsay run\n$/,
    )

    await run('run', '--quiet')
    const status = JSON.parse((await run('status', '--json')).stdout)
    expect(status).toMatchObject({ documents: 3, stale: { texts: [], findings: false } })
    expect(status.failures).toMatchObject([{ path: 'sources/empty.txt', run: 2 }])
    expect((await run('status')).stdout).toMatch(/Failed +sources\/empty\.txt: /)

    write(join(cwd, 'annotations'), { 'entities.yaml': '- { id: teapot, type: product, name: Teapot }\n' })
    await run('run', '--quiet')
    write(join(cwd, 'annotations'), {
      'entities.yaml': '- { id: teapot, type: product, name: Teapot, same_as: [holm] }\n',
    })
    expect((await run('status')).stdout).toMatch(/Stale +the disputes: texts or knowledge have changed since/)
  })
})
