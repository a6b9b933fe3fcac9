import { expect, test } from 'vitest'
import { findTimes } from '../../pipeline/dates/index.ts'
import type { WithWords } from '../../pipeline/model/document.ts'
import { findQuantities } from '../../pipeline/quantities/index.ts'
import { BETWEEN, timesForSixteen } from '../support/processor-time.ts'
import { documentOf } from './check.ts'

/** One sentence over the whole text, as long as it is: what the segmenter might give for a broken file. */
function asOneSentence(text: string): WithWords {
  const doc = documentOf('')
  const words = [...text.matchAll(/\S+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    lemma: match[0],
    pos: 'NUM' as const,
    tag: 'CD',
    head: null,
    deprel: 'dep',
  }))
  const span = { start: 0, end: text.length }
  return {
    ...doc,
    text,
    words,
    blocks: [{ ...span, kind: 'paragraph', section: [] }],
    sentences: [{ ...span, block: 0, firstWord: 0, endWord: words.length }],
  }
}

test.each([
  ['dates', '4 May 2019 and ', 150_000],
  ['digits', '1', 200_000],
  ['numbers', '1,200 ', 200_000],
  ['scales', 'one million ', 150_000],
  ['openers', 'the last the early ', 150_000],
  ['brackets', '(Roe ', 150_000],
  ['right to left', 'العام ١٩٣٩ ', 100_000],
])('a line of %s without end is read in time that grows with it', (_, piece, length) => {
  const work = (size: number) => {
    const doc = asOneSentence(piece.repeat(size / piece.length))
    return () => void findQuantities({ ...doc, times: findTimes(doc) })
  }
  expect(timesForSixteen(work, length / 16)).toBeLessThan(BETWEEN)
})
