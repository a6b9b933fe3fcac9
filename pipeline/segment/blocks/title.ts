import type { Metadata } from '../../model/document.ts'
import type { Line } from '../../model/lines.ts'
import type { Draft } from './draft.ts'
import { normal } from './shape.ts'

const SEARCHED_LINES = 60
const MOST_TITLE_LINES = 4

/** The lines, as a half-open range of indexes, that show the known title; null where the text does not repeat it. */
export function titleLines(
  lines: readonly Line[],
  metadata: Metadata,
): { first: number; end: number } | null {
  const wanted = titleForms(metadata)
  if (wanted.size === 0) return null
  for (let first = 0; first < Math.min(lines.length, SEARCHED_LINES); first++) {
    if (lines[first]!.text === '') continue
    let joined = ''
    for (let end = first; end < lines.length && end < first + MOST_TITLE_LINES; end++) {
      if (lines[end]!.text === '' || lines[end]!.text.length > 300) break
      joined += ` ${lines[end]!.text}`
      if (wanted.has(normal(joined))) return { first, end: end + 1 }
    }
  }
  return null
}

/** Marks every draft that repeats the title as a heading that is no section. */
export function markTitle(drafts: readonly Draft[], metadata: Metadata): Draft[] {
  const wanted = titleForms(metadata)
  return drafts.map((draft) => {
    if (
      draft.text.length > 400 ||
      draft.kind === 'code' ||
      draft.kind === 'cell' ||
      (draft.kind === 'boilerplate' && draft.marked) ||
      !wanted.has(normal(draft.text))
    )
      return draft
    return { ...draft, kind: 'heading', title: true }
  })
}

/** The title alone, and with the publisher behind it as web pages have it. */
function titleForms({ title, publisher }: Metadata): Set<string> {
  if (!title) return new Set()
  const forms = [title.value, `${title.value} ${publisher?.value ?? ''}`].map(normal)
  return new Set(forms.filter((form) => form !== ''))
}
