import { expect, it } from 'vitest'
import { findMentions } from '../../pipeline/entities/index.ts'
import type { WithQuantities } from '../../pipeline/model/document.ts'
import { BETWEEN, timesForSixteen } from '../support/processor-time.ts'
import { knowing, mentionsIn } from './sample.ts'

/** A sentence of nothing but "he", each of them under the next: the deepest tree that there is. */
function ladder(length: number): WithQuantities {
  const text = 'he '.repeat(length)
  const span = { start: 0, end: text.length }
  return {
    text,
    metadata: { title: null, publisher: null, author: null, published: null, url: null, summaryOf: null },
    blocks: [{ ...span, kind: 'paragraph', section: [] }],
    sentences: [{ ...span, block: 0, firstWord: 0, endWord: length }],
    words: Array.from({ length }, (_, at) => ({
      start: 3 * at,
      end: 3 * at + 2,
      lemma: 'he',
      pos: 'PRON',
      tag: 'PRP',
      head: at + 1 < length ? at + 1 : null,
      deprel: at + 1 < length ? 'nsubj' : 'root',
    })),
    times: [],
    quantities: [],
  } as unknown as WithQuantities
}

it('sixteen times as many pronouns in a tree without end take no more than their share', () => {
  const work = (length: number) => {
    const doc = ladder(length)
    return () => expect(findMentions(doc, knowing()).mentions).toHaveLength(length)
  }
  expect(timesForSixteen(work, 500)).toBeLessThan(BETWEEN)
})

it('sixteen times as many names in a line take no more than their share', () => {
  const work = (length: number) => () => void mentionsIn('Alder of Birch '.repeat(length))
  expect(timesForSixteen(work, 200)).toBeLessThan(BETWEEN)
})
