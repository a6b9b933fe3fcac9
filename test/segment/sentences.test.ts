import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../pipeline/segment/sentences.ts'

/** The sentences of a block, with ` | ` between. */
function cut(text: string): string {
  return splitSentences(text, { start: 0, end: text.length })
    .map(({ start, end }) => text.slice(start, end))
    .join(' | ')
}

describe('sentences end', () => {
  it.each([
    'The ferry sank. | Nobody was hurt.',
    'Did it sink? | No! | It ran aground.',
    '“It was dark.” | The captain wept.',
    'He joined in the U.S. | They had met before.',
    'The report was thin.[12] | Others were not.',
    'They waited... | Then the lights went out.',
    'It opened in 2006. | 38 people came.',
    'The deal with Ward & Co. | It was signed in May.',
    'They met in Dover, D.C. | Neither spoke.',
    'The bridge fell into the river at 6 p.m. | According to divers, it was old.',
    'The bridge fell into the river at 6 p.m. | Divers came.',
  ])('%s', (marked) => {
    expect(cut(marked.replaceAll(' | ', ' '))).toBe(marked)
  })

  it('where the space behind the stop was lost', () => {
    expect(cut('The line broke off.Then it came back...Nobody knew. See Node.js or example.com.')).toBe(
      'The line broke off. | Then it came back... | Nobody knew. | See Node.js or example.com.',
    )
  })
})

describe('sentences go on', () => {
  it.each([
    'Dr. Lund and Gen. J. R. Okafor left Washington, D.C. on Tuesday.',
    'The U.S. Government bought No. 7 and p. 12 of vol. 3.',
    'Roe v. Ward and Para. 2 were read at Pt. Ellis.',
    '“Stop!” he shouted, and “Why?” she asked.',
    'The price rose 3.5 percent (it was 2.1 before).',
    'Yahoo! was the host.',
    'At 6 p.m. Divers Ltd sent help.',
    'The bridge fell into the river at 6 p.m. Eastern time.',
    'He said it was cold . . . and went on.',
    'See approx. five pages, e.g. the first.',
    '1. The first point stands.',
    'The claim was “settled.” (Lund 2015)',
  ])('%s', (text) => {
    expect(cut(text)).toBe(text)
  })
})

it('trims white space and leaves blank blocks without sentences', () => {
  expect(splitSentences('  One.\n\n  Two. \u00a0', { start: 0, end: 16 })).toEqual([
    { start: 2, end: 6 },
    { start: 10, end: 14 },
  ])
  expect(splitSentences(' \n\t ', { start: 0, end: 4 })).toEqual([])
})

it('cuts what is no sentence any more between words, and loses nothing', () => {
  const text = `${'the mill was sold 🚢 and '.repeat(400)}${'x'.repeat(5_000)}`
  const pieces = cut(text).split(' | ')
  expect(pieces.every((piece) => piece.length <= 2_000)).toBe(true)
  expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  expect(
    pieces
      .slice(0, 3)
      .every((piece) => /^(?:the|mill|was|sold|🚢|and) .* (?:the|mill|was|sold|🚢|and)$/u.test(piece)),
  ).toBe(true)
})
