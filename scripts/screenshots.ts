import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { packageRoot } from '../pipeline/model/package-root.ts'
import { verdictRequestSchema } from '../pipeline/review/api.ts'
import { type Desk, openDesk } from '../pipeline/review/desk.ts'
import { serveReview } from '../pipeline/review/server.ts'
import { run } from '../pipeline/run.ts'
import { findChromium } from './chromium.ts'

/*
 * `npm run screenshots [-- DIR]`: the pictures of the README, of the review page over the sample articles; with DIR,
 * every view at both widths and in both schemes, to be looked at.
 */

const WIDTHS = { wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 780 } } as const
const SCHEMES = ['light', 'dark'] as const
type Width = keyof typeof WIDTHS
type Scheme = (typeof SCHEMES)[number]

/** What the pictures show of the sample articles: a dispute that says much, whatever its place in the queue. */
const SHOWN = /How many people were aboard/

const VIEWS: Readonly<Record<string, (page: Page, home: string, dispute: string) => Promise<void>>> = {
  queue: async (page, home) => {
    await page.goto(home)
    await page.waitForSelector('.row')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
  },
  dispute: async (page, home, dispute) => {
    await page.goto(`${home}?dispute=${dispute}`)
    await page.waitForSelector('.positions')
  },
  article: async (page, home, dispute) => {
    await page.goto(`${home}?dispute=${dispute}`)
    await page.click('.position a[data-stop]')
    await page.waitForSelector('.text')
  },
  overview: async (page, home) => {
    await page.goto(`${home}?view=overview`)
    await page.waitForSelector('.charts')
  },
}

const README: readonly (readonly [view: string, width: Width, scheme: Scheme])[] = [
  ['queue', 'wide', 'light'],
  ['dispute', 'wide', 'light'],
  ['article', 'wide', 'dark'],
  ['overview', 'wide', 'light'],
  ['queue', 'narrow', 'light'],
  ['dispute', 'narrow', 'dark'],
]

/** Some verdicts, so that the pictures show what a sitting leaves. */
async function decide(desk: Desk): Promise<string> {
  const { conflicts } = await desk.queue({ page: 1, size: 50 })
  const shown = conflicts.find(({ question }) => SHOWN.test(question)) ?? conflicts[0]!
  const others = conflicts.filter(({ id }) => id !== shown.id)
  for (const [at, { id }] of others.slice(2, 5).entries()) {
    const { last, evidence, positions } = await desk.conflict(id, {})
    const verdict = [
      { decision: 'position', position: positions[0]!.id, note: 'The yard list agrees.' },
      { decision: 'no-conflict', reason: 'part-whole' },
      { decision: 'both' },
    ][at]
    await desk.judge(verdictRequestSchema.parse({ conflict: id, seen: last, evidence, ...verdict }))
  }
  return shown.id
}

const path = findChromium()
if (path === null) {
  process.stderr.write('Pictures are taken with Chromium, and there is none: apt-get install chromium.\n')
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'gainsay-pictures-'))
const all = process.argv[2]
const target = all ?? join(packageRoot(), 'pipeline', 'review', 'pictures')
const pictures = all
  ? Object.keys(VIEWS).flatMap((view) =>
      (['wide', 'narrow'] as const).flatMap((width) =>
        SCHEMES.map((scheme) => [view, width, scheme] as const),
      ),
    )
  : README
const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] })
try {
  mkdirSync(target, { recursive: true })
  const [out, annotations] = [join(folder, 'out'), join(folder, 'annotations')]
  await run({ paths: [join(packageRoot(), 'sources')], out, annotations })
  const now = () => '2026-11-22T10:30:00.000Z'
  const desk = await openDesk({ out, annotations, jobs: 1, reviewer: 'Ada Vance', version: '', now })
  const dispute = await decide(desk)
  const { url, close } = await serveReview(desk, { host: '127.0.0.1', port: 0, token: null })
  for (const [view, width, colorScheme] of pictures) {
    const context = await browser.newContext({ viewport: WIDTHS[width], colorScheme, timezoneId: 'UTC' })
    const page = await context.newPage()
    await VIEWS[view]!(page, url, dispute)
    await page.waitForLoadState('networkidle')
    const name = all
      ? `${view}-${width}-${colorScheme}.png`
      : `${view}${width === 'narrow' ? '-narrow' : ''}.png`
    await page.screenshot({ path: join(target, name) })
    process.stdout.write(`${join(target, name)}\n`)
    await context.close()
  }
  await close()
  await desk.close()
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}
