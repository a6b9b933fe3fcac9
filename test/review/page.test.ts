import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDesk } from '../../pipeline/review/desk.ts'
import { run } from '../../pipeline/run.ts'
import { EVIDENCE, FINGERPRINT, findingsOf, sample, sampleConflict } from '../store/sample.ts'
import { chromiumPath, open, press } from './browser.ts'
import { GATE, GULL, id, judge, PUMPS, room, TIDE } from './desk.ts'

const TIMEOUT = 60_000
const heading = 'main h1'

describe.skipIf(chromiumPath === null)('the review page, in Chromium', { timeout: TIMEOUT }, () => {
  it('is worked with the keyboard: a verdict shows the next dispute, u takes it back, and it is kept', async () => {
    const { desk } = await room()
    const ada = await desk('Ada')
    const { page, at, complaints } = await open(ada)
    await page.waitForSelector('.row')
    await press(page, 'j', 'j', 'k', 'Enter')
    await page.waitForSelector(`${heading}:has-text("What of gate?")`)
    await press(page, 'm')
    await page.keyboard.type('j n 2: seen in the minutes')
    await press(page, 'Escape', '1')
    await page.waitForSelector(`${heading}:has-text("What of pumps?")`)
    await press(page, 'x', '2')
    await page.waitForSelector(`${heading}:has-text("What of boats?")`)
    await press(page, 'u')
    await page.waitForSelector(`${heading}:has-text("What of pumps?")`)
    expect(await page.textContent('.history')).toMatch(
      /not a conflict: they speak of different times taken back/i,
    )

    await page.goto(at(`/?dispute=${GATE.id}`))
    await page.waitForSelector('.in-force')
    expect(await page.textContent('.in-force')).toMatch(/holds: answer 1 · Ada, .*j n 2: seen in the minutes/)
    expect(await ada.verdicts()).toMatchObject({
      entries: [
        { kind: 'undo' },
        { decision: 'no-conflict', undone: true },
        { decision: 'position', inForce: true },
      ],
    })
    expect(complaints).toEqual([])
  })

  it('keeps filters and search in the address, which another window opens as it is', async () => {
    const { desk } = await room()
    const ada = await desk()
    await judge(ada, GATE, { held: 1 })
    const { page, context, complaints } = await open(ada)
    const questions = () => page.locator('.row h2').allTextContents()
    await page.waitForSelector('.row')
    expect(await questions()).toEqual(['What of gate?', 'What of pumps?', 'What of boats?'])
    await page.click('aside >> text="open"')
    await page.waitForSelector('.chosen')
    await expect.poll(questions).toEqual(['What of pumps?', 'What of boats?'])
    await press(page, '/')
    await page.keyboard.type('thirty')
    await expect.poll(questions).toEqual(['What of boats?'])

    const other = await context.newPage()
    await other.goto(page.url())
    await other.waitForSelector('.row')
    expect(await other.locator('.row h2').allTextContents()).toEqual(['What of boats?'])
    expect(await other.inputValue('input[type=search]')).toBe('thirty')
    await page.goBack()
    await expect.poll(questions).toEqual(['What of pumps?', 'What of boats?'])
    expect(complaints).toEqual([])
  })

  it('opens the article at the quote, with exactly its words marked, and leads back to it', async () => {
    const { desk } = await room()
    const { page, at, complaints } = await open(await desk())
    await page.goto(at(`/?dispute=${GATE.id}`))
    await page.waitForSelector('.positions')
    await press(page, 'j', 'j', 'o')
    await page.waitForSelector('.text mark.asked')
    const quote = GULL.text.slice(GULL.claims[0]!.start, GULL.claims[0]!.end)
    expect(await page.locator('.text mark.asked').allTextContents()).toEqual([quote])
    expect((await page.locator('.text').textContent())!.replace(/^\d+/, '')).toBe(GULL.text)
    await press(page, 'Escape')
    await page.waitForSelector('.positions')
    expect(await page.evaluate('document.activeElement.dataset.stop')).toMatch(new RegExp(`^${GULL.id} 0-`))
    await press(page, 'Escape')
    await page.waitForSelector('.row')
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('What of gate?')
    expect(complaints).toEqual([])
  })

  it('tells who decided meanwhile, keeps that verdict, and shows it', async () => {
    const { desk } = await room()
    const [ada, ben] = [await desk('Ada'), await desk('Ben')]
    const { page, at } = await open(ada)
    await page.goto(at(`/?dispute=${PUMPS.id}`))
    await page.waitForSelector('.positions')
    await judge(ben, PUMPS, { held: 2 })
    await press(page, 'm')
    await page.keyboard.type('my note')
    await press(page, 'Escape', '1')
    await page.waitForSelector('.notice.refused:has-text("Ben decided meanwhile")')
    await page.waitForSelector('.in-force:has-text("answer 2")')
    expect((await ada.verdicts()).entries).toHaveLength(1)
    // Who has seen it may still decide otherwise, and has not lost a word.
    expect(await page.inputValue('textarea')).toBe('my note')
    await press(page, '1')
    await expect.poll(async () => (await ada.verdicts()).entries[0]?.reviewer).toBe('Ada')
  })

  it('keeps the words of the reviewer with the verdict, and covers sub-questions', async () => {
    const { desk } = await room({ ...GATE, topic: PUMPS.topic }, PUMPS)
    const ada = await desk()
    const { page, at, complaints } = await open(ada)
    await page.goto(at(`/?dispute=${GATE.id}`))
    await page.waitForSelector('.positions')
    await page.check('text=my verdict covers it')
    await press(page, 'r')
    await page.fill('.wording textarea >> nth=0', 'When was the gate shut?')
    await page.fill('.wording textarea >> nth=1', 'in 2031')
    await page.click('text=Done')
    await press(page, '1')
    await page.waitForSelector('.notice.done:not(.nothing)')
    const { question, questionFound, positions } = await ada.conflict(GATE.id, {})
    expect([question, questionFound]).toEqual(['When was the gate shut?', 'What of gate?'])
    expect(positions.map(({ answer }) => answer)).toEqual(['in 2031', 'answer 2'])
    expect((await ada.conflict(PUMPS.id, {})).status).toBe('decided')
    expect(complaints).toEqual([])
  })

  it('shows what would act in a text as text', async () => {
    const text = [
      'The dam <script>alert(1)</script><img src=x onerror=alert(2)> held.',
      'It \u202eburst\u202c in 2031 \u001b]0;owned\u0007.',
    ].join('\n')
    const hostile = sample({
      path: 'bad<b>.txt',
      text,
      metadata: {
        publisher: '<script>alert(3)</script>\u202eevil',
        title: '"><img src=//x.example/y>',
        url: 'javascript:alert(4)',
      },
      claims: [
        { quote: text.split('\n')[0]!, subject: 'The dam', relation: 'held' },
        { quote: text.split('\n')[1]!, subject: 'It', relation: 'burst' },
      ],
    })
    const dam = {
      ...sampleConflict('<b>dam</b>\u202e', [id(hostile, 0)], [id(hostile, 1)]),
      explanation: '<img src=x onerror=alert(5)>',
    }
    const { desk, withStore } = await room()
    await withStore(async (store) => {
      const run = await store.startRun(FINGERPRINT)
      await store.commitDocument(hostile, EVIDENCE, FINGERPRINT, run)
      await store.saveFindings(findingsOf(dam), FINGERPRINT, run)
      await store.finishRun(run, { new: 1, changed: 0, unchanged: 2, failed: 0 })
    })
    const { page, at, complaints } = await open(await desk())
    const seen: string[] = []
    for (const query of [
      '/',
      `/?dispute=${dam.id}`,
      `/?article=${hostile.id}&dispute=${dam.id}`,
      '/?view=overview',
    ]) {
      await page.goto(at(query))
      await page.waitForSelector('main h1')
      seen.push(await page.innerText('#page'))
      expect(
        await page.locator('script:not([src="/page.js"]), img, b:text("dam"), a[href^=javascript]').count(),
      ).toBe(0)
    }
    expect(seen[0]).toContain('What of <b>dam</b>U+202E?')
    expect(seen[1]).toContain('<img src=x onerror=alert(5)>')
    expect(seen[2]).toContain(
      'It U+202Eburst U+202C in 2031 U+001B]0;ownedU+0007.'.replaceAll(' U+202C', 'U+202C'),
    )
    expect(seen[2]).toContain('javascript:alert(4)')
    expect(complaints).toEqual([])
  })

  it('sets right what the tool read wrong: words for a position, and a publisher', async () => {
    const late = 'In truth the first cars crossed four years earlier'
    const desk = await deskOver({
      'tide.txt': 'The Corvane Bridge was opened in 1994.\n',
      'gull.txt': `The Corvane Bridge was opened in 1998. ${late}.\n`,
    })
    const { page, complaints } = await open(desk)
    await page.click('.row a')
    await page.click('.position:has-text("1998") a[data-stop]')
    await page.waitForSelector('.text')
    await page.evaluate(`(() => {
      const piece = [...document.querySelectorAll('[data-start]')].find((one) => one.textContent.includes('${late}'))
      const at = piece.textContent.indexOf('${late}')
      getSelection().setBaseAndExtent(piece.firstChild, at - 1, piece.firstChild, at + ${late.length})
    })()`)
    await page.waitForSelector(`.selected bdi:text-is("${late}")`)
    await press(page, 'a')
    await page.click('input[name=note]')
    await page.keyboard.type('by hand')
    await page.selectOption('select[name=position]', { label: 'evidence for position 1: 1994' })
    await page.click('text=Keep it')
    await page.waitForSelector('.notice:has-text("attached")')
    await page.goBack()
    await page.waitForSelector(`.position:has-text("1994") article:has-text("${late}")`)
    expect(await page.textContent('.corrections')).toMatch(/^Added by hand · Ada, /)

    await page.click(`article:has-text("${late}") >> text=correct source`)
    await page.fill('input[name=publisher]', 'The Gull')
    await page.click('button:text-is("Set right")')
    await page.waitForSelector('.publisher:has-text("The Gull corrected")')
    await page.click('.corrections li:has-text("publisher") >> text=take back')
    await page.waitForSelector('.publisher:has-text("The Gull")', { state: 'detached' })
    expect(complaints).toEqual([])
  })

  it('leads from a cell of the overview to the disputes in which just these two differ', async () => {
    const agreed = sampleConflict('agreed', [id(TIDE, 0), id(GULL, 0)], [])
    const { desk } = await room(GATE, PUMPS, agreed)
    const { page, at, complaints } = await open(await desk())
    await page.goto(at('/?source=The+Gull'))
    await page.waitForSelector('h1:text-is("3 disputes")')
    await page.goto(at('/?view=overview'))
    await page.click('.matrix td a:text-is("2")')
    await page.waitForSelector('h1:text-is("2 of 3 disputes")')
    expect(await page.locator('.row h2').allTextContents()).toEqual(['What of gate?', 'What of pumps?'])
    expect(await page.locator('.chosen li:has-text("Tide"), .chosen li:has-text("Gull")').count()).toBe(2)
    await page.click('.chosen a >> nth=0')
    await page.waitForSelector('h1:text-is("3 disputes")')
    expect(complaints).toEqual([])
  })

  it('opens every claim of an article, also one in no dispute, as it was read, to be set right', async () => {
    const toll = 'The toll was reportedly raised in 2001'
    const desk = await deskOver({
      'tide.txt': `The Corvane Bridge was opened in 1994. ${toll}.\n`,
      'gull.txt': 'The Corvane Bridge was opened in 1998.\n',
    })
    const { page, complaints } = await open(desk)
    await page.click('.row a')
    await page.click('.position:has-text("1994") a[data-stop]')
    await page.waitForSelector('.text mark.asked')
    const lightly = page.locator('.text mark.claim')
    expect(await lightly.count()).toBe(0)
    await press(page, 'c')
    await expect.poll(() => lightly.allTextContents()).toEqual([toll])
    expect(page.url()).toContain('claims=all')

    await press(page, 'j', 'Enter')
    await page.waitForSelector('dialog[open]')
    const value = (name: string) => page.locator(`dialog [name=${name}]`).inputValue()
    expect(await page.textContent('dialog blockquote mark')).toBe(toll)
    expect([await value('subject'), await value('date'), await value('factuality')]).toEqual([
      'The toll',
      '2001',
      'reported',
    ])
    await page.click('button:text-is("Set right")')
    await page.waitForSelector('.problem:has-text("Nothing has been changed.")')
    await page.selectOption('dialog [name=factuality]', 'rumoured')
    await page.click('button:text-is("Set right")')
    await page.waitForSelector('.text mark.claim.corrected')

    await lightly.click()
    await expect.poll(() => value('factuality')).toBe('rumoured')
    await page.click('dialog >> text=take back')
    await expect.poll(() => value('factuality')).toBe('reported')
    await page.click('text=This is not a claim')
    await lightly.waitFor({ state: 'detached' })
    await page.click('.text mark.asked')
    await page.waitForSelector('dialog blockquote:has-text("1994")')
    expect(complaints).toEqual([])
  })
})

/** A desk over articles that were read as a run reads them; gone after the test. */
async function deskOver(articles: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'gainsay-page-'))
  const [out, annotations] = [join(folder, 'out'), join(folder, 'annotations')]
  for (const [path, text] of Object.entries(articles)) writeFileSync(join(folder, path), text)
  await run({ paths: [folder], out, annotations, jobs: 1 })
  const desk = await openDesk({ out, annotations, jobs: 1, reviewer: 'Ada', version: '0' })
  onTestFinished(async () => {
    await desk.close()
    rmSync(folder, { recursive: true })
  })
  return desk
}
