import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, WithBlocks } from '../../pipeline/model/document.ts'
import { segmentWords } from '../../pipeline/segment/words.ts'

function document(text: string, blocks?: readonly Block[]): WithBlocks {
  const whole: Block = { start: 0, end: text.length, kind: 'paragraph', section: [] }
  return { text, format: 'text', body: whole, blocks: blocks ?? [whole] } as unknown as WithBlocks
}

/** The tree of a sentence as lines "word relation head", without punctuation. */
function arcs(text: string): string[] {
  const { words } = segmentWords(document(text))
  return words
    .filter((word) => word.pos !== 'PUNCT')
    .map((word) => {
      const form = text.slice(word.start, word.end)
      if (word.head === null) return `${form} root`
      const head = words[word.head]!
      return `${form} ${word.deprel} ${text.slice(head.start, head.end)}`
    })
}

describe('dependency trees', () => {
  it('finds subject and object of an active verb', () => {
    expect(arcs('The company bought three ships.')).toEqual([
      'The det company',
      'company nsubj bought',
      'bought root',
      'three nummod ships',
      'ships obj bought',
    ])
  })

  it('tells the passive subject from the agent', () => {
    const tree = arcs('The bridge was built by the army in 1998.')
    expect(tree).toContain('bridge nsubj:pass built')
    expect(tree).toContain('was aux:pass built')
    expect(tree).toContain('army obl:agent built')
    expect(tree).toContain('1998 obl built')
  })

  it('hangs what is said on the verb of saying', () => {
    const tree = arcs('The minister said that the port will open soon.')
    expect(tree).toContain('said root')
    expect(tree).toContain('open ccomp said')
    expect(tree).toContain('port nsubj open')
  })

  it('marks possessors, copulas and negation', () => {
    expect(arcs("The town's mayor isn't a member of the party.")).toEqual([
      'The det town',
      'town nmod:poss mayor',
      "'s case town",
      'mayor nsubj member',
      'is cop member',
      "n't advmod member",
      'a det member',
      'member root',
      'of case party',
      'the det party',
      'party nmod member',
    ])
  })
})

describe('layers on any text', () => {
  const odd = fc.string({
    unit: fc.constantFrom(
      ...[
        'a',
        'B',
        'the',
        ' ',
        ' ',
        ' ',
        '.',
        '. ',
        '"',
        '“',
        '”',
        '’',
        "'s",
        "n't",
        '-',
        '—',
        '\n',
        '\r\n',
        '\t',
      ],
      ...[
        '\u00a0',
        '\u0000',
        '\ufeff',
        '\u200b',
        '\u0301',
        'é',
        '😀',
        '👩‍🔬',
        '🇹🇯',
        'مرحبا',
        '東京。',
        '\ud800',
        '\u00ad',
      ],
      ...[
        'U.S.',
        'Mr. ',
        '$',
        '1,200.5',
        '%',
        '(',
        ')',
        '[1]',
        '…',
        '?!',
        'http://a.b/c',
        'a@b.cd',
        '@',
        '#',
        '&',
        '+',
      ],
    ),
    maxLength: 60,
  })

  it('has words inside sentences inside blocks, in order, and one tree a sentence', () => {
    fc.assert(
      fc.property(fc.array(odd, { minLength: 1, maxLength: 4 }), (parts) => {
        const blocks: Block[] = []
        let text = ''
        for (const part of parts) {
          blocks.push({ start: text.length, end: text.length + part.length, kind: 'paragraph', section: [] })
          text += `${part}\n\n`
        }
        const { sentences, words } = segmentWords(document(text, blocks))
        let at = 0
        let word = 0
        for (const sentence of sentences) {
          const block = blocks[sentence.block]!
          expect(sentence.start).toBeGreaterThanOrEqual(Math.max(at, block.start))
          expect(sentence.end).toBeLessThanOrEqual(block.end)
          expect(sentence.firstWord).toBe(word)
          expect(sentence.endWord).toBeGreaterThan(word)
          at = sentence.start
          const range = words.slice(sentence.firstWord, sentence.endWord)
          for (const { start, end } of range) {
            expect(start).toBeGreaterThanOrEqual(at)
            expect(end).toBeGreaterThan(start)
            expect(text.slice(start, end)).not.toMatch(/^\s|\s$/)
            at = end
          }
          expect(at).toBeLessThanOrEqual(sentence.end)
          expect(range.filter(({ head }) => head === null)).toHaveLength(1)
          range.forEach((_, i) => {
            let above: number | null = sentence.firstWord + i
            for (let steps = 0; above !== null; steps += 1) {
              expect(steps).toBeLessThanOrEqual(range.length)
              expect(above >= sentence.firstWord && above < sentence.endWord).toBe(true)
              above = words[above]!.head
            }
          })
          word = sentence.endWord
          at = sentence.end
        }
        expect(word).toBe(words.length)
      }),
      { numRuns: 150 },
    )
  })

  it('takes a sentence of ten thousand words, and words without end', () => {
    const long = 'The ferry left the port, and nobody on the quay saw it again '.repeat(1_000)
    const { sentences, words } = segmentWords(document(long))
    expect(words).toHaveLength(14_000)
    // Cut between words, for nobody wrote it: each claim of a sentence shows the sentence.
    expect(sentences.every(({ start, end }) => end - start <= 2_000)).toBe(true)
    for (const unit of ['a', '.', '!', '-', '1', "'", '(', '\n', ' ', 'a.', 'a-', '@', '’s', '😀']) {
      const text = unit.repeat(3_000)
      for (const word of segmentWords(document(text)).words) expect(word.end).toBeLessThanOrEqual(text.length)
    }
  })

  it('leaves code without sentences', () => {
    const text = 'let x = 1'
    const code: Block = { start: 0, end: text.length, kind: 'code', section: [] }
    expect(segmentWords(document(text, [code]))).toEqual({ sentences: [], words: [] })
  })
})
