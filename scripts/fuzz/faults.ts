import type { AnnotatedDocument } from '../../pipeline/model/document.ts'
import { contains, type Span } from '../../pipeline/model/span.ts'

/**
 * What is wrong with the spans of a document, in words; empty where all is well: a span is a quote, and lies in what it
 * belongs to, on any text.
 */
export function faults(document: AnnotatedDocument): string[] {
  const { text, blocks, sentences, words } = document
  const whole = { start: 0, end: text.length }
  const found: string[] = []
  const check = (what: string, span: Span, parent: Span) => {
    if (span.start >= span.end || !contains(parent, span)) {
      found.push(`${what} ${span.start}-${span.end} in ${parent.start}-${parent.end}`)
    }
  }
  const written = (what: string, part: { start: number | null; end: number | null; text: string }) => {
    if (part.start === null || part.end === null) return
    check(what, { start: part.start, end: part.end }, whole)
    if (text.slice(part.start, part.end) !== part.text) found.push(`${what}: "${part.text}" is not its slice`)
  }
  for (const block of blocks) check('block', block, whole)
  for (const sentence of sentences) {
    check('sentence', sentence, blocks[sentence.block]!)
    for (const word of words.slice(sentence.firstWord, sentence.endWord)) check('word', word, sentence)
  }
  for (const time of document.times) check('time', time, whole)
  for (const quantity of document.quantities) check('quantity', quantity, whole)
  for (const mention of document.mentions) check('mention', mention, whole)
  for (const acronym of document.acronyms) check('acronym', acronym, whole)
  for (const claim of document.claims) {
    check('claim', claim, whole)
    written('subject', claim.subject)
    written('relation', claim.relation)
    if (claim.object) written('object', claim.object)
    for (const qualifier of claim.qualifiers) written('qualifier', qualifier)
    for (const cue of claim.stanceCues) written('cue of stance', cue)
    if (claim.attribution) written('cue of attribution', claim.attribution.cue)
    if (claim.attribution?.speaker) written('speaker', claim.attribution.speaker)
  }
  return found
}
