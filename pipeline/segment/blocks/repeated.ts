import type { Draft } from './draft.ts'
import { endsSentence, wordsOf } from './shape.ts'

const MOST_WORDS = 14
const LEAST_TIMES = 3

/**
 * The running heads of a text that was copied out of pages: a short line that comes again and again, numbers aside.
 *
 *     River Survey   Report 3      12     <- found, where "River Survey   Report 3   13" and "14" follow
 *     “No.”                               <- left alone, however often it is said: it ends a sentence
 */
export function markRepeated(drafts: readonly Draft[]): Draft[] {
  const times = new Map<string, number>()
  for (const draft of drafts)
    if (canBeHead(draft)) times.set(keyOf(draft), (times.get(keyOf(draft)) ?? 0) + 1)
  return drafts.map((draft) =>
    canBeHead(draft) && times.get(keyOf(draft))! >= LEAST_TIMES ? { ...draft, kind: 'boilerplate' } : draft,
  )
}

/** Three words at least: "Method" may well head three sections. */
function canBeHead({ kind, marked, title, text }: Draft): boolean {
  if (
    kind !== 'paragraph' ||
    marked ||
    title ||
    text.length > 160 ||
    endsSentence(text) ||
    /[:?]$/.test(text)
  )
    return false
  const words = wordsOf(text).length
  return words >= 3 && words <= MOST_WORDS && /\d/.test(text)
}

function keyOf({ text }: Draft): string {
  return text.replace(/\d+/g, '#')
}
