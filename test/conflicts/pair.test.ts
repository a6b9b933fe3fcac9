import { expect, test } from 'vitest'
import { annotate } from '../../pipeline/annotate.ts'
import { comparePair } from '../../pipeline/conflicts/index.ts'
import type { Source } from '../../pipeline/model/document.ts'
import { contentId, sha256 } from '../../pipeline/model/ids.ts'
import { KNOWLEDGE } from './builder.ts'

function sourceOf(text: string, path: string): Source {
  return {
    path,
    sha256: sha256(text),
    format: 'text',
    id: contentId('d', path, text),
    text,
    textSha256: sha256(text),
    metadata: { title: null, publisher: null, author: null, published: null, url: null, summaryOf: null },
    body: { start: 0, end: text.length },
    notes: [],
  }
}

const compare = (claim: string, evidence: string): string =>
  comparePair(
    annotate(sourceOf(claim, 'claim'), KNOWLEDGE),
    annotate(sourceOf(evidence, 'evidence'), KNOWLEDGE),
    KNOWLEDGE,
  ).label

test.each([
  [
    'The castle has more than 30 rooms.',
    'With its 28 rooms the castle is the smallest of the valley.',
    'REFUTES',
  ],
  ['The castle has more than 30 rooms.', 'The castle has 34 rooms and two towers.', 'SUPPORTS'],
  ['The castle has more than 30 rooms.', 'The castle has exactly 30 rooms.', 'REFUTES'],
  ['The bridge was opened before 1931.', 'The bridge was opened on 4 June 1934.', 'REFUTES'],
  ['The bridge was opened before 1931.', 'The bridge was opened on 4 June 1929.', 'SUPPORTS'],
  ['The bridge cost 3 million dollars.', 'A painter walked along the river at dawn.', 'NOT ENOUGH INFO'],
])('%s / %s: %s', (claim, evidence, label) => {
  expect(compare(claim, evidence)).toBe(label)
})
