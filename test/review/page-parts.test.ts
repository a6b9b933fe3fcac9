import { describe, expect, it } from 'vitest'
import { readAddress, writeAddress } from '../../pipeline/review/page/address.ts'
import { plainText, shownPieces } from '../../pipeline/review/page/control-characters.ts'
import { claimsAt, cutLongBlocks, marksByBlock, segmentsOf } from '../../pipeline/review/page/segments.ts'
import { counted, dateWords, rangeWords } from '../../pipeline/review/page/words.ts'

describe('the parts of the review page', () => {
  it('names characters that would act, and leaves those that are only read', () => {
    expect(plainText('a\u202eb\u001b[31m\u0000\u2067')).toBe('a[U+202E]b[U+001B][31m[U+0000][U+2067]')
    for (const plain of ['tab\tline\r\n', 'می‌خواهم', '👩‍🚒', 'é<script>'])
      expect(shownPieces(plain)).toEqual([{ start: 0, text: plain, named: null }])
    expect(shownPieces('ab\u202ecd', 10).map(({ start }) => start)).toEqual([10, 12, 13])
  })

  it('cuts a block where marks begin and end, the evidence above the rest', () => {
    const mark = (start: number, end: number, kind: 'evidence' | 'topic') => ({
      start,
      end,
      kind,
      claim: null,
      position: null,
      says: null,
      stance: null,
      corrected: false,
    })
    const marks = [mark(0, 4, 'evidence'), mark(2, 6, 'topic'), mark(7, 12, 'topic')]
    const blocks = [
      { start: 0, end: 6 },
      { start: 8, end: 9 },
      { start: 11, end: 20 },
      { start: 22, end: 24 },
    ]
    expect(marksByBlock(blocks, marks).map((here) => here.map(({ start }) => start))).toEqual([
      [0, 2],
      [7],
      [7],
      [],
    ])
    const cut = segmentsOf({ start: 0, end: 8 }, marks, { start: 1, end: 4 })
    expect(cut.map(({ start, end, mark, asked }) => [start, end, mark?.kind ?? null, asked])).toEqual([
      [0, 1, 'evidence', false],
      [1, 2, 'evidence', true],
      [2, 4, 'evidence', true],
      [4, 6, 'topic', false],
      [6, 7, null, false],
      [7, 8, 'topic', false],
    ])
    expect(cut.map(({ first }) => first)).toEqual([true, false, false, true, false, true])
  })

  it('finds all claims at a place, the one that is shown there first, and nothing that is none', () => {
    const mark = (claim: string | null, start: number, end: number, kind: 'evidence' | 'claim') => {
      return { claim, start, end, kind, position: null, says: null, stance: null, corrected: false }
    }
    const marks = [
      mark('whole', 0, 30, 'claim'),
      mark(null, 5, 20, 'evidence'),
      mark('part', 10, 20, 'evidence'),
      mark('other', 20, 30, 'claim'),
    ]
    const found = (at: number) => claimsAt(marks, at).map(({ claim }) => claim)
    expect([found(5), found(10), found(20), found(30)]).toEqual([
      ['whole'],
      ['part', 'whole'],
      ['whole', 'other'],
      [],
    ])
  })

  it('shows a long block in parts, cut at white space, never inside a character', () => {
    const parts = (text: string) =>
      cutLongBlocks(text, [{ start: 0, end: text.length, kind: 'paragraph' }], 6).map(({ start, end }) =>
        text.slice(start, end),
      )
    expect(parts('one two three')).toEqual(['one ', 'two ', 'three'])
    expect(parts('👩👩👩👩')).toEqual(['👩👩👩', '👩'])
    expect(parts('a👩👩👩👩')).toEqual(['a👩👩', '👩👩'])
    expect(parts('short')).toEqual(['short'])
  })

  it('reads back the address that it writes, and leaves out what it does not know', () => {
    const address = '/?dispute=x_1&type=time&q=a+%26+b&page=3'
    expect(writeAddress(readAddress(address.slice(1)))).toBe(address)
    expect(writeAddress({ source: 'Tide', against: 'Gull' })).toBe('/?source=Tide&against=Gull')
    expect(writeAddress({ source: '', against: 'Gull' })).toBe('/')
    expect(writeAddress(readAddress('?token=secret&page=-2&view=nothing'))).toBe('/')
  })

  it.each([
    ['2026-03-09', '9 March 2026'],
    ['2026-03', 'March 2026'],
    ['199X', '1990s'],
    ['1996~', 'about 1996'],
    ['XXXX-06-08', '8 June'],
    ['2014/..', 'since 2014'],
    ['2010-05/2012', 'May 2010 to 2012'],
    ['2001-21', '2001-21'],
    ['soon', 'soon'],
  ])('says %s as %s', (edtf, words) => expect(dateWords(edtf)).toBe(words))

  it('says a stretch of days once', () => {
    expect(rangeWords('2026-03-09', '2026-03-17')).toBe('9 – 17 March 2026')
    expect(rangeWords('2026-02-28', '2026-03-03')).toBe('28 February – 3 March 2026')
    expect(rangeWords('2025-12-31', '2026-12-31')).toBe('31 December 2025 – 31 December 2026')
    expect(rangeWords('2026', '2026')).toBe('2026')
  })

  it('counts in words', () => {
    expect([counted(1, 'source'), counted(0, 'source'), counted(12345, 'dispute')]).toEqual([
      '1 source',
      '0 sources',
      '12,345 disputes',
    ])
  })
})
