import type { Note } from '../model/document.ts'
import { UserError } from '../model/errors.ts'
import { decode } from './decode.ts'
import { checkBounds } from './html/bounds.ts'
import { declaredMetadata } from './html/declared-metadata.ts'
import { layOut } from './html/lay-out.ts'
import { mainContent } from './html/main-content.ts'
import { parsePage } from './html/page.ts'
import type { Reader, ReadText } from './reader.ts'
import { buildText } from './text-builder.ts'

/**
 * Saved web pages. The text is all that the page shows, in the order of its tree; what lies outside the article is
 * marked as boilerplate, so that nothing is lost where the article was not found whole. Nothing is run or fetched.
 */
export const htmlReader: Reader = {
  format: 'html',
  extensions: ['.html', '.htm', '.xhtml'],
  read(bytes, path, limits) {
    if (bytes.length > limits.htmlBytes) {
      throw new UserError(
        `this page has ${Math.round(bytes.length / 1e6)} MB, and ${limits.htmlBytes / 1e6} are read.`,
        {
          where: path,
          remedy: 'Save its article alone, or raise the limit with --limit htmlBytes=...',
        },
      )
    }
    const { text: html, notes } = decode(bytes, path, declaredEncoding(bytes))
    checkBounds(html, path, limits)
    return readPage(html, path, notes)
  },
}

function readPage(html: string, path: string, notes: readonly Note[]): ReadText {
  const page = parsePage(html)
  const { stated, otherDates } = declaredMetadata(page)
  const builder = buildText()
  layOut(page.body, mainContent(page, stated.title?.value ?? null), builder)
  const { text, extraction } = builder.finish()
  const own = extraction.hints.find(({ kind }) => kind !== 'boilerplate')
  if (!own) {
    throw new UserError('this page shows no text without running its scripts.', {
      where: path,
      remedy: 'Open it in a browser and save what it shows, as a whole page or as text.',
    })
  }
  const dates = otherDates.map((date) => `${stated.published?.value} and ${date}`).slice(0, 1)
  return {
    text,
    bodyStart: 0,
    headStart: own.start,
    stated,
    notes: [
      ...notes,
      ...dates.map(
        (both): Note => ({
          start: 0,
          end: 0,
          message: `The page gives two dates of publication, ${both}; the first was taken.`,
        }),
      ),
    ],
    extraction,
  }
}

/** What the page says of its own encoding in its first two kilobytes, as browsers look for it. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 2048))
  return (
    /<meta[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})["']/i.exec(head)?.[1] ??
    null
  )
}
