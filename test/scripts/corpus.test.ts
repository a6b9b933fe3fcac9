import { describe, expect, it } from 'vitest'
import type { ConflictRecord } from '../../pipeline/model/record.ts'
import { judge } from '../../scripts/corpus/judge.ts'
import { makeCorpus, type Truth } from '../../scripts/corpus/make.ts'
import { NAMES } from '../../scripts/corpus/names.ts'

describe('the made corpus', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(makeCorpus(60, 3)).toEqual(makeCorpus(60, 3))
    expect(makeCorpus(60, 4)).not.toEqual(makeCorpus(60, 3))
  })

  it('has the articles of its truth, clashes and look-alikes, and syndicated copies that differ in the paper alone', () => {
    const { articles, truth } = makeCorpus(200, 3)
    expect(articles.length).toBeGreaterThanOrEqual(200)
    expect(truth.flatMap(({ sides }) => sides.flat())).toEqual(articles.map(({ name }) => name))
    expect(truth.some(({ types }) => types.length > 0)).toBe(true)
    expect(truth.some(({ types }) => types.length === 0)).toBe(true)
    const { sides } = truth.find(({ sides: [first] }) => first.length > 1)!
    const [one, other] = sides[0].map((name) => articles.find((article) => article.name === name)!.text)
    expect(one).not.toBe(other)
    expect(one!.replace(/publisher: .*/, '')).toBe(other!.replace(/publisher: .*/, ''))
  })

  it('goes on with other subjects', () => {
    const first = makeCorpus(100, 3)
    const more = makeCorpus(10, 3, first.truth.length)
    const names = new Set(first.articles.map(({ name }) => name))
    expect(more.articles.some(({ name }) => names.has(name))).toBe(false)
  })

  it('has a name for every subject of ten thousand articles', () => {
    const places = Array.from({ length: 10_000 }, (_, number) => NAMES.place(number))
    expect(new Set(places).size).toBe(places.length)
    // Names that differ by a doubled letter alone would be two spellings of one.
    expect(new Set(places.map((name) => name.toLowerCase().replace(/(.)\1/g, '$1'))).size).toBe(places.length)
  })
})

describe('judging', () => {
  const TRUTH: readonly Truth[] = [
    { scenario: 'clash', types: ['time'], sides: [['a.md', 'b.md'], ['c.md']] },
    { scenario: 'look-alike', types: [], sides: [['d.md'], ['e.md']] },
  ]
  const found = (type: string, strength: string, ...paths: string[]): ConflictRecord =>
    ({
      types: [type],
      strength,
      positions: paths.map((path) => ({ evidence: [{ document: { path: `sources/${path}`, alsoAt: [] } }] })),
    }) as unknown as ConflictRecord

  it.each([
    ['found', [found('time', 'tension', 'b.md', 'c.md')], { found: 1, falseAlarms: 0 }],
    ['of another type', [found('value', 'tension', 'b.md', 'c.md')], { found: 0, falseAlarms: 1 }],
    ['of one side', [found('time', 'tension', 'a.md', 'b.md')], { found: 0, falseAlarms: 1 }],
    ['a look-alike', [found('time', 'contradiction', 'd.md', 'e.md')], { found: 0, falseAlarms: 1 }],
    ['of two subjects', [found('time', 'tension', 'a.md', 'c.md', 'e.md')], { found: 0, falseAlarms: 1 }],
    ['a mere detail', [found('name', 'detail', 'd.md', 'e.md')], { found: 0, falseAlarms: 0 }],
  ])('%s', (_, conflicts, expected) => {
    expect(judge(TRUTH, conflicts)).toMatchObject({ planted: 1, ...expected })
  })
})
