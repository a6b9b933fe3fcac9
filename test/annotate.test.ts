import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotate } from '../pipeline/annotate.ts'
import { loadKnowledge, shippedAnnotations } from '../pipeline/knowledge/index.ts'
import type { AnnotatedDocument } from '../pipeline/model/document.ts'
import { readSource } from '../pipeline/read/index.ts'
import { faults } from '../scripts/fuzz/faults.ts'

/** What holds of every layer on every text: a span is a quote, and lies in what it belongs to. */

const knowledge = loadKnowledge([shippedAnnotations()])

function annotateText(text: string, name = 'odd.md'): AnnotatedDocument {
  return annotate(readSource(name, Buffer.from(text), name), knowledge)
}

/** Pieces that break naive offsets, and pieces that make claims, so that odd text gets every layer. */
const pieces = fc.constantFrom(
  'The mayor of Norwick said the bridge was built in 1931.',
  'Rumours persisted, without evidence, that the firm kept a crew there.',
  'About 200 people were killed, the “Gazette” reported on 4 March 2021.',
  '# Heading',
  '- item one',
  '> quoted “words”',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '```\ncode\n```',
  '**bold** and _emphasis_ &amp; [link](https://example.org/a_b)',
  "It didn’t, couldn't and won’t.",
  '👩‍👩‍👧‍👦🏳️‍🌈',
  'e\u0301\u0323',
  'שלום עולם, said Dr. مرحبا.',
  '\u202edetrevni\u202c',
  '\u00a0',
  '\u2028',
  '\r\n',
  '\r',
  '\n\n',
  '\t',
  '\u0000',
  '\ud83d',
  '\ufeff',
  '(Rivers 2013, 6)',
  '[12]',
  'U.S.-led “talks” (UNO)…',
  '10–12 km²',
  '日本は東京で会談した。',
)

describe('every span of every layer', () => {
  it('lies in its parent, and its text is its slice, on odd text', () => {
    const odd = fc.array(fc.oneof({ weight: 6, arbitrary: pieces }, fc.string({ unit: 'binary' })), {
      maxLength: 12,
    })
    const texts = fc
      .tuple(odd, fc.constantFrom(' ', '', '\n', '\r\n\r\n'))
      .map(([parts, glue]) => parts.join(glue))
    fc.assert(
      fc.property(texts, fc.constantFrom('odd.md', 'odd.txt'), (text, name) => {
        fc.pre(/\S/.test(text) && !text.includes('\u0000') && !/^\ufeff?---/.test(text))
        expect(faults(annotateText(text, name))).toEqual([])
      }),
      { numRuns: 200, seed: 7 },
    )
  })

  it('does so on a text with a byte-order mark and carriage returns', () => {
    const document = annotateText(
      '\ufeff# Norwick\r\n\r\nThe bridge was built in 1931.\r\nIt fell in 2021.\r\n',
    )
    expect(faults(document)).toEqual([])
    expect(document.text.startsWith('#')).toBe(true)
    expect(document.claims.length).toBeGreaterThan(1)
  })

  it('does so on one line of a megabyte', () => {
    const sentence = 'The mayor of Norwick said the old bridge was built in 1931 by 200 workers. '
    const document = annotateText(sentence.repeat(1500) + 'x'.repeat(900_000))
    expect(faults(document)).toEqual([])
    expect(document.text.length).toBeGreaterThan(1_000_000)
    expect(document.claims.length).toBeGreaterThanOrEqual(1500)
  })

  it.each(['d-loft', 'n-ol lo U', 'E R WROTE THAT Z SPECIAL ES WERE IN AA FOR T 3![](X.'])(
    'does so on %s, which a stage once fell over',
    (text) => {
      expect(faults(annotateText(text, 'odd.txt'))).toEqual([])
    },
  )

  it('is the same the second time', () => {
    const text = 'Officials denied that the Norwick Bridge was built in 1931. It was not, they said.'
    expect(annotateText(text)).toEqual(annotateText(text))
  })
})
