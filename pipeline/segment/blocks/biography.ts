import type { Metadata } from '../../model/document.ts'
import type { Draft } from './draft.ts'
import { isProse } from './shape.ts'

/** How many blocks of prose a biography stands from the end. */
const LAST = 2
const LIFE =
  /^(?:is|was|has|writes|teaches|works|lives|covers|reports|studied|studies|leads|edits|holds|serves|joined|heads)\b/

/**
 * What an article says of its own author at its end: a paragraph that begins with the author's name and tells a life.
 *
 * By "Jane Roe", finds "Jane Roe teaches law at Coast University."; leaves "Jane Roe said no." and any paragraph
 * further up alone.
 */
export function markBiography(drafts: readonly Draft[], { author }: Metadata): Draft[] {
  const names = (author?.value ?? '').split(/\s*(?:,|;| and )\s*/).filter((name) => name.includes(' '))
  const marked = [...drafts]
  let prose = 0
  for (let at = drafts.length - 1; at >= 0 && prose < LAST && names.length > 0; at--) {
    const { kind, text } = drafts[at]!
    if (kind !== 'paragraph' || !isProse(text)) continue
    const name = names.find((known) => text.startsWith(`${known} `))
    if (name && LIFE.test(text.slice(name.length + 1))) marked[at] = { ...drafts[at]!, kind: 'boilerplate' }
    else prose++
  }
  return marked
}
