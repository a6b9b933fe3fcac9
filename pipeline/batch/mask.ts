import type { SourceFormat } from '../model/document.ts'
import type { DocumentRecord } from '../model/record.ts'
import { maskMarkup } from '../segment/index.ts'

/** A stored document's text, in the same length, with its markup blanked: what is left is what a browser shows. */
export function maskDocument({ text, format }: Pick<DocumentRecord, 'text' | 'format'>): string {
  // What was drawn out of another format has no marks any more: an asterisk in it is one for the reader, too.
  if (format !== 'text' && format !== 'markdown') return text
  // Front matter is no part of the body; where it begins and ends does not matter for what stands behind it.
  const body = { start: 0, end: text.length }
  return maskMarkup({ text, format, body })
}

/** What a text may show, when nobody knows its format any more: as it is, as plain text, or as Markdown. */
export const MASKS: readonly ((text: string) => string)[] = [
  (text) => text,
  ...(['text', 'markdown'] satisfies SourceFormat[]).map(
    (format) => (text: string) => maskDocument({ text, format }),
  ),
]
