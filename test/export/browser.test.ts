import { execFile, execFileSync } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deepLink } from '../../pipeline/export/deep-link.ts'
import { shownText } from '../../pipeline/export/shown-text.ts'
import { maskDocument } from '../../pipeline/mask.ts'

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

/** Far apart, so that what is in view tells what was scrolled to; the page says so in its title. */
const PAGE = `<!doctype html><meta charset="utf-8"><title></title>
<script>addEventListener('load', () => setTimeout(() => {
  const inView = ({ top, bottom }) => top < innerHeight && bottom > 0
  const seen = [...document.querySelectorAll('p')].filter((p) => inView(p.getBoundingClientRect()))
  document.title = 'in view: ' + seen.map(({ id }) => id)
}, 500))</script>
<h1>Ferries</h1><div style="height: 5000px"></div>
${PARAGRAPHS.map(([, html], i) => `<p id="${i}">${html}</p><div style="height: 5000px"></div>`).join('\n')}`

let server: Server
beforeAll(async () => {
  server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(PAGE))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})
afterAll(() => void server.close())

it.skipIf(!browser)(
  'Chromium scrolls to the quote that a link names',
  async () => {
    const text = MARKED.replace(/[⟦⟧]/g, '')
    const shown = shownText(text, maskDocument({ text, format: 'markdown' }))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
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

/** Ids of the paragraphs that are in view when a link is opened. */
async function inView(link: string): Promise<string> {
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=4000', '--dump-dom']
  const { stdout } = await promisify(execFile)(browser!, [...flags, link])
  return /<title>in view: ([^<]*)/.exec(stdout)![1]!
}
