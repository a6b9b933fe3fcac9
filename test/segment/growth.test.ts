import { expect, it } from 'vitest'
import type { WithBlocks } from '../../pipeline/model/document.ts'
import { readSource } from '../../pipeline/read/index.ts'
import { splitMarkdown } from '../../pipeline/segment/blocks/split-markdown.ts'
import { segmentBlocks } from '../../pipeline/segment/blocks.ts'
import { splitSentences } from '../../pipeline/segment/sentences.ts'
import { segmentWords } from '../../pipeline/segment/words.ts'
import { BETWEEN, processorTime, timesForSixteen } from '../support/processor-time.ts'

const PROSE = 'The mayor of Norwick said on Monday that the old bridge over the river was built in 1931. '

function blocked(text: string): WithBlocks {
  const source = readSource('a.txt', new TextEncoder().encode(text))
  return { ...source, blocks: segmentBlocks(source), language: 'en' } as WithBlocks
}

/** For the words of a document whose blocks are known. */
const cost = (doc: WithBlocks) => processorTime(() => segmentWords(doc))

// The models are loaded, and patterns compiled, before anything is timed.
for (const text of [PROSE, PROSE]) cost(blocked(text.repeat(100)))

it.each(['](', 'a-', '7 ', 'x\n'])('%j takes no more time than as much prose', (piece) => {
  const length = 30_000
  const prose = cost(blocked(PROSE.repeat(length / PROSE.length)))
  expect(cost(blocked(piece.repeat(length / piece.length)))).toBeLessThan(prose)
})

it('sixteen times as many paragraphs without a stop take no more than their share', () => {
  const work = (count: number) => {
    const { text, blocks } = blocked('One two three\n\n'.repeat(count))
    return () => {
      for (const block of blocks) splitSentences(text, block)
    }
  }
  expect(timesForSixteen(work, 500)).toBeLessThan(BETWEEN)
})

it('only what is too dense for prose, in a long text that is, goes without a tree', () => {
  const relations = (text: string) => {
    const { words, sentences } = segmentWords(blocked(text))
    const first = words.slice(0, sentences[0]!.endWord)
    return first.map(({ deprel }) => deprel).join(' ')
  }
  const scores = 'Ada Roe won 6-4, 2-6, 7-5.'
  const flat = 'root dep dep dep punct dep punct'
  // In the midst of prose, and alone, scores are read.
  expect(relations(`${scores}\n\n${PROSE.repeat(400)}`)).toMatch(/^compound nsubj root|^nsubj flat root/)
  expect(relations(scores)).toMatch(/^compound nsubj root|^nsubj flat root/)
  // Thousands of them are a table; the sentence of prose among them is read none the less.
  expect(relations(`${scores}\n\n`.repeat(500)).startsWith(flat)).toBe(true)
  expect(relations(`${PROSE}\n\n${`${scores}\n\n`.repeat(500)}`)).toContain('nsubj')
})

it('a column of figures is no Markdown, and short verses are', () => {
  const parsable = (text: string) =>
    splitMarkdown(text, { start: 0, end: text.length }).map((part) => part.parsable)
  expect(new Set(parsable('7.5\n\n'.repeat(2_000)))).toEqual(new Set([false]))
  expect(new Set(parsable('The gulls are grey.\n\n'.repeat(2_000)))).toEqual(new Set([true]))
})
