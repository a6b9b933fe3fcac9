import { findClaims } from './claims/index.ts'
import { findTimes } from './dates/index.ts'
import { findMentions } from './entities/index.ts'
import type { AnnotatedDocument, Source } from './model/document.ts'
import type { Knowledge } from './model/knowledge.ts'
import { findQuantities } from './quantities/index.ts'
import { segmentBlocks } from './segment/blocks.ts'
import { detectLanguage } from './segment/language.ts'
import { segmentWords } from './segment/words.ts'

/**
 * One document's way through all its layers. Each stage adds its own and changes none; the same source and
 * knowledge give the same layers, byte for byte.
 */
export function annotate(source: Source, knowledge: Knowledge): AnnotatedDocument {
  const blocked = { ...source, ...detectLanguage(source, segmentBlocks(source)) }
  const worded = { ...blocked, ...segmentWords(blocked) }
  const timed = { ...worded, times: findTimes(worded) }
  const measured = { ...timed, quantities: findQuantities(timed) }
  const linked = { ...measured, ...findMentions(measured, knowledge) }
  return { ...linked, claims: findClaims(linked, knowledge) }
}
