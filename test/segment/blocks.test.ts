import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../pipeline/read/index.ts'
import { segmentBlocks } from '../../pipeline/segment/blocks.ts'
import { maskMarkup } from '../../pipeline/segment/markdown.ts'

/** One line a block: kind, section, and the block's own characters with line ends shown. */
function blocks(text: string, name = 'sample.txt'): string[] {
  const source = readSource(name, new TextEncoder().encode(text))
  return segmentBlocks(source).map(({ start, end, kind, section }) => {
    const quote = source.text.slice(start, end).replace(/\r?\n/g, '⏎')
    return `${kind}${section.length > 0 ? ` in ${section.join(' > ')}` : ''}: ${quote}`
  })
}

const PROSE = 'The old ferry left the harbour at noon and reached the island after dark.'
const MORE = 'Her owners had bought a second ship by then, and the island had a doctor.'
const THIRD = 'Nobody on the pier had seen the fog come in that evening, the master said.'

describe('plain text', () => {
  it('keeps wrapped lines together and lets lines that stand alone be paragraphs', () => {
    const wrapped =
      'The old ferry left the harbour at noon and reached\nthe island after dark. Her owners had bought a new\nship by then, and few of her crew came back.'
    expect(blocks(wrapped)).toEqual([`paragraph: ${wrapped.replaceAll('\n', '⏎')}`])
    const alone = `${PROSE} ${MORE} ${THIRD}\n${MORE}\n${THIRD} ${PROSE}`
    expect(blocks(alone)).toHaveLength(3)
  })

  it('joins a paragraph that a page break tore, and only that', () => {
    const torn = `${PROSE}\n\nThe survey of the wreck was begun in spring and carried on\n\nthrough the whole of the summer.\n\n${MORE}`
    expect(blocks(torn)[1]).toBe(
      'paragraph: The survey of the wreck was begun in spring and carried on⏎⏎through the whole of the summer.',
    )
    const chat = 'i would never go on that old ferry again my friend\n\nthe crew was nice though'
    expect(blocks(chat)).toHaveLength(2)
    const whole = `${PROSE}\n\n${MORE}`
    expect(blocks(whole)).toHaveLength(2)
  })

  it('finds headings over prose, with the levels that their form shows', () => {
    expect(
      blocks(
        `A ferry and its island\n\nThe first years:\n\nHarrow\n\n${PROSE}\n\nThe last years:\n\n${MORE}`,
      ),
    ).toEqual([
      'heading: A ferry and its island',
      'heading: The first years:',
      'heading in The first years: Harrow',
      `paragraph in The first years > Harrow: ${PROSE}`,
      'heading: The last years:',
      `paragraph in The last years: ${MORE}`,
    ])
    expect(blocks(`2. The wreck\n\n${PROSE}\n\n2.1 The survey\n\n${MORE}`)).toEqual([
      'heading: The wreck',
      `paragraph in The wreck: ${PROSE}`,
      'heading in The wreck: 2.1 The survey',
      `paragraph in The wreck > The survey: ${MORE}`,
    ])
  })

  it.each([
    ['no stop, but a sentence', 'The report on the loss of the ship is given below'],
    ['speech', '“We will raise her before the winter”'],
    ['lower case', 'see you on the pier'],
    ['a stop', 'She sank.'],
    ['a figure', 'Passengers aboard: 214'],
  ])('leaves what is no heading alone: %s', (_, line) => {
    expect(blocks(`${THIRD}\n\n${line}\n\n${PROSE}`)[1]).toBe(`paragraph: ${line}`)
  })

  it('makes a heading of a run-in head', () => {
    expect(blocks(`Introduction. ${PROSE}\n\nIntroduction of the new ferry took a year. ${MORE}`)).toEqual([
      'heading: Introduction.',
      `paragraph in Introduction: ${PROSE}`,
      `paragraph in Introduction: Introduction of the new ferry took a year. ${MORE}`,
    ])
  })

  it('takes the marker off list items', () => {
    expect(blocks(`${PROSE}\n\n1. The bow door was open.\n2. The pumps failed.\n- Nobody called.`)).toEqual([
      `paragraph: ${PROSE}`,
      'item: The bow door was open.',
      'item: The pumps failed.',
      'item: Nobody called.',
    ])
  })
})

