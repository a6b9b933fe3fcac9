import { describe, expect, test } from 'vitest'
import { collectEvidence, findConflicts, findNearCopies } from '../../pipeline/conflicts/index.ts'
import { countIndependent } from '../../pipeline/conflicts/sources/independence.ts'
import { signatureOf, similarity } from '../../pipeline/conflicts/sources/minhash.ts'
import type { AnnotatedDocument, BlockKind } from '../../pipeline/model/document.ts'
import { corpus, KNOWLEDGE, type TestDocument } from './builder.ts'

/** A document whose blocks are lines: `reference: ...`, `boilerplate: ...`, else paragraphs. */
function evidenceOf(...lines: readonly string[]) {
  let text = ''
  const blocks = lines.map((line) => {
    const [, kind = 'paragraph', words = ''] = /^(?:(reference|boilerplate|code): )?(.*)$/s.exec(line) ?? []
    const start = text.length
    text += `${words}\n`
    return { start, end: start + words.length, kind: kind as BlockKind, section: [] }
  })
  return collectEvidence({ text, blocks, acronyms: [] } as unknown as AnnotatedDocument)
}

describe('evidence', () => {
  test('in-text citations, and not dates in brackets', () => {
    const { citations } = evidenceOf(
      'It grew (Rell 2013, 6) and fell (Sol, Ott, and Brand 2020; Amsel 1999), then rose (May 2013) (since 2014).',
    )
    expect(citations.map(({ author, year }) => `${author} ${year}`)).toEqual([
      'Rell 2013',
      'Sol 2020',
      'Amsel 1999',
    ])
  })

  test('wire credits, and not letters that look like them', () => {
    expect(evidenceOf('LINDEN (AP) – The bridge fell.').credits).toEqual(['Associated Press'])
    expect(evidenceOf('The toll rose, according to Reuters.').credits).toEqual(['Reuters'])
    expect(evidenceOf('She took the AP exam, according to the minister.').credits).toEqual([])
  })

  test.each([
    ['This article first appeared in The Coast Observer.', ['The Coast Observer']],
    ['Republished with permission from Harbour Weekly under a free licence.', ['Harbour Weekly']],
    ['boilerplate: Originally published by Tidal.org on 4 May', ['Tidal.org']],
    ['With files from The Canadian Press', ['The Canadian Press']],
    ['The law was first published in May.', []],
    ['Her story was published by the council.', []],
    ['The report was published on Monday.', []],
  ])('where a text was taken from: %s', (line, credits) => {
    expect(evidenceOf(line).credits).toEqual(credits)
  })

  test('a text with a new headline keeps its signature nearly; another text does not', () => {
    const wire = Array.from(
      { length: 60 },
      (_, at) => `Sentence ${at} tells what the harbour master saw at hour ${at * 7}.`,
    ).join(' ')
    const other = Array.from(
      { length: 60 },
      (_, at) => `Line ${at} reports how the committee voted on item ${at * 5}.`,
    ).join(' ')
    expect(similarity(signatureOf(wire), signatureOf(`Harbour master speaks. ${wire}`))).toBeGreaterThan(0.8)
    expect(similarity(signatureOf(wire), signatureOf(other))).toBeLessThan(0.2)
    expect(signatureOf('too short')).toEqual([])
  })
})

describe('independent sources', () => {
  const count = (documents: Readonly<Record<string, TestDocument>>) =>
    countIndependent(corpus(documents).documents).count
  const signature = signatureOf('the harbour master saw the ship leave at dawn with all of its lights out')

  test.each<[string, number, Record<string, TestDocument>]>([
    ['strangers', 2, { a: {}, b: {} }],
    ['copies of one text', 1, { a: { evidence: { signature } }, b: { evidence: { signature } } }],
    ['one publisher', 1, { a: { publisher: 'The Courier' }, b: { publisher: 'Courier' } }],
    ['one author', 1, { a: { author: 'Ada Rell' }, b: { author: 'Ada Rell' } }],
    ['one wire', 1, { a: { evidence: { credits: ['Reuters'] } }, b: { evidence: { credits: ['Reuters'] } } }],
    ['who is cited', 1, { a: { publisher: 'Reuters' }, b: { evidence: { credits: ['Reuters'] } } }],
    ['two restatements of one text', 1, { a: { summaryOf: 'The Ledger' }, b: { summaryOf: 'The Ledger' } }],
    [
      'restatements of two texts by one publisher',
      2,
      {
        a: { summaryOf: 'The Ledger', publisher: 'Digest' },
        b: { summaryOf: 'The Post', publisher: 'Digest' },
      },
    ],
    [
      'a restatement and what it restates',
      1,
      { a: { summaryOf: 'The Ledger' }, b: { publisher: 'The Ledger' } },
    ],
    [
      'who was reprinted',
      1,
      {
        a: { publisher: 'Coast Observer' },
        b: { evidence: evidenceOf('This article first appeared in The Coast Observer.') },
      },
    ],
    [
      'a paper that names the other in its references',
      1,
      {
        a: { title: 'Dams of the Northern Valleys' },
        b: {
          evidence: {
            references: [{ start: 0, end: 9, text: 'Rell, Ada. 2019. “Dams of the Northern Valleys.”' }],
          },
        },
      },
    ],
  ])('%s: %i', (_, expected, documents) => {
    expect(count(documents)).toBe(expected)
  })
})

