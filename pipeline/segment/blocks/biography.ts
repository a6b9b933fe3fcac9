import type { Metadata } from '../../model/document.ts'
import type { Draft } from './draft.ts'
import { isProse, wordsOf } from './shape.ts'

/** How many blocks of prose a biography stands from the end. */
const LAST = 2
const MOST_WORDS = 80
const LIFE =
  /^(?:is|was|has|writes|teaches|works|lives|covers|reports|studied|studies|leads|edits|holds|serves|joined|heads)\b/
const CALLING =
  /^(?:is|was|works as|serves as) (?:an? |the |our )?(?:[\p{L}-]+ ){0,4}(?:journalist|reporter|writer|editor|correspondent|columnist|author|novelist|essayist|professor|lecturer|fellow|researcher|scholar|historian|economist|lawyer|photographer|freelancer?|PhD candidate|doctoral (?:student|candidate)|contributor|blogger|podcaster)\b/u
const NAME =
  /^(?:\p{Lu}[\p{L}'’-]+\.?|\p{Lu}\.)(?: (?:\p{Lu}[\p{L}'’-]+|\p{Lu}\.|van|von|de|da|al|bin|of)){1,3}(?= )/u
const WRITER = /^The (?:writer|author|reviewer|columnist) (?:is|was|writes|teaches|works)\b/

/**
 * What an article says of its own author at its end: a paragraph that begins with the author's name and tells a life, or
 * with the name of somebody whom the article has not spoken of, and a writer's calling.
 *
 * By "Jane Roe", finds "Jane Roe teaches law at Coast University."; by anybody, "Ann Poe is a reporter in Harrow." and
 * "The writer is a former judge."; leaves "Jane Roe said no.", "Ann Poe is a reporter." where the article tells of
 * her, and any paragraph further up alone.
 */
export function markBiography(drafts: readonly Draft[], { author }: Metadata): Draft[] {
  const names = (author?.value ?? '')
    .split(/,|;| and /)
    .map((name) => name.trim())
    .filter((name) => name.includes(' '))
  const marked = [...drafts]
  let prose = 0
  for (let at = drafts.length - 1; at >= 0 && prose < LAST; at--) {
    const { kind, text, title } = drafts[at]!
    if (kind !== 'paragraph' || title || !isProse(text)) continue
    if (at > 0 && isBiography(text, names, drafts, at)) marked[at] = { ...drafts[at]!, kind: 'boilerplate' }
    else prose++
  }
  return marked
}

function isBiography(text: string, names: readonly string[], drafts: readonly Draft[], at: number): boolean {
  const author = names.find((known) => text.startsWith(`${known} `) || text.startsWith(`${known}, `))
  if (author)
    return LIFE.test(
      text
        .slice(author.length)
        .replace(/^, [^.,]{2,80},/, '')
        .trimStart(),
    )
  if (wordsOf(text).length > MOST_WORDS) return false
  if (WRITER.test(text)) return true
  const name = NAME.exec(text)?.[0]
  if (!name || !CALLING.test(text.slice(name.length + 1))) return false
  const surname = name.split(' ').at(-1)!
  return !drafts.slice(0, at).some((draft) => isProse(draft.text) && draft.text.includes(surname))
}
