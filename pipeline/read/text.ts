import type { Note } from '../model/document.ts'
import { UserError } from '../model/errors.ts'
import { decode } from './decode.ts'
import { readFrontMatter } from './front-matter.ts'
import type { Reader, ReadText } from './reader.ts'
import { statedMetadata } from './stated-metadata.ts'

/** Plain text, with or without front matter. */
export const textReader: Reader = { format: 'text', extensions: ['.txt', '.text'], read: readPlainText }

/** What plain text and Markdown share: decoding and front matter. Throws a UserError for a file without an article. */
export function readPlainText(bytes: Uint8Array, path: string): ReadText {
  const { text, notes } = decode(bytes, path)
  const frontMatter = readFrontMatter(text, path)
  const bodyStart = frontMatter?.end ?? 0
  if (text.slice(bodyStart).trim() === '') {
    throw new UserError(
      frontMatter ? 'there is no text behind the front matter.' : 'the file holds nothing but white space.',
      {
        where: path,
        remedy: 'Remove it, or fill it.',
      },
    )
  }
  return { text, bodyStart, stated: statedMetadata(frontMatter), notes: [...notes, ...notesOn(text)] }
}

function notesOn(text: string): Note[] {
  const at = text.indexOf('\ufffd')
  if (at < 0) return []
  return [{ start: at, end: at + 1, message: 'Characters were lost (U+FFFD) before this file came to us.' }]
}