describe('a passage in the same words', () => {
  const documents = corpus({ a: {}, b: {}, c: {} }).documents
  const QUOTE = '"no ship of ours was within ten miles of the reef that night"'
  test.each([
    ['is one source', `He said ${QUOTE}, it is reported.`, `The owner wrote: ${QUOTE}.`, 2],
    [
      'is no tie where a few words agree',
      'No ship of ours was near the reef.',
      'No ship of ours was there.',
      3,
    ],
  ])('%s', (_, a, b, count) => {
    const tellings = [
      { document: 'a', sentence: a },
      { document: 'b', sentence: b },
      { document: 'c', sentence: 'The reef was empty.' },
    ]
    expect(countIndependent(documents, tellings)).toMatchObject({
      count,
      why: expect.stringContaining(count < 3 ? 'a passage in the same words' : 'no tie'),
    })
  })
})

describe('near-copies', () => {
  const line = (at: number) =>
    `Sentence ${at} tells what the harbour master saw at hour ${at * 7} of the day.`
  const wire = Array.from({ length: 60 }, (_, at) => line(at)).join(' ')
  const signed = (id: string, text: string, published: string | null = null) => ({
    id,
    path: `${id}.md`,
    published,
    signature: signatureOf(text),
  })
  const links = (...texts: ReturnType<typeof signed>[]) =>
    findNearCopies(texts).map(({ document, origin }) => `${document} -> ${origin}`)

  test('are linked to the earliest, an undated one behind the dated; another text is none', () => {
    const texts = [
      signed('a', `Harbour master speaks. ${wire}`),
      signed('b', `${wire} He said no more.`, '2031-05-02'),
      signed('c', wire, '2031-05-01'),
      signed(
        'd',
        Array.from({ length: 60 }, (_, at) => `Line ${at} tells how item ${at * 5} fared.`).join(' '),
      ),
      signed('e', 'too short'),
    ]
    expect(links(...texts)).toEqual(['a -> c', 'b -> c'])
    expect(links(...texts.toReversed())).toEqual(['a -> c', 'b -> c'])
  })

  test('among thousands are found, and nothing else', () => {
    const texts = Array.from({ length: 2_000 }, (_, at) =>
      signed(
        `t${String(at).padStart(4, '0')}`,
        Array.from({ length: 40 }, (_, k) => `w${(at + 1) * (k + 3) ** 2}`).join(' '),
      ),
    )
    const copy = signed('u', Array.from({ length: 39 }, (_, k) => `w${8 * (k + 3) ** 2}`).join(' '))
    expect(links(...texts, copy)).toEqual(['u -> t0007'])
  })
})

describe('source checks', () => {
  const check = (documents: Readonly<Record<string, TestDocument>>) =>
    findConflicts(corpus(documents), KNOWLEDGE).conflicts.map(({ types, strength, positions }) => [
      types.join(),
      strength,
      ...positions.map(({ answer }) => answer),
    ])
  const acronym = (long: string) => ({
    evidence: { acronyms: [{ start: 0, end: 9, short: 'CRB', long, entity: null }] },
  })

  test('one acronym with two names', () => {
    expect(check({ a: acronym('Coastal Rescue Board'), b: acronym('Coastal Safety Board') })).toEqual([
      ['name', 'detail', 'Coastal Rescue Board', 'Coastal Safety Board'],
    ])
  })

  test.each([
    ['Coastal Rescue Board', 'Central Railway Bureau'],
    ['Coastal Defence Board', 'Coastal Defense Board'],
    ['Coastal Rescue Board', 'the Coastal Rescue Board'],
  ])('%s / %s are two bodies, or one spelt twice', (one, other) => {
    expect(check({ a: acronym(one), b: acronym(other) })).toEqual([])
  })

  test('a year that the reference list contradicts', () => {
    expect(
      check({
        a: {
          evidence: evidenceOf(
            'It fell (Rell 2013, 6).',
            'reference: 7. Rell, Ada. 2023. "Dams." May 2, 2013.',
          ),
        },
      }),
    ).toEqual([['citation', 'detail', '2013, in the text', '2023, in the reference list']])
  })

  test.each([
    [
      'two works of one author',
      ['It fell (Rell 2013).', 'reference: Rell, Ada. 2013. Dams.', 'reference: Rell, Ada. 2023. Rivers.'],
    ],
    ['a work that is not listed', ['It fell (Rell 2013).', 'reference: Sol, Mina. 2023. Rivers.']],
    ['a year inside the title', ['It fell (Rell 2013).', 'reference: Rell, Ada. 2013. "The flood of 2023."']],
  ])('%s', (_, lines) => {
    expect(check({ a: { evidence: evidenceOf(...lines) } })).toEqual([])
  })
})

describe('first names', () => {
  const names = (first: string, second: string) => {
    const { conflicts } = findConflicts(
      corpus({ Courier: { claims: first }, Herald: { claims: second } }),
      KNOWLEDGE,
    )
    return conflicts.map(({ question }) => question)
  }

  test('one mayor spelt two ways; not two people, nor two offices in texts about different matters', () => {
    expect(names('Stefan Ott | is | the mayor', 'Stephan Ott | is | the mayor of Linden')).toEqual([
      'What is the first name of mayor Ott?',
    ])
    expect(names('Stefan Ott | is | the mayor', 'Ada Rell | is | the mayor')).toEqual([])
    expect(names('Stefan Ott | is | the mayor', 'Stephan Ott | is | a nurse')).toEqual([])
    expect(
      names('Stefan Ott | is | the mayor\nStephan Ott | is | the mayor', 'Stephan Ott | is | the mayor'),
    ).toEqual([])
  })
})
