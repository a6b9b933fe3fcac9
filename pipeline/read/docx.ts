import { UserError } from '../model/errors.ts'
import { readDocument } from './docx/document.ts'
import { documentMetadata } from './docx/document-metadata.ts'
import { unpack } from './docx/unpack.ts'
import type { Reader } from './reader.ts'
import { buildText } from './text-builder.ts'

/** Word files (Office Open XML): paragraphs, headings by their styles, list items, table cells, footnotes. */
export const docxReader: Reader = {
  format: 'docx',
  extensions: ['.docx', '.docm'],
  read(bytes, path, limits) {
    const parts = unpack(bytes, path, limits)
    const builder = buildText()
    for (const name of ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml']) {
      const xml = parts.get(name)
      if (xml !== undefined) readDocument(xml, builder)
    }
    const { text, extraction } = builder.finish()
    if (text === '') {
      throw new UserError('this Word file holds no text.', {
        where: path,
        remedy: 'If it shows pictures of text, convert it with a program that recognises text (OCR).',
      })
    }
    return {
      text,
      bodyStart: 0,
      stated: documentMetadata(parts.get('docProps/core.xml') ?? ''),
      notes: [],
      extraction,
    }
  },
}
