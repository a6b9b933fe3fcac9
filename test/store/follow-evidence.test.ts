import { expect, it } from 'vitest'
import type { JudgedDispute } from '../../pipeline/model/verdict.ts'
import { type CurrentEvidence, follow, newEvidence } from '../../pipeline/store/follow-evidence.ts'

const TEXT = 'The quay was closed in May. The mill burned down. Nobody saw the fire.'
const LATER = `Corrected on Friday. ${TEXT}`

/** A piece of evidence by its words; `claim` names it where the same rule found it. */
function current(
  conflict: string,
  position: string,
  words: string,
  text = TEXT,
  claim: string | null = null,
) {
  const start = text.indexOf(words)
  const document = text === TEXT ? 'd_first' : 'd_later'
  const found = { start, end: start + words.length, quote: words }
  return { conflict, position, claim, document, path: 'a.txt', ...found } satisfies CurrentEvidence
}

const judgedAs = (words: string, claim: string | null = null) => {
  const start = TEXT.indexOf(words)
  return { claim, document: 'd_first', start, end: start + words.length, quote: words }
}

const JUDGED: JudgedDispute = {
  conflict: 'x_1',
  question: 'What happened?',
  position: 'p_2',
  positions: [
    { id: 'p_1', answer: 'closed', evidence: [judgedAs('The quay was closed in May', 'c_1')] },
    { id: 'p_2', answer: 'burned', evidence: [judgedAs('The mill burned down')] },
    { id: 'p_3', answer: 'unseen', evidence: [judgedAs('Nobody saw the fire')] },
  ],
}
const DOCUMENTS = { d_first: { sha256: '0'.repeat(64), path: 'a.txt' } }

it.each<[string, readonly CurrentEvidence[], { conflict: string; position: string | null } | null]>([
  [
    'finds what a better rule cuts otherwise, under whatever id',
    [current('x_9', 'p_8', 'quay was closed in May'), current('x_9', 'p_9', 'mill burned down')],
    { conflict: 'x_9', position: 'p_9' },
  ],
  [
    'finds the same words in a later text at the same path',
    [
      current('x_1', 'p_1', 'The mill burned down', LATER),
      current('x_1', 'p_7', 'Nobody saw the fire', LATER),
    ],
    { conflict: 'x_1', position: 'p_1' },
  ],
  [
    'finds a claim by its id, wherever it stands now',
    [current('x_1', 'p_1', 'Nobody', TEXT, 'c_1'), current('x_1', 'p_1', 'The mill burned down')],
    { conflict: 'x_1', position: 'p_1' },
  ],
  [
    'takes the dispute that holds the most',
    [
      current('x_1', 'p_1', 'The mill burned down'),
      current('x_1', 'p_1', 'Nobody saw the fire'),
      current('x_2', 'p_4', 'The quay was closed in May'),
      current('x_2', 'p_5', 'The mill burned down'),
      current('x_2', 'p_5', 'Nobody saw the fire'),
    ],
    { conflict: 'x_2', position: 'p_5' },
  ],
  ['leaves a dispute alone that holds a third of it', [current('x_1', 'p_1', 'The mill burned down')], null],
  [
    'leaves words alone that only touch what was judged',
    [current('x_1', 'p_1', 'May. The'), current('x_1', 'p_1', 'down. Nobody')],
    null,
  ],
  [
    'tells no position where what held is gone',
    [current('x_1', 'p_1', 'The quay was closed in May'), current('x_1', 'p_3', 'Nobody saw the fire')],
    { conflict: 'x_1', position: null },
  ],
])('a verdict %s', (_, among, expected) => {
  expect(follow(JUDGED, DOCUMENTS, among)).toEqual(expected)
})

it('tells what nobody had judged', () => {
  const among = [
    current('x_1', 'p_1', 'mill burned down'),
    current('x_1', 'p_1', 'Corrected on Friday', LATER),
  ]
  expect(newEvidence(JUDGED, DOCUMENTS, among).map(({ quote }) => quote)).toEqual(['Corrected on Friday'])
})
