import { describe, expect, it } from 'vitest'
import type { Source } from '../../pipeline/model/document.ts'
import { UserError } from '../../pipeline/model/errors.ts'
import { type ReadOptions, readSources } from '../../pipeline/read/index.ts'
import { docx, type PageLine, paragraph, pdf } from './samples.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

async function read(name: string, content: Uint8Array | string, options?: ReadOptions): Promise<Source> {
  const [source] = await readSources(
    name,
    typeof content === 'string' ? bytes(content) : content,
    name,
    options,
  )
  if (!source || source instanceof UserError) throw source
  return source
}

/** Each hint as "kind: words", so that the expectation reads as the page does. */
function hints({ text, extraction }: Source): string[] {
  return extraction!.hints.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`)
}

const PROSE =
  'The mill at Harn was sold on Tuesday to a company from the coast, which will run it until the spring, the owner said.'

describe('a web page', () => {
  const page = (head: string, body: string) =>
    `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`

  it('keeps the article, and marks what is the page’s', async () => {
    const source = await read(
      'a.html',
      page(
        '<title>Mill sold</title>',
        `<nav><a href="/">Home</a></nav><main><h1>Mill sold</h1><p>${PROSE}</p><p>${PROSE}</p><ul><li>Two wheels</li></ul>
        <p>${PROSE}</p></main><footer>Imprint</footer><script>document.write("<p>never</p>")</script>`,
      ),
    )
    expect(hints(source)).toEqual([
      'boilerplate: Home',
      'heading: Mill sold',
      `paragraph: ${PROSE}`,
      `paragraph: ${PROSE}`,
      'item: Two wheels',
      `paragraph: ${PROSE}`,
      'boilerplate: Imprint',
    ])
  })

  it('has cells in a table of data, and none in one that only places things', async () => {
    const letter = `<table><tr><td><h2>The mill</h2><p>${PROSE}</p></td></tr><tr><td><table><tr><th>Year</th><td>2030</td></tr></table></td></tr></table>`
    expect(hints(await read('a.html', page('', letter)))).toEqual([
      'heading: The mill',
      `paragraph: ${PROSE}`,
      'cell: Year',
      'cell: 2030',
    ])
  })

  it('says of itself what JSON-LD declares, before OpenGraph and meta elements, and notes two dates', async () => {
    const { metadata, notes } = await read(
      'a.html',
      page(
        `<meta property="og:site_name" content="Harn Post"><meta name="date" content="2030-02-04">
        <meta name="author" content="Nobody"><link rel="canonical" href="https://post.example/mill">
        <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Mill sold",
        "datePublished":"2030-02-03T08:00:00+01:00","author":[{"name":"Ada Lund"}]}]}</script>`,
        `<p>${PROSE}</p>`,
      ),
    )
    expect(metadata).toMatchObject({
      title: { value: 'Mill sold', basis: 'embedded', reason: 'JSON-LD' },
      author: { value: 'Ada Lund' },
      published: { value: '2030-02-03' },
      publisher: { value: 'Harn Post', reason: 'OpenGraph' },
      url: { value: 'https://post.example/mill' },
    })
    expect(notes.map(({ message }) => message)).toEqual([expect.stringMatching(/2030-02-03 and 2030-02-04/)])
  })

  it('guesses no publisher and no date', async () => {
    const { metadata } = await read(
      'a.html',
      page('<title>Mill sold</title>', `<p>${PROSE}</p><time datetime="2031-01-01">x</time>`),
    )
    expect(metadata).toMatchObject({ publisher: null, published: null, author: null })
  })

  it.each([
    ['as the page declares', '<meta charset="windows-1252">', [0x93, 0xe9, 0x94], '“é”'],
    ['by its shape, where nothing is declared', '', [0x93, 0xe9, 0x94], '“é”'],
  ])('is decoded %s', async (_, declared, letters, shown) => {
    const html = `<html><head>${declared}</head><body><p>${PROSE} `
    const content = new Uint8Array([...bytes(html), ...letters, ...bytes('</p></body></html>')])
    expect((await read('a.html', content)).text).toContain(shown)
  })

  it('is known by its content, whatever its name; Markdown with tags stays Markdown', async () => {
    expect((await read('a.txt', page('', `<p>${PROSE}</p>`))).format).toBe('html')
    expect((await read('a.md', `<p>${PROSE}</p>`)).format).toBe('markdown')
  })
})

describe('a PDF', () => {
  const lines = (texts: readonly string[], from = 700): PageLine[] =>
    texts.map((text, at) => [text, 72, from - 12 * at])
  const furniture = (number: number): PageLine[] => [
    ['River Survey 12', 72, 800],
    [String(number), 290, 40],
  ]

  it('gives paragraphs by page, whole words, and marks heads and page numbers', async () => {
    const source = await read(
      'a.pdf',
      pdf([
        [
          ...furniture(1),
          ['The bed of the Amber', 72, 750, 18],
          ...lines([
            'The flood moved the bed of the river by ninety me-',
            'tres in one night, and',
            'two of the old gauges were lost near the town, which then',
          ]),
        ],
        [
          ...furniture(2),
          ...lines(['had no warning for a whole year after the flood of June.']),
          ...lines(['Nobody was hurt there.'], 600),
        ],
        [...furniture(3), ...lines(['The rest is known.'])],
      ]),
    )
    expect(hints(source)).toEqual([
      'boilerplate: River Survey 12',
      'heading: The bed of the Amber',
      'paragraph: The flood moved the bed of the river by ninety metres in one night, and two of the old gauges were lost near the town, which then had no warning for a whole year after the flood of June.',
      'boilerplate: 1',
      'boilerplate: River Survey 12',
      'paragraph: Nobody was hurt there.',
      'boilerplate: 2',
      'boilerplate: River Survey 12',
      'paragraph: The rest is known.',
      'boilerplate: 3',
    ])
    const pages = source.extraction!.pages.map(({ start, end }) => source.text.slice(start, end).trim())
    expect(pages).toHaveLength(3)
    expect(pages[1]).toMatch(/^had no warning .*River Survey 12\n\nNobody was hurt there\./s)
  })

  it('keeps the hyphen of a word that the text writes with one', async () => {
    const { text } = await read(
      'a.pdf',
      pdf([lines(['They met at the well-known pier in the old town, for the well-', 'known pier is dry.'])]),
    )
    expect(text).toContain('for the well-known pier')
  })
})

describe('a Word file', () => {
  it('gives headings, items, cells and footnotes, and none of what was deleted', async () => {
    const source = await read(
      'a.docx',
      docx(
        paragraph('Mill sold', '<w:pStyle w:val="Heading1"/>') +
          `<w:p><w:r><w:t>The mill </w:t></w:r><w:del><w:r><w:delText>burned</w:delText></w:r></w:del><w:r><w:t>was sold &amp; shut.</w:t></w:r></w:p>` +
          paragraph('Two wheels', '<w:numPr/>') +
          `<w:tbl><w:tr><w:tc>${paragraph('Year')}</w:tc><w:tc>${paragraph('2030')}</w:tc></w:tr></w:tbl>`,
        { 'word/footnotes.xml': Buffer.from(`<w:footnotes>${paragraph('By deed.')}</w:footnotes>`) },
      ),
    )
    expect(hints(source)).toEqual([
      'heading: Mill sold',
      'paragraph: The mill was sold & shut.',
      'item: Two wheels',
      'cell: Year',
      'cell: 2030',
      'paragraph: By deed.',
    ])
  })
})

describe('a Word file as other programs make them', () => {
  it('has styles in any language, words put in and taken out, hidden ones, text boxes, heads and feet', async () => {
    const style = (id: string, name: string, more = '') =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
    const source = await read(
      'a.docx',
      docx(
        paragraph('Der Verkauf', '<w:pStyle w:val="berschrift1"/>') +
          paragraph('Two wheels', '<w:pStyle w:val="Haus"/>') +
          paragraph('Contents 3', '<w:pStyle w:val="Verzeichnis1"/>') +
          `<w:p><w:r><w:t>The mill was </w:t></w:r><w:ins><w:r><w:t>sold</w:t></w:r></w:ins><w:del><w:r><w:delText>burned</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t> never</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>` +
          `<w:p><w:r><w:t>It had </w:t></w:r><w:r><w:pict><w:txbxContent>${paragraph('A picture of it.')}</w:txbxContent></w:pict></w:r><w:r><w:t>two wheels.</w:t></w:r></w:p>`,
        {
          'word/styles.xml': Buffer.from(
            `<w:styles>${style('berschrift1', 'heading 1')}${style('Haus', 'House item', '<w:basedOn w:val="Liste"/>')}${style('Liste', 'List Bullet', '<w:pPr><w:numPr/></w:pPr>')}${style('Verzeichnis1', 'toc 1')}</w:styles>`,
          ),
          'word/header1.xml': Buffer.from(`<w:hdr>${paragraph('Harn County, draft')}</w:hdr>`),
        },
      ),
    )
    expect(hints(source)).toEqual([
      'heading: Der Verkauf',
      'item: Two wheels',
      'boilerplate: Contents 3',
      'paragraph: The mill was sold.',
      'paragraph: A picture of it.',
      'paragraph: It had two wheels.',
      'boilerplate: Harn County, draft',
    ])
    expect(source.notes.map(({ message }) => message)).toEqual([expect.stringContaining('tracked changes')])
  })
})

describe('records in JSON', () => {
  it('are articles, each with the name of its own', async () => {
    const file = `{"id": 7, "text": "The mill was sold.", "source": {"name": "Post"}, "date": "2030-02-03"}\n{"content": "<p>It was old.</p><p>It leaked.</p>"}\n{broken\n`
    const [first, second, third] = await readSources('a.jsonl', bytes(file))
    expect(first).toMatchObject({
      path: 'a.jsonl#7',
      text: 'The mill was sold.',
      metadata: { publisher: { value: 'Post' }, published: { value: '2030-02-03' } },
    })
    expect(second).toMatchObject({ path: 'a.jsonl#record-2', text: 'It was old.\n\nIt leaked.\n' })
    expect(third).toBeInstanceOf(UserError)
    expect((third as UserError).message).toMatch(/a\.jsonl#3: this line is no JSON/)
  })

  it('have other field names where they are given', async () => {
    const source = await read('a.json', '{"story": {"main": "The mill was sold."}}', {
      fields: { text: 'story.main' },
    })
    expect(source).toMatchObject({ path: 'a.json', text: 'The mill was sold.' })
  })
})

describe('figures that are raised', () => {
  const RAISED = 'It killed 12 people¹ and cost 10⁶ crowns.'
  it.each<[string, Uint8Array | string]>([
    [
      'a.html',
      '<html><body><p>It killed 12 people<sup><a href="#1">1</a></sup> and cost 10<sup>6</sup> crowns.',
    ],
    [
      'a.docx',
      docx(
        ['It killed 12 people', '1', ' and cost 10', '6', ' crowns.'].reduce(
          (xml, text, at) =>
            xml.replace(
              '</w:p>',
              `<w:r>${at % 2 ? '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>' : ''}<w:t>${text}</w:t></w:r></w:p>`,
            ),
          '<w:p></w:p>',
        ),
      ),
    ],
    [
      'a.pdf',
      pdf([
        [
          ['It killed 12 people', 72, 700],
          ['1', 150, 704, 6],
          ['and cost 10', 170, 700],
          ['6', 222, 704, 6],
          ['crowns.', 232, 700],
        ],
      ]),
    ],
  ])('are no part of the word or the figure before them: %s', async (name, content) => {
    expect((await read(name, content)).text.trim()).toBe(RAISED)
  })

  it('is said of figures only', async () => {
    const { text } = await read(
      'a.html',
      '<html><body><p>The 9<sup>th</sup> of May<sup>[2]</sup>, H<sub>2</sub>O.',
    )
    expect(text.trim()).toBe('The 9th of May[2], H2O.')
  })
})

it('reads the same bytes the same way', async () => {
  const content = pdf([[['The mill was sold on Tuesday.', 72, 700]]])
  expect(await read('a.pdf', content)).toEqual(await read('a.pdf', content))
})