describe('a page as it is copied', () => {
  it('keeps the story and marks its surroundings', () => {
    expect(
      blocks(
        `Menu\nThe Harrow Post\nFerry lost in the fog off Harrow\nFour still missing; search goes on\nBy Jane Roe\n4 May 2021\nImage caption, The pier on Monday\n\n${PROSE}\n${MORE}\n\nRelated stories:\nA short history of the ferry\nThe storm of 1998\n\nThe search\n\n${THIRD}\n\nMore on this story\n- How to help\n\nTop stories`,
      ),
    ).toEqual([
      'boilerplate: Menu',
      'boilerplate: The Harrow Post',
      'heading: Ferry lost in the fog off Harrow',
      'paragraph: Four still missing; search goes on',
      'boilerplate: By Jane Roe',
      'boilerplate: 4 May 2021',
      'boilerplate: Image caption, The pier on Monday',
      `paragraph: ${PROSE}`,
      `paragraph: ${MORE}`,
      'boilerplate: Related stories:',
      'boilerplate: A short history of the ferry',
      'boilerplate: The storm of 1998',
      'heading: The search',
      `paragraph in The search: ${THIRD}`,
      'boilerplate in The search: More on this story',
      'boilerplate in The search: How to help',
      'boilerplate in The search: Top stories',
    ])
  })
})

describe('reference lists', () => {
  it('are found by their heading and by the shape of their entries', () => {
    const entry = 'Roe, Jane. 2015. "Ferries of the North." Journal of Ships 5 (1): 10-22.'
    expect(
      blocks(
        `${PROSE}\n\nReferences:\n\n1. ${entry}\n2. Harbour Office. Report, 2019.\n\nNewspapers and sites\n\n1. ${entry}`,
      ),
    ).toEqual([
      `paragraph: ${PROSE}`,
      'heading: References:',
      `reference in References: ${entry}`,
      'reference in References: Harbour Office. Report, 2019.',
      'heading in References: Newspapers and sites',
      `reference in References > Newspapers and sites: ${entry}`,
    ])
    expect(blocks(`${PROSE}\n\n1. ${entry}\n2. ${entry}\n3. ${entry}`).slice(1)).toEqual(
      Array(3).fill(`reference: ${entry}`),
    )
  })

  it('end where prose begins again, and "Sources" over prose is none', () => {
    expect(blocks(`${PROSE}\n\nSources\n\n${MORE}`)[2]).toBe(`paragraph in Sources: ${MORE}`)
  })
})

