import type { Note } from '../model/document.ts'
import { UserError } from '../model/errors.ts'
import { type PartOptions, readPart } from './docx/document.ts'
import { documentMetadata } from './docx/document-metadata.ts'
import { readStyles } from './docx/styles.ts'
import { MAIN, unpack } from './docx/unpack.ts'
import type { Reader } from './reader.ts'
import { buildText } from './text-builder.ts'

/**
 * Word files (Office Open XML): paragraphs, headings by their styles, list items, table cells, foot- and endnotes; heads
 * and feet of the pages behind them, as boilerplate.
 */
export const docxReader: Reader = {
  format: 'docx',
  extensions: ['.docx', '.docm'],
  read(bytes, path, limits) {
    const parts = unpack(bytes, path, limits)
    const builder = buildText()
    const styleOf = readStyles(parts.get('word/styles.xml') ?? '')
    const body: PartOptions = { styleOf, mostCharacters: limits.characters }
    const main = [...parts.keys()].filter((name) => MAIN.test(name)).sort()
    const read = [...main, 'word/footnotes.xml', 'word/endnotes.xml'].map((name) =>
      readPart(parts.get(name) ?? '', builder, body),
    )
    const empty = builder.isEmpty()
    const margins = [...parts.keys()].filter((name) => /\/(?:header|footer)\d*\.xml$/.test(name)).sort()
    for (const name of margins)
      read.push(readPart(parts.get(name)!, builder, { ...body, kind: 'boilerplate' }))
    const fault = read.find((part) => part.fault !== null)?.fault
    if (fault) {
      throw new UserError(`this Word file cannot be read: ${fault}.`, {
        where: path,
        remedy: 'Save its text alone, or raise the limit with --limit.',
      })
    }
    if (empty) {
      throw new UserError('this Word file holds no text.', {
        where: path,
        remedy: 'If it shows pictures of text, convert it with a program that recognises text (OCR).',
      })
    }
    return {
      ...builder.finish(),
      bodyStart: 0,
      stated: documentMetadata(parts.get('docProps/core.xml') ?? ''),
      notes: read.some(({ trackedChanges }) => trackedChanges) ? [TRACKED] : [],
    }
  },
}

const TRACKED: Note = {
  start: 0,
  end: 0,
  message: 'The file holds tracked changes; it was read as if all of them were accepted.',
}
