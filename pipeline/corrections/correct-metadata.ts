import type { CorrectionMark } from '../model/correction.ts'
import type { Metadata } from '../model/document.ts'
import { metadataWords } from './field-words.ts'
import type { TextCorrection } from './in-force.ts'

/** Lays people's word over what is known of a text at a path, with a mark for each value; the last word counts. */
export function correctMetadata(
  found: Metadata,
  path: string,
  corrections: readonly TextCorrection[],
): { readonly metadata: Metadata; readonly marks: readonly CorrectionMark[] } {
  const marks = new Map<keyof Metadata, CorrectionMark>()
  let metadata = found
  for (const entry of corrections) {
    if (entry.kind !== 'source' || (entry.path !== null && entry.path !== path)) continue
    const { id, reviewer, at } = entry
    const reason = `${reviewer}, ${at.slice(0, 10)}`
    for (const { field, before, after } of entry.changes) {
      const known = after === null ? null : { value: after, basis: 'correction' as const, reason }
      metadata = { ...metadata, [field]: known }
      marks.set(field, { id, field: metadataWords(field), before, after, reviewer, at })
    }
  }
  return { metadata, marks: [...marks.values()] }
}
