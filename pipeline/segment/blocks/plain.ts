import { type Line, linesOf } from '../../model/lines.ts'
import type { Span } from '../../model/span.ts'
import { type Context, type Draft, draft } from './draft.ts'
import { endsSentence } from './shape.ts'
import { titleLines } from './title.ts'

/** "1. ", "12) ", "(3) ", "[4] ", "a) ", "- ", "• " and the like before an item; not "2019 was" or "A. Smith". */
const ITEM = /^(?:(\d{1,3})[.)]|\((\d{1,3}|[a-z])\)|\[(\d{1,3})\]|[a-z]\)|[-*•‣◦▪·–—])\s+(?=\S)/

/** Hard-wrapped text is no wider than this; longer lines are paragraphs. */
const WIDEST_WRAPPED = 130
const NARROWEST_WRAPPED = 40

/** Plain text to drafts: one for each paragraph, list item or line that stands alone. */
export function plainDrafts({ source, masked }: Context, { start, end }: Span = source.body): Draft[] {
  const lines = linesOf(masked, start, end)
  const drafts: Draft[] = []
  const title = titleLines(lines, source.metadata)
  let run: Line[] = []
  let afterBlank = true
  const flush = (): void => {
    for (const group of groupLines(run)) {
      drafts.push(...toDraft(masked, group, afterBlank))
      afterBlank = false
    }
    run = []
  }
  for (const [at, line] of lines.entries()) {
    const inTitle = title !== null && title.first <= at && at < title.end
    if (line.text === '' || inTitle) flush()
    if (line.text === '' && !inTitle) afterBlank = true
    else if (!inTitle) run.push(line)
    else if (at === title.end - 1) {
      drafts.push(...toDraft(masked, lines.slice(title.first, title.end), afterBlank))
      afterBlank = false
    }
  }
  flush()
  return drafts
}

function toDraft(masked: string, group: readonly Line[], afterBlank: boolean): Draft[] {
  const { start } = group[0]!
  const { end } = group.at(-1)!
  const marker = ITEM.exec(group[0]!.text)
  const made = marker
    ? draft(
        masked,
        { start: start + marker[0].length, end },
        { kind: 'item', number: marker[1] ?? marker[2] ?? marker[3] ?? null, afterBlank },
      )
    : draft(masked, { start, end }, { afterBlank })
  return made ? [made] : []
}

/** Lines wider than any wrapped line stand alone, also in a Markdown paragraph: they were pasted from a page. */
export function arePasted(lines: readonly Line[]): boolean {
  return lines.length > 1 && lines.some((line) => line.text.length > WIDEST_WRAPPED)
}

/** Splits lines without a blank line between them into paragraphs: wrapped lines stay together. */
export function groupLines(run: readonly Line[]): Line[][] {
  const groups: Line[][] = []
  const width = wrapWidth(run)
  for (const [at, line] of run.entries()) {
    const above = run[at - 1]
    if (above && continues(above, line, width)) groups.at(-1)!.push(line)
    else groups.push([line])
  }
  return groups
}

function continues(above: Line, line: Line, width: number | null): boolean {
  if (ITEM.test(line.text)) return false
  if (width !== null && isFull(above, line, width)) return true
  return (
    above.text.length >= NARROWEST_WRAPPED &&
    !endsSentence(above.text) &&
    !/[:;]$/.test(above.text) &&
    /^\p{Ll}/u.test(line.text)
  )
}

/**
 * The width to which these lines are hard-wrapped; null where each line is a paragraph of its own. Wrapped are lines
 * of a typewriter's width of which most could not take the next line's first word, some break inside a sentence, and
 * the last ends one.
 */
function wrapWidth(run: readonly Line[]): number | null {
  if (run.length < 2) return null
  let width = 0
  for (const line of run) width = Math.max(width, line.text.length)
  if (width > WIDEST_WRAPPED || width < NARROWEST_WRAPPED) return null
  const pairs = run.length - 1
  let full = 0
  let unfinished = 0
  for (let at = 0; at < pairs; at++) {
    if (isFull(run[at]!, run[at + 1]!, width)) full++
    if (!endsSentence(run[at]!.text)) unfinished++
  }
  const closed = endsSentence(run.at(-1)!.text) || run.length >= 5
  return closed && unfinished > 0 && full * 2 > pairs ? width : null
}

function isFull(line: Line, next: Line, width: number): boolean {
  const firstWord = /^\S{1,40}/.exec(next.text)?.[0].length ?? 0
  return line.text.length + 1 + firstWord >= width * 0.88
}
