import { getDocumentProxy } from 'unpdf'
import { UserError } from '../model/errors.ts'
import { propertyTitle } from './docx/document-metadata.ts'
import type { Limits } from './limits.ts'
import { markFurniture } from './pdf/furniture.ts'
import { type Line, linesOfPage, type TextItem } from './pdf/lines.ts'
import { layOutPages } from './pdf/paragraphs.ts'
import type { Reader } from './reader.ts'
import { NOTHING_STATED } from './stated-metadata.ts'
import { buildText } from './text-builder.ts'

/**
 * PDF files with a text layer: text in the order of the file, page by page; words that a line's end parted are whole
 * again, running heads and page numbers are marked. Of the document's properties only the title is trusted: its date
 * is the day that the file was made.
 */
export const pdfReader: Reader = {
  format: 'pdf',
  extensions: ['.pdf'],
  async read(bytes, path, limits) {
    const { pages, title } = await readPages(bytes, path, limits)
    const builder = buildText()
    layOutPages(markFurniture(pages), builder)
    const { text, extraction } = builder.finish()
    if (!/\p{L}{2}/u.test(text)) {
      throw new UserError('this PDF has no text layer: its pages are pictures.', {
        where: path,
        remedy: 'Recognise its text first, for instance with: ocrmypdf in.pdf out.pdf.',
      })
    }
    return {
      text,
      bodyStart: 0,
      stated: { ...NOTHING_STATED, title: propertyTitle(title) },
      notes: [],
      extraction,
    }
  },
}

async function readPages(
  bytes: Uint8Array,
  path: string,
  limits: Limits,
): Promise<{ readonly pages: readonly (readonly Line[])[]; readonly title: string }> {
  const silent = 0
  try {
    // A copy, for the library takes the memory that it is given. No fonts, no functions made from the file's code.
    const options = {
      verbosity: silent,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
    }
    const pdf = await getDocumentProxy(new Uint8Array(bytes), options)
    try {
      if (pdf.numPages > limits.pages) {
        throw new UserError(`this PDF has ${pdf.numPages} pages, and ${limits.pages} are read.`, {
          where: path,
          remedy: 'Split it, or raise the limit with --limit pages=...',
        })
      }
      const pages: Line[][] = []
      let characters = 0
      for (let number = 1; number <= pdf.numPages; number++) {
        const page = await pdf.getPage(number)
        const [, bottom = 0, , top = 0] = page.view
        const { items } = await page.getTextContent()
        const lines = linesOfPage(items.filter((item) => 'str' in item) as TextItem[], bottom, top)
        page.cleanup()
        pages.push(lines)
        for (const line of lines) characters += line.text.length
        if (characters > limits.characters) {
          throw new UserError(`this PDF has more than ${limits.characters} characters.`, {
            where: path,
            remedy: 'Split it, or raise the limit with --limit characters=...',
          })
        }
      }
      const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
      const title = (info as { Title?: unknown }).Title
      return { pages, title: typeof title === 'string' ? title : '' }
    } finally {
      await pdf.destroy()
    }
  } catch (error) {
    if (error instanceof UserError) throw error
    throw explain(error, path)
  }
}

/** The library's errors have names (PasswordException, InvalidPDFException ...) and no common class. */
function explain(error: unknown, path: string): UserError {
  if ((error as Error).name === 'PasswordException') {
    return new UserError('this PDF is locked with a password.', {
      where: path,
      remedy: 'Unlock it, for instance with: qpdf --decrypt --password=... in.pdf out.pdf.',
      cause: error,
    })
  }
  return new UserError('this PDF is broken or cut short.', {
    where: path,
    remedy: 'Get the file again, or mend it, for instance with: qpdf in.pdf out.pdf.',
    cause: error,
  })
}
