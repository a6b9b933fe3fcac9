import { type Context, type Draft, draft } from './draft.ts'
import { wordsOf } from './shape.ts'
import { runInHead } from './structural.ts'

/** "Introduction. Ferries have always ..." becomes a heading and a paragraph: nothing is lost, and no claim begins with it. */
export function splitRunInHeads(drafts: readonly Draft[], { masked }: Context): Draft[] {
  return drafts.flatMap((whole) => {
    const length = whole.kind === 'paragraph' ? runInHead(whole.text) : 0
    if (length === 0 || wordsOf(whole.text.slice(length, length + 200)).length < 4) return [whole]
    const end = whole.start + masked.slice(whole.start, whole.end).search(/[.:]/) + 1
    const head = draft(masked, { start: whole.start, end }, { kind: 'heading', afterBlank: whole.afterBlank })
    const rest = draft(masked, { start: end, end: whole.end }, { afterBlank: false })
    return head && rest ? [head, rest] : [whole]
  })
}