describe('boilerplate', () => {
  const kindOf = (line: string): string =>
    blocks(`A ferry and its island\n\n${PROSE}\n\n${MORE}\n\n${line}\n\n${THIRD}`)[3]!.split(/[: ]/)[0]!

  it.each([
    'Enjoying this story? Click here to subscribe for full access.',
    'Only €4 per month. Cancel your subscription at any time.',
    'Sign up for our newsletter and get the week in your inbox.',
    'News » Islands » A ferry and its island',
    'Home | News | Sport | Contact us',
    'Published: 4 May 2021, 10:15 AM',
    '12 May 2021 · 4 min read',
    'By Jane Roe and Max Muster',
    'Photo: Jane Roe / Harbour Office',
    'Figure 2. The wreck in spring',
    'Keywords: ferries, islands, safety',
    'Tel: +44 20 7946 0000',
    'jane.roe@example.org',
    'Comments (12)',
    'Visitors may not be logged out. Log in to post a comment.',
    '© 2021 The Island Post. All rights reserved.',
    'ISSN: 2049-3630 | Volume 4, Issue 2',
    'Page 3 of 12',
    '(Reuters)',
    'FOR IMMEDIATE RELEASE',
    'Press release 12/2031',
    'Media enquiries: Ada Holm, +00 555 0101',
    'Good morning, readers,',
    'See you on Friday.',
    'Dear Ms Lund,',
    'Views are the writer’s own.',
    'This press release may contain statements about the future.',
    'Send us your pictures of the storm.',
    'Issue #41 – spring',
    'You are getting this message because you bought a ticket. Manage your preferences.',
    'Harrow Letters, 14 Mill Lane, Harrow',
    'Jane Roe, shipping correspondent',
    'This release contains forward-looking statements; actual results may differ materially from those in it.',
    'This work is licensed under a Creative Commons Attribution licence.',
  ])('finds: %s', (line) => {
    expect(kindOf(line)).toBe('boilerplate')
  })

  it.each([
    'Islanders subscribe to the view that the ferry was old.',
    'A ticket costs $4 per month for pupils of the island school.',
    'Click rates on the ferry company’s page fell by half in May.',
    'Tap water on the island has been unsafe since the storm.',
    'Like us, the islanders had never seen the fog so thick.',
    'By Monday the divers had found seven of the crew.',
    'Figures released on Monday show a fall in passengers.',
    'Photos taken by divers show that the door was open.',
    'On 4 May 2021 the ferry left the harbour at noon.',
    'Comments by the minister angered the families of the dead.',
    'Register offices on the island hold the names of the dead.',
    'The company shared this report with the coast guard on Monday.',
    'Join forces, the mayor told the two companies on Tuesday.',
    'The views expressed at the hearing could not differ more.',
    'The views of the crew were never their own, he said on Monday.',
    'Dear bread and low wages drove the islanders out, he said.',
    'Release of the crew was expected on Monday, the embassy said.',
    'The bank called its forward-looking statements a mistake.',
    'Good morning light fell on the pier when the divers came.',
    'The fire broke out at 14 Mill Lane, Harrow, on Monday night.',
    'Jane Roe, shipping minister until May, has left the party.',
    'The licence of the ferry ran out in March, the office said.',
  ])('leaves alone: %s', (line) => {
    expect(kindOf(line)).toBe('paragraph')
  })

  it('spreads to the labels of a box, not to the heading below it', () => {
    expect(
      blocks(
        `${PROSE}\n\nisland letter\n\nCatch up on the stories of the week.\n\nGet the newsletter\n\nThe second ship\n\nClick here to read more.\n\n${MORE}`,
      ),
    ).toEqual([
      `paragraph: ${PROSE}`,
      'boilerplate: island letter',
      'boilerplate: Catch up on the stories of the week.',
      'boilerplate: Get the newsletter',
      'heading: The second ship',
      'boilerplate in The second ship: Click here to read more.',
      `paragraph in The second ship: ${MORE}`,
    ])
  })

  it('is what stands around the title: masthead, author, affiliation', () => {
    expect(
      blocks(
        `JOURNAL OF ISLAND STUDIES (JIS)\n\nA ferry and its island\n\nJane Roe\nResearch fellow,\nUniversity of Harrow\n\nAbstract:\n\n${PROSE}`,
      ),
    ).toEqual([
      'boilerplate: JOURNAL OF ISLAND STUDIES (JIS)',
      'heading: A ferry and its island',
      'boilerplate: Jane Roe',
      'boilerplate: Research fellow,',
      'boilerplate: University of Harrow',
      'heading: Abstract:',
      `paragraph in Abstract: ${PROSE}`,
    ])
  })
})

describe('what closes a text', () => {
  const closing = (...lines: readonly string[]) =>
    blocks([PROSE, MORE, THIRD, ...lines].join('\n\n')).slice(3)

  it('is who issues it, whom to ask, and its end', () => {
    expect(
      closing(
        'ENDS',
        'About Harn Lines Inc.',
        'Harn Lines, founded in 1902, runs nine ferries. It is owned by its crews.',
        'Media contact',
        'Ada Holm',
        'press@harn.example',
      ),
    ).toEqual([
      'boilerplate: ENDS',
      'boilerplate: About Harn Lines Inc.',
      'boilerplate: Harn Lines, founded in 1902, runs nine ferries. It is owned by its crews.',
      'boilerplate: Media contact',
      'boilerplate: Ada Holm',
      'boilerplate: press@harn.example',
    ])
  })

  it('is no part of the article that has such a name', () => {
    const strike = 'Nobody had asked the crews of the two ferries before the strike began in May.'
    expect(closing('About the strike', strike)).toEqual([
      'heading: About the strike',
      `paragraph in About the strike: ${strike}`,
    ])
  })

  it('is a writer of whom the text did not speak', () => {
    const life = 'Ann Poe is a reporter in Harrow and covers the islands.'
    expect(closing(life)).toEqual([`boilerplate: ${life}`])
    expect(closing('The writer is a former harbour master of the island.')[0]).toMatch(/^boilerplate/)
    expect(blocks([PROSE, `Nobody called Mrs Poe that night. ${MORE}`, life].join('\n\n'))[2]).toBe(
      `paragraph: ${life}`,
    )
    expect(closing('Ann Poe is a captain who knew the ship and her owners well.')[0]).toMatch(/^paragraph/)
  })
})

