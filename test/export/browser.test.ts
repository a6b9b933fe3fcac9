import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { maskDocument } from '../../pipeline/batch/mask.ts'
import { deepLink, deepLinks } from '../../pipeline/export/deep-link.ts'
import { shownText } from '../../pipeline/export/shown-text.ts'
import { run } from '../../pipeline/run.ts'
import { openStore } from '../../pipeline/store/index.ts'

/** The first of these that is installed; without one, a real browser judges nothing here. */
const browser = ['chromium', 'chromium-browser', 'google-chrome'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})

/** An article in Markdown, the paragraphs of its page, and quotes in brackets: which paragraph each link leads to. */
const PARAGRAPHS = [
  ['At noon 12 people died.', 'At noon 12 people died.'],
  ['At dusk ⟦12 people died⟧, 🌊 he said.', 'At dusk 12 people died, 🌊 he said.'],
  [
    '⟦The [re-floated](https://a.example/x_y) ferry **Alma**, 50% full &amp; slow,⟧ left.',
    'The <a href="#">re-floated</a> ferry <b>Alma</b>, 50% full &amp; slow, left.',
  ],
  ['> ⟦It was\n> not seen⟧ since.', '<q>It was not seen</q> since.'],
  [
    `⟦So it ${'went on '.repeat(50)}at sea⟧, until it sank.`,
    `So it ${'went on '.repeat(50)}at sea, until it sank.`,
  ],
  ['The word was ⟦عبارة غرقت⟧ there.', 'The word was عبارة غرقت there.'],
] as const
const MARKED = PARAGRAPHS.map(([source]) => source).join('\n\n')

/** Makes a page say in its title which of its paragraphs are in view. */
const REPORT = `<meta charset="utf-8"><script>addEventListener('load', () => setTimeout(() => {
  const inView = ({ top, bottom }) => top < innerHeight && bottom > 0
  const seen = [...document.querySelectorAll('p')].filter((p) => inView(p.getBoundingClientRect()))
  document.title = 'in view: ' + seen.map(({ id }) => id)
}, 500))</script>`

/** Far apart, so that what is in view tells what was scrolled to. */
function spread(paragraphs: readonly string[]): string {
  const gap = '<div style="height: 5000px"></div>'
  return gap + paragraphs.map((html, i) => `<p id="${i}">${html}</p>${gap}`).join('\n')
}

const PAGE = `<!doctype html><title></title>${REPORT}<h1>Ferries</h1>${spread(PARAGRAPHS.map(([, html]) => html))}`

let server: Server
beforeAll(async () => {
  server = createServer(({ url }, response) =>
    response
      .setHeader('content-type', 'text/html')
      .end(url === '/html' ? htmlPage(`${address()}html`) : PAGE),
  )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})
afterAll(() => void server.close())

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

it.skipIf(!browser)(
  'Chromium scrolls to the quote that a link names',
  async () => {
    const text = MARKED.replace(/[⟦⟧]/g, '')
    const shown = shownText(text, maskDocument({ text, format: 'markdown' }))
    const url = address()
    const quotes = [...MARKED.matchAll(/⟦([^⟧]*)⟧/g)].map(({ 1: quote, index }, i) => ({
      start: index - 2 * i,
      end: index - 2 * i + quote!.length,
    }))
    const seen: string[] = []
    for (const span of quotes) seen.push(await inView(deepLink(url, shown, span)!))
    expect(seen).toEqual(['1', '2', '3', '4', '5'])
    expect(await inView(`${url}#:~:text=nothing%20of%20this`)).toBe('')
  },
  120_000,
)

/** A page as sites serve them: navigation, markup inside sentences, a sentence that stands twice. */
const HTML_PARAGRAPHS = [
  'The port of <b>Lenz</b> was opened in 2031 by <a href="/anna">Anna Roe</a>, the mayor.',
  'The port of Lenz has 40&nbsp;berths and a crane.',
  'The port of Lenz has 40 berths and a crane, the council said in June 2033.',
]
const htmlPage = (address: string) => `<!doctype html><title>Lenz</title>
<link rel="canonical" href="${address}">${REPORT}<nav>Home News Sport</nav>
<article><h1>The port of Lenz</h1>${spread(HTML_PARAGRAPHS)}</article>`

it.skipIf(!browser)(
  'Chromium scrolls to every quote that a run finds in an HTML article',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gainsay-browser-'))
    writeFileSync(join(folder, 'lenz.html'), htmlPage(`${address()}html`))
    await run({ paths: [folder], out: folder, annotations: folder, jobs: 1 })
    const store = await openStore(folder, { readonly: true })
    const links = deepLinks(maskDocument)
    const claims = (await store.claims()).map(({ document, start, end, quote }) => ({
      quote,
      link: links(document, { start, end })!,
    }))
    await store.close()
    rmSync(folder, { recursive: true })
    expect(claims.length).toBeGreaterThanOrEqual(3)
    const shown = HTML_PARAGRAPHS.map((html) => html.replace(/<[^>]*>/g, '').replace('&nbsp;', ' '))
    for (const { quote, link } of claims) {
      const seen = Number(await inView(link))
      expect(shown[seen]).toContain(quote.replace(/\s/g, ' '))
      // Of the two alike, the one that the claim was found in.
      if (quote.includes('said')) expect(seen).toBe(2)
    }
  },
  120_000,
)

/** Ids of the paragraphs that are in view when a link is opened. */
async function inView(link: string): Promise<string> {
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=4000', '--dump-dom']
  const { stdout } = await promisify(execFile)(browser!, [...flags, link])
  return /<title>in view: ([^<]*)/.exec(stdout)![1]!
}
