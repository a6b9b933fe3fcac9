import type { Span } from './span.ts'

/** A line without its line end and without the white space around it; `number` counts from 1 in the whole file. */
export interface Line extends Span {
  readonly number: number
  readonly text: string
}

/**
 * The lines of a text from an offset on, blank ones included (their span is empty). A line ends at LF, CR LF, CR, a
 * form feed (the page break of converted PDFs) or one of Unicode's separators.
 */
export function linesOf(text: string, from = 0, to = text.length): Line[] {
  const lines: Line[] = []
  let number = 1
  for (const end of text.slice(0, from).matchAll(LINE_END)) if (end[0] !== '\f') number++
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

const LINE_END = /\r\n|[\n\r\f\u0085\u2028\u2029]/g
