import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadGold, loadGoldConflicts, locate } from '../../scripts/score/gold.ts'
import { pairUp, wordF1 } from '../../scripts/score/similarity.ts'
import { agreement, table } from '../../scripts/score/table.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

describe('scores', () => {
  it('compare slots by their words, articles aside', () => {
    expect(wordF1('the old bridge', 'The Old Bridge')).toBe(1)
    expect(wordF1('the old bridge', 'a bridge')).toBeCloseTo(2 / 3)
    expect(wordF1('the old bridge', 'the mayor')).toBe(0)
    expect(wordF1('', '')).toBe(1)
  })

  it('pair one to one, the most alike first', () => {
    const pairs = pairUp(['old bridge', 'bridge'], ['bridge', 'mill', 'old bridge'], wordF1)
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([
      ['old bridge', 'old bridge'],
      ['bridge', 'bridge'],
    ])
  })

  it('are precision, recall and F1, and 0 where there is nothing', () => {
    expect(agreement('s', 'm', 3, 4, 6)).toMatchObject({ p: 0.5, r: 0.75, f1: 0.6 })
    expect(agreement('s', 'm', 0, 0, 0)).toMatchObject({ p: 0, r: 0, f1: 0 })
    expect(table([agreement('s', 'm', 3, 4, 6)])).toContain('| s   | m      | 0.500 | 0.750 | 0.600 |')
  })
})

describe('the gold annotations', () => {
  const articles = loadGold(join(root, 'annotations', 'gold'))

  it.each(articles.map((article) => [article.text, article] as const))(
    'quote %s as it stands',
    (path, article) => {
      const text = readFileSync(join(root, path), 'utf8')
      for (const { quote, occurrence } of article.claims) locate(text, quote, occurrence, path)
      for (const part of [...article.mentions, ...article.times])
        locate(text, part.text, part.occurrence, path)
    },
  )

  it('quote the evidence of disputes as it stands', () => {
    const { conflicts, look_alikes } = loadGoldConflicts(join(root, 'annotations', 'gold'))!
    const evidence = [
      ...conflicts.flatMap(({ positions }) => positions.flatMap((position) => position.evidence)),
      ...look_alikes.flatMap(({ pair }) => pair),
    ]
    expect(evidence.length).toBeGreaterThan(0)
    for (const { file, quote } of evidence) locate(readFileSync(join(root, file), 'utf8'), quote, 1, file)
  })
})
