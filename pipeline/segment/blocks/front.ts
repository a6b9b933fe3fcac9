import type { Metadata } from '../../model/document.ts'
import type { Draft } from './draft.ts'
import { isProse, normal, wordsOf } from './shape.ts'
import { isStructural } from './structural.ts'

/** How far below the title a byline may stand. */
const FRONT_DRAFTS = 12

const AFFILIATION =
  /\b(?:university|institute|department|faculty|school|college|academy|scholar|professor|lecturer|researcher|fellow|ph\.?\s?d|correspondent|editor|columnist|ministry|centre|center|laboratory)\b/i

/**
 * What stands around the title and is no text: everything above it that is no prose (mastheads, section labels), and
 * below it the author, the publisher and the lines that go with the author (rank, institution, town).
 *
 * Below the title "Jane Roe", "Research fellow," and "Coast University" are found; "Abstract:", a standfirst without
 * a full stop and a first heading are left alone.
 */
export function markFront(drafts: readonly Draft[], metadata: Metadata): Draft[] {
  const marked = [...drafts]
  const title = drafts.findIndex((draft) => draft.title)
  const set = (at: number): void => {
    marked[at] = { ...marked[at]!, kind: 'boilerplate' }
  }
  for (let at = 0; at < title; at++) if (!isProse(drafts[at]!.text) && !drafts[at]!.marked) set(at)
  const names = namesOf(metadata)
  let inByline = false
  for (let at = title + 1; at < Math.min(drafts.length, title + 1 + FRONT_DRAFTS); at++) {
    const draft = drafts[at]!
    if (draft.title) continue
    if (draft.marked || isProse(draft.text) || isStructural(draft.text)) break
    const words = wordsOf(draft.text).length
    const line = normal(draft.text)
    if (
      words <= 12 &&
      (names.has(line) || [...names].some((name) => name.includes(' ') && line.includes(name)))
    )
      inByline = true
    else if (
      !(
        inByline &&
        words <= 14 &&
        (!draft.afterBlank || AFFILIATION.test(draft.text) || /,$/.test(draft.text))
      )
    ) {
      inByline = false
      continue
    }
    set(at)
  }
  return marked
}

/** The author's names together and one by one, and the publisher's. */
function namesOf({ author, publisher }: Metadata): Set<string> {
  const names = [author?.value ?? '', ...(author?.value.split(',') ?? []), publisher?.value ?? '']
  return new Set(names.map(normal).filter((name) => name !== ''))
}
