import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach } from 'vitest'
import type { Desk } from '../../pipeline/review/desk.ts'
import { serveReview } from '../../pipeline/review/server.ts'
import { findChromium } from '../../scripts/chromium.ts'

/** Without one, what only a real browser can judge is left out. */
export const chromiumPath = findChromium()

let browser: Browser | null = null
afterAll(() => browser?.close())
const leaving: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const leave of leaving.splice(0).reverse()) await leave()
})

/** A window on the review page of a desk, as a person has it. What the page itself complains of fails the test. */
export async function open(desk: Desk, options: BrowserContextOptions = {}) {
  const { url, close } = await serveReview(desk, { host: '127.0.0.1', port: 0, token: null })
  leaving.push(close)
  browser ??= await chromium.launch({ executablePath: chromiumPath!, args: ['--no-sandbox'] })
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options })
  leaving.push(() => context.close())
  const complaints: string[] = []
  const page = await context.newPage()
  watch(page, complaints)
  const at = (query: string) => new URL(query, url).href
  await page.goto(at('/'))
  return { page, context, at, complaints }
}

/** Collects what a page logs as an error, a breach of its policy, or a request beyond the server. */
function watch(page: Page, complaints: string[]): void {
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('request', (request) => {
    if (new URL(request.url()).hostname !== '127.0.0.1') complaints.push(`asked for ${request.url()}`)
  })
}

/** Types keys one after the other. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}
