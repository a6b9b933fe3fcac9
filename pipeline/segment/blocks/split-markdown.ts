import { linesOf } from '../../model/lines.ts'
import type { Span } from '../../model/span.ts'

/** A part of a Markdown text that can be parsed alone; not `parsable` where the parser would take for ever. */
export interface MarkdownCut extends Span {
  readonly parsable: boolean
}

/*
 * The parser's time grows with the square of lines and marks. Articles stay below these limits, books are cut at
 * blank lines, and what cannot be cut is no article.
 */
const MOST_CHARACTERS = 48_000
const MOST_LINES = 1_500
const MOST_MARKS = 4_000
const DEEPEST_NESTING = 50
/** Of so many lines, so short on average (UTF-16 units, line ends included): a column of figures, and no paragraphs. */
const COLUMN = { lines: 1_000, shorterThan: 8 }

/** Begins something that may go on from the lines above it: an item, a quote, a row of a table. */
const GOES_ON = /^(?:[-+*>|]|\d{1,9}[.)])/

const NESTED = new RegExp(`(?:(?:>|[-+*]|\\d{1,9}[.)]) *){${DEEPEST_NESTING}}`)
const MARK = /[*_~`[\]<&]/g

/**
 * Cuts a Markdown text at blank lines outside fenced code, before lines that begin a block of their own, into parts
 * as long as the parser likes; a text of ordinary length is one part.
 */
export function splitMarkdown(text: string, { start, end }: Span): MarkdownCut[] {
  const parts: MarkdownCut[] = []
  let partStart = start
  let partLine = 0
  let safe: { at: number; line: number } | null = null
  let fence: string | null = null
  let blankAbove = false
  const isLong = (at: number, line: number): boolean =>
    at - partStart > MOST_CHARACTERS || line - partLine > MOST_LINES
  const cutAt = (cut: { at: number; line: number }): void => {
    parts.push({
      start: partStart,
      end: cut.at,
      parsable: isParsable(text.slice(partStart, cut.at), cut.line - partLine),
    })
    partStart = cut.at
    partLine = cut.line
    safe = null
  }
  for (const [number, line] of linesOf(text, start, end).entries()) {
    const indented = /[ \t]/.test(text[line.start - 1] ?? '')
    if (fence === null && blankAbove && line.text !== '' && !indented && !GOES_ON.test(line.text)) {
      if (safe && isLong(line.start, number)) cutAt(safe)
      if (isLong(line.start, number)) cutAt({ at: line.start, line: number })
      else safe = { at: line.start, line: number }
    }
    const mark = /^(?:```|~~~)/.exec(line.text)?.[0]
    if (mark) fence = fence === null ? mark : fence === mark ? null : fence
    blankAbove = line.text === ''
  }
  const lines = linesOf(text, partStart, end).length
  if (safe && (end - partStart > MOST_CHARACTERS || lines > MOST_LINES)) cutAt(safe)
  parts.push({ start: partStart, end, parsable: isParsable(text.slice(partStart, end), lines) })
  return parts
}

function isParsable(part: string, lines: number): boolean {
  if (part.length > 2 * MOST_CHARACTERS || lines > 2 * MOST_LINES || NESTED.test(part)) return false
  if (lines > COLUMN.lines && part.length < COLUMN.shorterThan * lines) return false
  return (part.match(MARK)?.length ?? 0) <= MOST_MARKS
}
