import { expect, it } from 'vitest'
import { UserError } from '../../pipeline/model/errors.ts'
import { readSources } from '../../pipeline/read/index.ts'
import { segmentBlocks } from '../../pipeline/segment/blocks.ts'
import { pdf } from './samples.ts'

const PROSE = 'The mayor of Norwick said on Monday that the bridge was built in 1931.'
const front = (line: string) => `---\n${line}\n---\n\n# The bridge\n\n${PROSE}\n`
const page = (inner: string) =>
  `<html><body><article><p>${PROSE}</p>${inner}<p>${PROSE}</p></article></body></html>`

/** Of the processor, for reading a file and finding its blocks, in milliseconds; what is refused counts as well. */
async function cost(name: string, content: string | Uint8Array): Promise<number> {
  const before = process.cpuUsage()
  try {
    for (const source of await readSources(name, Buffer.from(content), name))
      if (!(source instanceof UserError)) segmentBlocks(source)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const SHORT = 6_000
/** Sixteen times the text: sixteen times the work where it grows with the text, 256 times where with its square. */
const TIMES = 16
const BETWEEN = 64
/** In milliseconds: shorter is noise. */
const LEAST = 10

it.each<[string, string, (length: number) => string | Uint8Array]>([
  ['a key and spaces', 'a.md', (n) => front(`a${' '.repeat(n)}b`)],
  ['an author with spaces', 'a.md', (n) => front(`author: "Ada${' '.repeat(n)}Roe"`)],
  ['a grade and tabs', 'a.md', (n) => front(`reliability: "A${'\\t'.repeat(n)}x"`)],
  ['a heading with spaces', 'a.txt', (n) => `The bridge\n\n${PROSE}\n\nI.${' '.repeat(n)}II\n\n${PROSE}\n`],
  ['backticks in backticks', 'a.md', (n) => `${PROSE}\n\nThe \` ${'`'.repeat(n)} \` of it.\n`],
  ['spaces in the tags of a heading', 'a.html', (n) => page(`<h2>A${'<b> </b>'.repeat(n / 4)}b</h2>`)],
  ['blank lines in a paragraph', 'a.html', (n) => page(`<p>A${'<br> '.repeat(n / 4)}b</p>`)],
  [
    'dots on a line of a PDF',
    'a.pdf',
    (n) =>
      pdf([
        [
          [`${'. '.repeat(n / 2)}a`, 72, 700],
          [PROSE, 72, 680],
        ],
      ]),
  ],
  [
    'hyphens on a line of a PDF',
    'a.pdf',
    (n) =>
      pdf([
        [
          [`${'a-'.repeat(n)}`, 72, 700],
          [PROSE, 72, 680],
        ],
      ]),
  ],
  ['one letter', 'a.txt', (n) => 'a'.repeat(n)],
  ['short paragraphs', 'a.md', (n) => 'The hull.\n\n'.repeat(n / 11)],
  ['quotation marks', 'a.txt', (n) => '"'.repeat(n)],
  ['brackets', 'a.md', (n) => '['.repeat(n)],
  ['spaces', 'a.txt', (n) => `a${' '.repeat(n)}b`],
])('%s: sixteen times as many take no more than their share', async (_, name, make) => {
  // Patterns are compiled when they are used for the second time.
  await cost(name, make(SHORT))
  const short = await cost(name, make(SHORT))
  const long = await cost(name, make(SHORT * TIMES))
  expect(long).toBeLessThan(BETWEEN * Math.max(short, LEAST))
})
