import type { Draft } from './draft.ts'
import { isProse, wordsOf } from './shape.ts'
import { isStructural } from './structural.ts'

const MOST_WORDS = 14
const MOST_CHARACTERS = 110

/** Opens a sentence rather than a heading, once the line is longer than a heading likes to be. */
const SENTENCE_OPENING =
  /^(?:the|this|these|those|it|he|she|they|we|i|you|there|here|a|an|in|on|at|as|but|and|so|for|if|when)\b/i
const FINITE =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|should|may|must|did|does|do|said|says)\b/i

/** "Employees: 9,400"; not "2003: Invasion" and "Results: an overview". */
const LABELLED_FIGURE = /^\p{L}[^:]{1,40}:\s*[$€£₹]?\d[\d.,]*(?:\s\p{L}+)?$/u
const UNFINISHED = /\s(?:a|an|the|of|in|to|at|and|or|with|by)$/i

/**
 * Headings of plain text: a short line without a stop that stands over prose, "2.1" before it or not.
 *
 * Finds "Storm damage" and "What now?" over a paragraph; leaves "see you soon", "He said:", a line over nothing, the
 * items of a list, "“We will rebuild it”", and a standfirst between title and byline alone.
 */
export function markHeadings(drafts: readonly Draft[]): Draft[] {
  const marked = [...drafts]
  // From the end, for a heading may stand over a heading.
  let below: Draft | null = null
  for (let at = drafts.length - 1; at >= 0; at--) {
    const draft = drafts[at]!
    if (draft.kind === 'boilerplate') continue
    const standfirst = drafts[at - 1]?.title === true && drafts[at + 1]?.kind === 'boilerplate'
    if (
      !standfirst &&
      canBeHeading(draft, drafts[at - 1], drafts[at + 1]) &&
      below &&
      standsOver(draft, below)
    ) {
      marked[at] = { ...draft, kind: 'heading' }
    }
    below = marked[at]!
  }
  return marked
}

function canBeHeading(draft: Draft, above: Draft | undefined, next: Draft | undefined): boolean {
  const { kind, marked, title } = draft
  if (marked || title || (kind !== 'paragraph' && !isNumberedHeading(draft, above, next))) return false
  if (closesShortLines(draft, above, next)) return false
  return looksLikeHeading(draft.text)
}

/** The last of several short lines before a blank one: an address, a table of figures. */
function closesShortLines(draft: Draft, above: Draft | undefined, next: Draft | undefined): boolean {
  return !draft.afterBlank && next?.afterBlank === true && above?.kind === 'paragraph' && !isProse(above.text)
}

/** A year alone may be a heading; other lines need a letter. */
function looksLikeHeading(text: string): boolean {
  if (/^(?:1[5-9]|20)\d\d(?:\s?[–-]\s?\d{2,4})?$/.test(text)) return true
  if (text.length > MOST_CHARACTERS || /[.!;,…]["'”’)]*$/.test(text)) return false
  if (!/^(?:\d+(?:\.\d+)*\.?\s+)?["'“‘(]?[\p{Lu}\p{Lo}\p{N}]/u.test(text) || !/\p{L}/u.test(text))
    return false
  if (/^["“‘].*["”’]$/.test(text) || /\bsa(?:id|ys):$/.test(text)) return false
  if (UNFINISHED.test(text) || LABELLED_FIGURE.test(text) || /\p{Ll}{3}[.!] \p{Lu}/u.test(text)) return false
  const words = wordsOf(text).length
  if (words > MOST_WORDS) return false
  return words < 8 || text.endsWith('?') || !(SENTENCE_OPENING.test(text) && FINITE.test(text))
}

/** "3. Storm damage" between paragraphs; between other items it is one of them. */
function isNumberedHeading(draft: Draft, above: Draft | undefined, next: Draft | undefined): boolean {
  return draft.kind === 'item' && draft.number !== null && above?.kind !== 'item' && next?.kind !== 'item'
}

/** Prose, entries or items stand below, or a line that is too much of a sentence for a heading. */
function standsOver(draft: Draft, below: Draft): boolean {
  if (below.kind === 'heading') return !below.title && (isStructural(below.text) || draft.afterBlank)
  if (below.kind !== 'paragraph') return below.kind !== 'code'
  return (
    isProse(below.text) || (wordsOf(below.text.slice(0, 200)).length >= 8 && !looksLikeHeading(below.text))
  )
}
