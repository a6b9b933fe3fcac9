import type { Reader } from './reader.ts'
import { readPlainText } from './text.ts'

/** Markdown: the text is the raw Markdown, so that offsets are those of the file; `segment/` knows its markup. */
export const markdownReader: Reader = {
  format: 'markdown',
  extensions: ['.md', '.markdown'],
  read: readPlainText,
}
