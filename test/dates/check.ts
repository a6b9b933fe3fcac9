import { expect } from 'vitest'
import { findTimes } from '../../pipeline/dates/index.ts'
import type { Source, WithWords } from '../../pipeline/model/document.ts'
import type { TimeExpression } from '../../pipeline/model/time.ts'
import { segmentBlocks, segmentWords } from '../../pipeline/segment/index.ts'

/** A text as the stages before dates hand it on; `published` is EDTF. */
export function documentOf(text: string, published: string | null = null): WithWords {
  const source: Source = {
    path: 'sample.txt',
    sha256: '',
    format: 'text',
    id: 'd_sample',
    text,
    textSha256: '',
    metadata: {
      title: null,
      publisher: null,
      author: null,
      published: published === null ? null : { value: published, basis: 'front matter', reason: null },
      url: null,
      summaryOf: null,
    },
    body: { start: 0, end: text.length },
    notes: [],
  }
  const blocked = { ...source, blocks: segmentBlocks(source) }
  return { ...blocked, ...segmentWords(blocked) }
}

/**
 * Expects what the braces in the sample say, and nothing else: `{2019-03-04|4 March 2019}` is a date with its EDTF,
 * `{duration|two years}` and `{set|annual}` have no value, nor has `{-|now}`. Times of day are as dates are.
 */
export function check(sample: string, published: string | null = null): void {
  const text = sample.replace(/\{[^|{}]*\|([^{}]*)\}/g, '$1')
  expect(mark(text, findTimes(documentOf(text, published)))).toBe(sample)
}

function mark(text: string, times: readonly TimeExpression[]): string {
  let marked = ''
  let behind = 0
  for (const { start, end, kind, edtf } of times) {
    const value = edtf ?? (kind === 'date' || kind === 'time' ? '-' : kind)
    marked += `${text.slice(behind, start)}{${value}|${text.slice(start, end)}}`
    behind = end
  }
  return marked + text.slice(behind)
}

/** The only time expression of a sample without braces. */
export function only(text: string, published: string | null = null): TimeExpression {
  const times = findTimes(documentOf(text, published))
  expect(times).toHaveLength(1)
  return times[0]!
}
