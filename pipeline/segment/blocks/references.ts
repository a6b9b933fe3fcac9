import type { Draft } from './draft.ts'
import { isProse, normal, wordsOf } from './shape.ts'

const CERTAIN_HEADING =
  /^(?:references?|list of references|reference list|bibliography|works cited|literature cited|cited works|list of literature|used literature)(?: and notes)?$/
const POSSIBLE_HEADING =
  /^(?:notes|endnotes|footnotes|sources|further reading|literature|citations|external links|see also)$/

/** Marks the entries of reference lists: what stands under their heading, or looks like a row of entries. */
export function markReferences(drafts: readonly Draft[]): Draft[] {
  const marked = [...drafts]
  let inList = false
  for (let at = 0; at < drafts.length; at++) {
    const draft = drafts[at]!
    if (draft.kind === 'boilerplate' || draft.kind === 'code' || draft.kind === 'cell') continue
    if (isListHeading(drafts, at)) {
      inList = true
      marked[at] = { ...draft, kind: 'heading' }
    } else if (inList && isOtherHeading(drafts, at)) {
      inList = entryShape(drafts[at + 1]?.text ?? '') >= 2
      if (inList) marked[at] = { ...draft, kind: 'heading' }
    } else if (
      inList &&
      wordsOf(draft.text).length >= 30 &&
      draft.kind !== 'item' &&
      entryShape(draft.text) < 2
    ) {
      inList = false
    }
    if (inList && marked[at]!.kind !== 'heading') marked[at] = { ...draft, kind: 'reference' }
  }
  return markRows(marked)
}

function isListHeading(drafts: readonly Draft[], at: number): boolean {
  const { text } = drafts[at]!
  if (text.length > 60) return false
  const name = normal(text).replace(/^\d+ /, '')
  if (CERTAIN_HEADING.test(name)) return at + 1 < drafts.length
  return POSSIBLE_HEADING.test(name) && entryShape(drafts[at + 1]?.text ?? '') >= 2
}

/** A heading inside a list: declared, or a short line without a number, a year or a stop. */
function isOtherHeading(drafts: readonly Draft[], at: number): boolean {
  const { kind, marked, text } = drafts[at]!
  if (kind === 'heading' && marked) return true
  return kind === 'paragraph' && !marked && wordsOf(text).length <= 8 && !/\d{4}|[.,;]$|https?:/.test(text)
}

/** Three or more strong entries in a row are a list without a heading. */
function markRows(drafts: readonly Draft[]): Draft[] {
  const marked = [...drafts]
  let first = 0
  for (let at = 0; at <= drafts.length; at++) {
    const draft = drafts[at]
    if (draft && isStrongEntry(draft)) continue
    if (at - first >= 3)
      for (let row = first; row < at; row++) marked[row] = { ...drafts[row]!, kind: 'reference' }
    first = at + 1
  }
  return marked
}

/** An entry begins with "Roe, Jane", "J. Roe," or its number; a sentence of an article does not. */
function isStrongEntry({ kind, text, number }: Draft): boolean {
  if (kind !== 'paragraph' && kind !== 'item') return false
  const author =
    /^\p{Lu}[\p{L}'’-]+,\s+(?:\p{Lu}\.|\p{Lu}\p{Ll}+[.,])|^\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}[\p{L}'’-]+,/u.test(
      text,
    )
  return (author || number !== null) && entryShape(text) >= 3
}

/** How many of the marks of a bibliographic entry a text bears; prose seldom has two in its first 400 characters. */
function entryShape(text: string): number {
  const entry = text.slice(0, 400)
  if (isProse(entry) && wordsOf(text).length > 90) return 0
  const marks = [
    /^(?:\[?\d+[\].]\s*)?(?:\p{Lu}[\p{L}'’-]+,\s+\p{Lu}|\p{Lu}\.\s?\p{Lu}[\p{L}'’-]+[,.])/u,
    /[(,.]\s*(?:(?:\d{1,2} )?[A-Z][a-z]+\.? (?:\d{1,2}, )?)?(?:1[6-9]|20)\d\d[a-z]?\)?(?:[.,:;]|$)/,
    /["“'‘][^"”]{8,}["”'’]|\*[^*]{4,}\*/,
    /https?:\/\/|\bdoi\b|\bwww\./i,
    /\b\d+\s?[–-]\s?\d+\b(?:\.|,|$)|\b\d+\s?\(\d+\)/,
    /\b(?:vol|no|pp|eds?|trans|op|ibid)\.|\b(?:accessed|retrieved|available at|et al|press|publishers?|journal|university|monograph|policy paper|working paper)\b/i,
  ]
  return marks.filter((mark) => mark.test(entry)).length
}
