import type { DocumentRecord } from './model/record.ts'
import { maskMarkup } from './segment/index.ts'

/** A stored document's text, in the same length, with its markup blanked: what is left is what a browser shows. */
export function maskDocument(document: DocumentRecord): string {
  const { path, sha256, format, id, text, textSha256, metadata } = document
  // Front matter is no part of the body; where it begins and ends does not matter for what stands behind it.
  const body = { start: 0, end: text.length }
  return maskMarkup({ path, sha256, format, id, text, textSha256, metadata, body, notes: [] })
}
