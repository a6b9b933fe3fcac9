import { describe, expect, it } from 'vitest'
import type { Block, WithBlocks } from '../../pipeline/model/document.ts'
import { tokenize } from '../../pipeline/segment/tokens.ts'
import { segmentWords } from '../../pipeline/segment/words.ts'

/** The words of a text, with `|` between. */
function cut(text: string): string {
  const spans: number[] = []
  tokenize(text, 0, text.length, spans)
  const words: string[] = []
  for (let i = 0; i < spans.length; i += 2) words.push(text.slice(spans[i], spans[i + 1]))
  return words.join('|')
}

/** "form/lemma/pos/tag" of every word. */
function read(text: string): string[] {
  const whole: Block = { start: 0, end: text.length, kind: 'paragraph', section: [] }
  const { words } = segmentWords({
    text,
    format: 'text',
    body: whole,
    blocks: [whole],
  } as unknown as WithBlocks)
  return words.map(({ start, end, lemma, pos, tag }) => `${text.slice(start, end)}/${lemma}/${pos}/${tag}`)
}

describe('words as Universal Dependencies cuts them', () => {
  it.each([
    // clitics stand apart
    ["They don't know John's plan.", "They|do|n't|know|John|'s|plan|."],
    ['It’s theirs, we’ve heard.', 'It|’s|theirs|,|we|’ve|heard|.'],
    ["You cannot go; he wouldn't've.", "You|can|not|go|;|he|would|n't|'ve|."],
    ["The members' vote", "The|members|'|vote"],
    // inner apostrophes do not
    ["O'Connell met d'Estaing at nine o'clock", "O'Connell|met|d'Estaing|at|nine|o'clock"],
    // hyphens stand apart, except behind a prefix
    ['a 25-bed hospital', 'a|25|-|bed|hospital'],
    ['the well-known non-aligned states', 'the|well|-|known|non-aligned|states'],
    ['1999–2004', '1999|–|2004'],
    // numbers, money, units
    ['US$70 million, or £1,200.50', 'US$|70|million|,|or|£|1,200.50'],
    ['about 5% of 10km at 5pm', 'about|5|%|of|10|km|at|5|pm'],
    ['on 04/30/2001 at 10:30, the 20th, in the 1970s', 'on|04/30/2001|at|10:30|,|the|20th|,|in|the|1970s'],
    ['the C5+1 group', 'the|C5+1|group'],
    // abbreviations keep the stop
    [
      'Mr. J. Lund of the U.S. left at 5 p.m. on Sept. 3',
      'Mr.|J.|Lund|of|the|U.S.|left|at|5|p.m.|on|Sept.|3',
    ],
    ['No. 7 is here. No.', 'No.|7|is|here|.|No|.'],
    ['vitamin C.', 'vitamin|C|.'],
    ['the U.S.’s role', 'the|U.S.|’s|role'],
    // addresses are whole, without the punctuation behind them
    ['See https://example.org/a?b=c.', 'See|https://example.org/a?b=c|.'],
    ['(mail jane.doe@example.org)', '(|mail|jane.doe@example.org|)'],
    // quotation marks, dashes, runs
    ['“Go!” she said — twice...', '“|Go|!|”|she|said|—|twice|...'],
    ['and/or', 'and|/|or'],
    ['AT&T and R&D', 'AT&T|and|R&D'],
    // characters that are not one code unit, or not visible
    ['👩‍🔬 works', '👩‍🔬|works'],
    ['cafe\u0301\u00a0noir', 'cafe\u0301|noir'],
    ['\ufeffFirst\u200b', 'First'],
  ])('%s', (text, expected) => {
    expect(cut(text)).toBe(expected)
  })
})

describe('lemmas and tags', () => {
  it('undoes inflection by tag and keeps the case of names', () => {
    expect(read('The ministers visited larger ports in Tajikistan.')).toEqual([
      'The/the/DET/DT',
      'ministers/minister/NOUN/NNS',
      'visited/visit/VERB/VBD',
      'larger/large/ADJ/JJR',
      'ports/port/NOUN/NNS',
      'in/in/ADP/IN',
      'Tajikistan/Tajikistan/PROPN/NNP',
      '././PUNCT/.',
    ])
  })

  it('knows the short forms', () => {
    const words = read("They didn't see them.")
    expect(words).toContain("n't/not/PART/RB")
    expect(words).toContain('did/do/AUX/VBD')
    expect(words).toContain('them/they/PRON/PRP')
  })
})
