import { join } from 'node:path'
import { expect, it } from 'vitest'
import { BRIDGE, scratch, write } from '../run/articles.ts'
import { gainsay } from './command.ts'

async function ran(): Promise<string> {
  const cwd = scratch()
  write(join(cwd, 'sources'), BRIDGE)
  await gainsay(['run', '--jobs', '1', '--quiet'], { cwd })
  return cwd
}

const records = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

it('lists topics with their standing, the disputed first', async () => {
  const cwd = await ran()
  const { stdout, code } = await gainsay(['topics'], { cwd })
  expect(code).toBe(0)
  expect(stdout).toMatch(
    /^ {2}t_[0-9a-f]{8} {2}\S.*Norwick Bridge\n.*2 claims in 2 texts · disputed: contradiction x_/,
  )
  const [first, ...rest] = records((await gainsay(['topics', '--json'], { cwd })).stdout)
  expect(first).toMatchObject({ claims: 2, sources: 2, conflicts: [{ strength: 'contradiction' }] })
  expect(rest.every(({ conflicts }) => conflicts.length === 0)).toBe(true)
  expect(
    (await gainsay(['topics', '--limit', '1', '--json'], { cwd })).stdout.trim().split('\n'),
  ).toHaveLength(1)
  expect((await gainsay(['topics', '--about', 'Nobody Here'], { cwd })).stdout).toBe('')
})

it('orders what is dated, with disputed dates side by side', async () => {
  const cwd = await ran()
  const { stdout, stderr, code } = await gainsay(['timeline', '--about', 'Norwick Bridge'], { cwd })
  expect(code).toBe(0)
  expect(stdout).toMatch(
    /! 1928 [\s\S]*dates disputed, x_[0-9a-f]{8}: 1928 \/ 1931[\s\S]*! 1931 [\s\S]* 2021-03-02 /,
  )
  expect(stdout).toContain('sources/courier.md:11')
  expect(stdout).toContain('reported, by Arvid Holm')
  expect(stderr).toMatch(/claims? without a date/)

  const [{ moments }] = records(
    (await gainsay(['timeline', '--about', 'Norwick Bridge', '--json'], { cwd })).stdout,
  )
  const dates = moments.map(({ date }: { date: string }) => date)
  expect(dates.slice(0, 2)).toEqual(['1928', '1931'])
  expect(dates).toEqual([...dates].sort())
  expect(await gainsay(['timeline'], { cwd })).toMatchObject({ code: 2 })
})
