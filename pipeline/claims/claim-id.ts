import { type ClaimId, contentId, type DocumentId } from '../model/ids.ts'
import type { Span } from '../model/span.ts'

/** A slot as far as the id of its claim goes: its place, or its words where it stands nowhere. */
interface Placed {
  readonly start: number | null
  readonly end: number | null
  readonly text: string
}

/** A claim's id: its document with the spans of its evidence and slots, for people and rules alike. */
export function claimIdOf(document: DocumentId, evidence: Span, slots: readonly (Placed | null)[]): ClaimId {
  const places = slots.flatMap((slot) => (slot === null ? [null, null] : [slot.start ?? slot.text, slot.end]))
  return contentId('c', document, evidence.start, evidence.end, ...places)
}
