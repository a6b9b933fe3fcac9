import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { chromiumPath, open, press } from './browser.ts'
import { BOATS, GATE, judge, room, TIDE } from './desk.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds wrong, one line each; empty where all is well. Without rules named, all of them. */
async function violations(page: Page, ...rules: readonly string[]): Promise<readonly string[]> {
  // The page's policy lets no script in but its own: evaluated code is the debugger's, not the page's.
  await page.evaluate(`${AXE}; undefined`)
  const options = { resultTypes: ['violations'], ...(rules.length > 0 && { runOnly: rules }) }
  return page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target + ' ' + failureSummary)))`)
}

const VIEWS: readonly (readonly [name: string, query: string])[] = [
  ['queue', '/'],
  ['nothing found', '/?q=nowhere'],
  ['dispute', `/?dispute=${GATE.id}`],
  ['decided dispute', `/?dispute=${BOATS.id}`],
  ['article', `/?article=${TIDE.id}&dispute=${GATE.id}&at=0-31`],
  ['every claim of an article', `/?article=${TIDE.id}&dispute=${GATE.id}&claims=all`],
  ['overview', '/?view=overview'],
  ['disputes between two', '/?source=Orm+Tide&against=The+Gull'],
  ['verdicts', '/?view=log'],
  ['not there', '/?dispute=x_none'],
]

describe.skipIf(chromiumPath === null)('the review page, in Chromium', { timeout: 60_000 }, () => {
  it.each(['light', 'dark'] as const)(
    'has no fault that axe-core knows, and no width of its own: %s',
    async (colorScheme) => {
      const { desk } = await room()
      const ada = await desk()
      await judge(ada, BOATS, { held: 1, note: 'as the harbour book says' })
      const { page, at } = await open(ada, { colorScheme })
      const wrong: string[] = []
      const look = async (name: string) => {
        for (const found of await violations(page, ...(colorScheme === 'dark' ? ['color-contrast'] : [])))
          wrong.push(`${name}: ${found}`)
      }
      for (const [name, query] of VIEWS) {
        await page.setViewportSize({ width: 1280, height: 860 })
        await page.goto(at(query))
        await page.waitForSelector('main:not([aria-busy]) h1')
        await look(name)
        await page.setViewportSize({ width: 390, height: 844 })
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
        if (colorScheme === 'light') await look(`${name}, narrow`)
      }
      await page.setViewportSize({ width: 1280, height: 860 })
      await page.goto(at(`/?dispute=${GATE.id}`))
      await page.waitForSelector('.positions')
      for (const [name, opens] of [
        ['help', () => press(page, '?')],
        ['claim form', () => page.click('text=correct claim >> nth=0')],
        ['source form', () => page.click('text=correct source >> nth=0')],
      ] as const) {
        await opens()
        await page.waitForSelector('dialog[open]')
        await look(name)
        await press(page, 'Escape')
        await page.waitForSelector('dialog', { state: 'detached' })
      }
      await press(page, 'x')
      await look('reasons')
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto(at(`/?article=${TIDE.id}&dispute=${GATE.id}&claims=all`))
      await page.click('.text mark.claim >> nth=0')
      await page.waitForSelector('dialog[open]')
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
      await look('claim of an article')
      expect(wrong).toEqual([])
    },
  )
})