describe('Markdown', () => {
  it('gives headings, items, quotes, cells and code without their marks', () => {
    const text = [
      '---\ntitle: A ferry\n---\n# A ferry\n\n## The loss\n',
      `${PROSE.replace('ferry', '*ferry*')}\n\n- One **boat**\n  1. her crew\n\n> She was\n> unsafe.\n`,
      '| year | dead |\n|---|---|\n| 2019 | 4 |\n\n```\nnot words\n```\n\n<div class="x">Menu</div>\n',
      '### Later\n\nA [second](https://example.org "x") ship came.',
    ].join('\n')
    expect(blocks(text, 'sample.md')).toEqual([
      'heading: A ferry',
      'heading: The loss',
      'paragraph in The loss: The old *ferry* left the harbour at noon and reached the island after dark.',
      'item in The loss: One **boat',
      'item in The loss: her crew',
      'quote in The loss: She was⏎> unsafe.',
      'cell in The loss: year',
      'cell in The loss: dead',
      'cell in The loss: 2019',
      'cell in The loss: 4',
      'code in The loss: ```⏎not words⏎```',
      'boilerplate in The loss: Menu',
      'heading in The loss: Later',
      'paragraph in The loss > Later: A [second](https://example.org "x") ship came.',
    ])
  })

  it('takes pasted lines apart, and leaves soft line breaks alone', () => {
    const long = `${PROSE} ${MORE}`
    expect(blocks(`- 3 min read\n${long}\nThe wreck\n${THIRD}`, 'pasted.md')).toEqual([
      'boilerplate: 3 min read',
      `paragraph: ${long}`,
      'heading: The wreck',
      `paragraph in The wreck: ${THIRD}`,
    ])
    expect(blocks('The ferry sank,\nand nobody\nknew why.', 'soft.md')).toEqual([
      'paragraph: The ferry sank,⏎and nobody⏎knew why.',
    ])
  })

  it('is masked to what a reader sees, at the same places', () => {
    const shown = (text: string, name: string): string =>
      maskMarkup(readSource(name, new TextEncoder().encode(text)))
    expect(shown('A [second](https://e.org) *ferry* &amp; \\*more\\*', 'a.md')).toBe(
      'A  second                  ferry  &      *more *',
    )
    expect(shown('> She was\n> unsafe.', 'a.md')).toBe('  She was\n  unsafe.')
    expect(shown('The *Island Post* says 2 * 3 * 4 is a snake_case_name', 'a.txt')).toBe(
      'The  Island Post  says 2 * 3 * 4 is a snake_case_name',
    )
  })
})

describe('on any text', () => {
  const piece = fc.constantFrom(
    ...[
      '# ',
      '> ',
      '- ',
      '1. ',
      '**',
      '*',
      '_',
      '`',
      '[a](b)',
      '<b>',
      '|',
      '\n',
      '\r\n',
      '\n\n',
      '\f',
      '  ',
      '\u00a0',
    ],
    ...[
      'The ferry sank.',
      'Click here',
      'References',
      '2019',
      'é',
      '🚢',
      'عبارة',
      '\u0301',
      '“quoted”',
      '---',
      '&amp;',
    ],
  )
  it('blocks are in order, apart, not blank, and the mask has the length of the text', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 60 }),
        fc.constantFrom('a.txt', 'a.md'),
        (pieces, name) => {
          const text = pieces.join('')
          fc.pre(text.trim() !== '')
          const source = readSource(name, new TextEncoder().encode(`x${text}`))
          expect(maskMarkup(source)).toHaveLength(source.text.length)
          let end = source.body.start
          for (const block of segmentBlocks(source)) {
            expect(block.start).toBeGreaterThanOrEqual(end)
            expect(source.text.slice(block.start, block.end).trim()).not.toBe('')
            end = block.end
          }
          expect(end).toBeLessThanOrEqual(source.text.length)
        },
      ),
      { seed: 1, numRuns: 300 },
    )
  })

  it('loses no word of a long Markdown text that is read in parts', () => {
    const text = Array.from(
      { length: 1_200 },
      (_, at) => `Paragraph ${at} says that the ferry sank again today.`,
    ).join('\n\n')
    const shown = blocks(text, 'long.md')
    expect(shown).toHaveLength(1_200)
    expect(shown.at(-1)).toBe('paragraph: Paragraph 1199 says that the ferry sank again today.')
  })
})
