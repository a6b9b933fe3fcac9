import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BRIDGE, scratch, write } from '../run/articles.ts'
import { gainsay } from './command.ts'

const answers = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('gainsay compare', () => {
  it('holds two texts against each other, and stores nothing', async () => {
    const cwd = write(scratch(), BRIDGE)
    const shown = await gainsay(['compare', 'gazette.md', 'courier.md'], { cwd })
    expect(shown.code).toBe(0)
    expect(shown.stdout).toMatch(/Position 1 {2}1928[\s\S]*Position 2 {2}1931/)
    expect(shown.stderr).toContain('1 dispute')
    const { conflicts } = JSON.parse(
      (await gainsay(['compare', 'gazette.md', 'courier.md', '--json'], { cwd })).stdout,
    )
    expect(conflicts.map(({ types }: { types: string[] }) => types)).toEqual([['time']])
    await expect(gainsay(['conflicts'], { cwd })).resolves.toMatchObject({ code: 1 })
  })

  it('finds nothing between two texts that speak of other things', async () => {
    const cwd = write(scratch(), BRIDGE)
    const { stdout, stderr } = await gainsay(['compare', 'gazette.md', 'note.txt'], { cwd })
    expect(stdout).toBe('')
    expect(stderr).toContain('0 disputes, 0 agreements and 0 developments')
  })

  it.each([
    [['compare', 'gazette.md'], 'Give two files'],
    [['compare', 'gazette.md', 'gazette.md'], 'Give two texts'],
    [['compare', 'gazette.md', 'courier.md', '--pairs', 'pairs.jsonl'], 'either two texts or --pairs'],
  ])('%j is told what it lacks', async (args, message) => {
    const cwd = write(scratch(), BRIDGE)
    const { code, stderr } = await gainsay(args, { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})

describe('gainsay compare --pairs', () => {
  const PAIRS = [
    { id: 'a', claim: 'The mill has more than 30 windows.', evidence: 'The mill has 28 windows.' },
    { claim: 'The mill has 28 windows.', evidence: 'The mill has 28 windows and\u2028a tower.' },
    { id: 7, claim: 'The mill was sold.', evidence: 'A fisherman slept.' },
  ]

  it('answers a line each, in order, with any number of jobs', async () => {
    const many = Array.from({ length: 60 }, () => PAIRS).flat()
    const cwd = write(scratch(), {
      'pairs.jsonl': many.map((pair) => JSON.stringify(pair)).join('\n'),
    })
    const [one, three] = await Promise.all(
      ['1', '3'].map((jobs) => gainsay(['compare', '--pairs', 'pairs.jsonl', '--jobs', jobs], { cwd })),
    )
    expect(one!.code).toBe(0)
    expect(three!.stdout).toBe(one!.stdout)
    const given = answers(one!.stdout)
    expect(given).toHaveLength(180)
    expect(given.slice(0, 3)).toEqual([
      {
        id: 'a',
        label: 'REFUTES',
        type: 'quantity',
        explanation: '“more than 30 windows” against “28 windows”',
      },
      expect.objectContaining({ label: 'SUPPORTS', type: null }),
      expect.objectContaining({ id: 7, label: 'NOT ENOUGH INFO', type: null }),
    ])
    expect(given[1]).not.toHaveProperty('id')
  })

  it('answers bad lines too, and says where they are', async () => {
    const lines = [
      'no JSON',
      '{"id":2,"claim":"A mill burnt."}',
      '',
      JSON.stringify(PAIRS[0]),
      '{"id":4,"claim":"","evidence":"A mill burnt."}',
      '{"id":5,"claim":"A mill \\u0000 burnt.","evidence":"A mill burnt."}',
    ]
    const cwd = write(scratch(), { 'pairs.jsonl': lines.join('\n') })
    const { code, stdout, stderr } = await gainsay(
      ['compare', '--pairs', join(cwd, 'pairs.jsonl'), '--jobs', '1'],
      { cwd },
    )
    expect(code).toBe(1)
    expect(answers(stdout).map(({ id, label }) => [id, label])).toEqual([
      [undefined, 'NOT ENOUGH INFO'],
      [2, 'NOT ENOUGH INFO'],
      ['a', 'REFUTES'],
      [4, 'NOT ENOUGH INFO'],
      [5, 'NOT ENOUGH INFO'],
    ])
    expect(stderr).toMatch(/pairs\.jsonl:6: .*NUL/)
    expect(stderr).toContain('pairs.jsonl:1: this line is no JSON')
    expect(stderr).toContain('pairs.jsonl:2: "claim" and "evidence" must both be strings')
  })
})
