import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annotate } from '../pipeline/annotate.ts'
import { loadKnowledge, shippedAnnotations } from '../pipeline/knowledge/index.ts'
import type { AnnotatedDocument } from '../pipeline/model/document.ts'
import { contains, type Span } from '../pipeline/model/span.ts'
import { readSource } from '../pipeline/read/index.ts'

/** What holds of every layer on every text: a span is a quote, and lies in what it belongs to. */

const knowledge = loadKnowledge([shippedAnnotations()])

function annotateText(text: string, name = 'odd.md'): AnnotatedDocument {
  return annotate(readSource(name, Buffer.from(text), name), knowledge)
}

/** What is wrong with the spans of a document, in words; empty where all is well. */
function faults(document: AnnotatedDocument): string[] {
  const { text, blocks, sentences, words } = document
  const whole = { start: 0, end: text.length }
  const found: string[] = []
  const check = (what: string, span: Span, parent: Span) => {
    if (span.start >= span.end || !contains(parent, span)) {
      found.push(`${what} ${span.start}-${span.end} in ${parent.start}-${parent.end}`)
    }
  }
  const written = (what: string, part: { start: number | null; end: number | null; text: string }) => {
    if (part.start === null || part.end === null) return
    check(what, { start: part.start, end: part.end }, whole)
    if (text.slice(part.start, part.end) !== part.text) found.push(`${what}: "${part.text}" is not its slice`)
  }
  for (const block of blocks) check('block', block, whole)
  for (const sentence of sentences) {
    check('sentence', sentence, blocks[sentence.block]!)
    for (const word of words.slice(sentence.firstWord, sentence.endWord)) check('word', word, sentence)
  }
  for (const time of document.times) check('time', time, whole)
  for (const quantity of document.quantities) check('quantity', quantity, whole)
  for (const mention of document.mentions) check('mention', mention, whole)
  for (const acronym of document.acronyms) check('acronym', acronym, whole)
  for (const claim of document.claims) {
    check('claim', claim, whole)
    written('subject', claim.subject)
    written('relation', claim.relation)
    if (claim.object) written('object', claim.object)
    for (const qualifier of claim.qualifiers) written('qualifier', qualifier)
    for (const cue of claim.stanceCues) written('cue of stance', cue)
    if (claim.attribution) written('cue of attribution', claim.attribution.cue)
    if (claim.attribution?.speaker) written('speaker', claim.attribution.speaker)
  }
  return found
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

  it('is the same the second time', () => {
    const text = 'Officials denied that the Norwick Bridge was built in 1931. It was not, they said.'
    expect(annotateText(text)).toEqual(annotateText(text))
  })
})
