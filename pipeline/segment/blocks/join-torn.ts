import { type Context, type Draft, draft } from './draft.ts'
import { endsSentence, wordsOf } from './shape.ts'

const OPEN_END = /\b(?:a|an|the|of|and|or|its|their|that|which)$/i

/**
 * A paragraph that a page break tore is one again: the first part ends without a stop, and the next begins in lower
 * case or the first ends with a word that cannot end a sentence.
 *
 *     The survey was begun in 2016 and carried out    <- one paragraph with the next,
 *                                                        blank line included
 *     twice a year ever since.
 *
 * Only where most other paragraphs are well kept, with a capital and a stop: in a chat nobody tore anything.
 */
export function joinTornParagraphs(drafts: readonly Draft[], { masked }: Context): Draft[] {
  if (!areWellKept(drafts)) return [...drafts]
  const joined: Draft[] = []
  for (const next of drafts) {
    const above = joined.at(-1)
    if (above && isTorn(above, next)) {
      const { kind, marked, number, afterBlank } = above
      joined[joined.length - 1] = draft(
        masked,
        { start: above.start, end: next.end },
        { kind, marked, number, afterBlank },
      )!
    } else {
      joined.push(next)
    }
  }
  return joined
}

function isTorn(above: Draft, next: Draft): boolean {
  if (next.kind !== 'paragraph' || (above.kind !== 'paragraph' && above.kind !== 'item')) return false
  if (wordsOf(above.text.slice(-400)).length < 8 || endsSentence(above.text) || /[:;]$/.test(above.text))
    return false
  if (!/^["'“‘(]?[\p{Lu}\p{N}]/u.test(above.text) || !endsSentence(next.text)) return false
  return /^\p{Ll}/u.test(next.text) || OPEN_END.test(above.text.slice(-20))
}

function areWellKept(drafts: readonly Draft[]): boolean {
  const paragraphs = drafts.filter(
    ({ kind, text }) => kind === 'paragraph' && wordsOf(text.slice(0, 400)).length >= 8,
  )
  const kept = paragraphs.filter(({ text }) => /^["'“‘(]?[\p{Lu}\p{N}]/u.test(text) && endsSentence(text))
  return kept.length >= 2 && kept.length * 4 >= (paragraphs.length - 1) * 3
}
