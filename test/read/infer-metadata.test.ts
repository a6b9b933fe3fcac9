import { describe, expect, it } from 'vitest'
import { readSource } from '../../pipeline/read/index.ts'

const PROSE = 'The old ferry left the harbour at noon and reached the island after dark, its master said.'

function inferred(text: string, name = 'a.txt'): Record<string, string> {
  const { metadata } = readSource(name, new TextEncoder().encode(text))
  return Object.fromEntries(
    Object.entries(metadata).flatMap(([key, known]) => (known ? [[key, known.value]] : [])),
  )
}

describe('what the head of a text shows', () => {
  it('a web page: title with the site behind it, byline, date', () => {
    expect(
      inferred(
        `Ferry lost in the fog | Harbour Watch\nBy Jane Roe and Max Muster, staff writers\nMay 4, 2021 · 3 min read\n\n${PROSE}`,
      ),
    ).toEqual({
      title: 'Ferry lost in the fog',
      publisher: 'Harbour Watch',
      author: 'Jane Roe, Max Muster',
      published: '2021-05-04',
    })
    expect(inferred(`Ferry lost in the fog – The Courier\n\n${PROSE}`).publisher).toBe('The Courier')
  })

  it('a medium below the title, where a byline or a date comes next', () => {
    const below = (next: string) =>
      inferred(`Ferry lost in the fog\nThe Harrow Tribune\n${next}\n\n${PROSE}`).publisher
    expect(below('By Jane Roe')).toBe('The Harrow Tribune')
    expect(below('4 May 2021')).toBe('The Harrow Tribune')
    expect(below('Her master was not aboard')).toBeUndefined()
  })

  it('a paper: masthead, title, author with affiliation', () => {
    expect(
      inferred(
        `JOURNAL OF ISLAND STUDIES (JIS)\nA peer-reviewed quarterly\nVolume 4, Issue 2, March 2021\n\nFerries And Their Islands\n\nJane Q. Roe\nUniversity of Harrow\n\nAbstract:\n\n${PROSE}`,
      ),
    ).toEqual({
      title: 'Ferries And Their Islands',
      publisher: 'JOURNAL OF ISLAND STUDIES (JIS)',
      author: 'Jane Q. Roe',
      published: '2021-03',
    })
  })

  it('a blog: handle and a day without a year', () => {
    expect(inferred(`What became of the old ferry?\n- SeaDog77\n- Jun 8\n- 4 min read\n${PROSE}`)).toEqual({
      title: 'What became of the old ferry?',
      author: 'SeaDog77',
      published: 'XXXX-06-08',
    })
  })

  it('a title over several lines, in capitals or in bold', () => {
    expect(inferred(`THE LOSS OF THE OLD FERRY\nAND OF HER CREW\n\n${PROSE}`).title).toBe(
      'THE LOSS OF THE OLD FERRY AND OF HER CREW',
    )
    expect(inferred(`**The loss of the old ferry\nMarta Osk**\n\n${PROSE}`).title).toBe(
      'The loss of the old ferry Marta Osk',
    )
  })

  it('a Markdown heading, a dateline, an address, a copyright line', () => {
    expect(
      inferred(
        `# Ferry lost\n\nSource: https://example.org/ferry\n\nPORT HARROW, May 4 (Northern Wire) - ${PROSE}\n\n© 2021 The Island Post. All rights reserved.`,
        'a.md',
      ),
    ).toEqual({
      title: 'Ferry lost',
      publisher: 'The Island Post',
      published: 'XXXX-05-04',
      url: 'https://example.org/ferry',
    })
  })

  it('says from what it was inferred', () => {
    const { metadata } = readSource(
      'a.txt',
      new TextEncoder().encode(`Ferry lost in the fog\n\nPublished: 4 May 2021\n\n${PROSE}`),
    )
    expect(metadata.published).toEqual({ value: '2021-05-04', basis: 'text', reason: 'date line, line 3' })
  })

  it('fills only what the front matter leaves out', () => {
    expect(inferred(`---\ntitle: Mine\n---\n# Ferry lost\n\nBy Jane Roe\n\n${PROSE}`, 'a.md')).toEqual({
      title: 'Mine',
      author: 'Jane Roe',
    })
  })
})

describe('nothing is guessed', () => {
  it.each([
    ['prose alone', PROSE],
    [
      'wrapped prose',
      'The old ferry left the harbour at noon and reached\nthe island after dark. Her owners had bought a new\nship by then, and few of her crew came back.',
    ],
    ['a lone line', 'Ferry lost in the fog'],
    ['debris', `date\n\nHome » News » Ferry\n\n${PROSE}`],
  ])('%s has no title', (_, text) => {
    expect(inferred(text)).toEqual({})
  })

  it.each([
    ['a speaker behind a dash', 'Fares will rise – minister'],
    ['a long second half', 'Harrow - the port and the people who live from its two old ferries'],
    ['countries', 'Trade between the islands – Harrow and Brannick'],
  ])('%s is no publisher', (_, title) => {
    expect(inferred(`${title}\n\n${PROSE}`)).toEqual({ title })
  })

  it.each([
    ['a lone name may be a place', 'Port Harrow'],
    ['a year', 'By 2030 all ferries will be new'],
    ['a way', 'By air and sea'],
  ])('%s: no author', (_, line) => {
    expect(inferred(`Ferry lost in the fog\n\n${line}\n\n${PROSE}`).author).toBeUndefined()
  })

  it('dates inside prose are no date of publication', () => {
    expect(
      inferred(`Ferry lost in the fog\n\nOn 4 May 2021 the ferry left the harbour at noon with 40 aboard.`)
        .published,
    ).toBeUndefined()
  })
})
