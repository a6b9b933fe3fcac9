import picocolors from 'picocolors'
import { describe, expect, it } from 'vitest'
import { contextOf } from '../../scripts/terminal/context.ts'
import { printDevelopments } from '../../scripts/terminal/development-view.ts'
import { harmless, harmlessEscapes } from '../../scripts/terminal/harmless.ts'
import { clip, columns, wrap, wrapBehind } from '../../scripts/terminal/layout.ts'
import { duration } from '../../scripts/terminal/progress.ts'

describe('text of articles on a terminal', () => {
  it('shows what would steer the terminal', () => {
    expect(harmless('a\u001b[31mred\u0007')).toBe('a␛[31mred␇')
    expect(harmless('\u009b2J')).toBe('<U+009B>2J')
    expect(harmless('abc\u202edef\u2066')).toBe('abc<U+202E>def<U+2066>')
  })

  it('leaves words of any script, line feeds and emoji alone', () => {
    const text = 'naïve Ελλάδα 日本 שלום 👩‍🚀\n\tend'
    expect(harmless(text)).toBe(text)
  })

  it('escapes in JSON what a parser gives back unchanged', () => {
    const value = { quote: 'x\u001b\u009b\u202ey "z"\n' }
    const json = harmlessEscapes(JSON.stringify(value))
    expect(json).toMatch(/^[ -~]+$/)
    expect(JSON.parse(json)).toEqual(value)
  })
})

describe('lines', () => {
  it('breaks at words and hangs the rest behind the label', () => {
    expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four'])
    expect(wrapBehind('Next  ', 'Next  ', 'one two three', 13)).toEqual(['Next  one two', '      three'])
  })

  it('cuts a word that is longer than a line, and takes a megabyte of them', () => {
    expect(wrap('x'.repeat(20), 8)).toEqual(['xxxxxxxx', 'xxxxxxxx', 'xxxx'])
    expect(wrap('y'.repeat(1_000_000), 80).length).toBe(12_500)
  })

  it('counts columns, not code units', () => {
    expect(columns('e\u0301')).toBe(1)
    expect(columns('日本')).toBe(4)
    expect(clip('a long  line\nof text', 8)).toBe('a long…')
  })

  it('says how long in words', () => {
    expect([0.84, 42, 59.7, 200, 7500].map(duration)).toEqual([
      '0.8 s',
      '42 s',
      '1 min 0 s',
      '3 min 20 s',
      '2 h 5 min',
    ])
  })
})

describe('context', () => {
  it('is the paragraph around the evidence', () => {
    const text = 'Before.\n\nThe pier was shut. It leaked.\n\nAfter.'
    const start = text.indexOf('was shut')
    const record = { document: { text }, start, end: start + 8 } as Parameters<typeof contextOf>[0]
    const { before, evidence, after } = contextOf(record)
    expect([before.trim(), evidence, after]).toEqual(['The pier', 'was shut', '. It leaked.'])
  })
})

describe('developments', () => {
  it('are a question with a line for each date', () => {
    const lines: string[] = []
    const terminal = {
      width: 60,
      colors: picocolors.createColors(false),
      print: (line = '') => void lines.push(line),
      say: () => {},
    }
    const steps = [
      { asOf: '2021-03-02', answer: '14 dead', claims: [] },
      { asOf: null, answer: '19 dead', claims: [] },
    ]
    printDevelopments([{ id: 'v_1', topic: 't_1', question: 'How many died?', steps }], terminal)
    expect(lines.slice(1)).toEqual(['  How many died?', '    2021-03-02  14 dead', '    no date     19 dead'])
    lines.length = 0
    printDevelopments([], terminal)
    expect(lines).toEqual([])
  })
})
