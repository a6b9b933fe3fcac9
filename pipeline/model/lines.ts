import type { Span } from './span.ts'

/** A line without its line end and without the white space around it. */
export interface Line extends Span {
  /** Counted from 1 in the whole file, where the first one's number was given. */
  readonly number: number
  readonly text: string
}

/**
 * The lines of a text from an offset on, blank ones included (their span is empty). A line ends at LF, CR LF, CR, a
 * form feed (the page break of converted PDFs) or one of Unicode's separators. `first` is the number of the line at
 * `from`, for whoever tells lines by their numbers (`lineNumberAt`): to count it costs as much as the text before is long.
 */
export function linesOf(text: string, from = 0, to = text.length, first = 1): Line[] {
  const lines: Line[] = []
  let number = first
  let start = from
  const push = (end: number): void => {
    const raw = text.slice(start, end)
    const trimmed = raw.trimStart()
    const first = start + raw.length - trimmed.length
    const content = trimmed.trimEnd()
    lines.push({ number, text: content, start: first, end: first + content.length })
  }
  for (const lineEnd of text.slice(from, to).matchAll(LINE_END)) {
    const at = from + lineEnd.index
    push(at)
    if (lineEnd[0] !== '\f') number++
    start = at + lineEnd[0].length
  }
  push(to)
  return lines
}

/** The number of the line that an offset is in, from 1; a page break begins no line of its own. */
export function lineNumberAt(text: string, offset: number): number {
  let number = 1
  for (const end of text.slice(0, offset).matchAll(LINE_END)) if (end[0] !== '\f') number++
  return number
}

const LINE_END = /\r\n|[\n\r\f\u0085\u2028\u2029]/g
