import type { Span } from '../../model/span.ts'

/**
 * Paired asterisks and underscores around words in plain text, and the brackets around an address, in order.
 *
 * Finds the marks of "*The Coast Courier*", "**A TITLE**" and "<https://example.org>"; leaves "2 * 3 * 4",
 * "snake_case_name" and a lone footnote star alone. A pair lies within one paragraph.
 */
export function emphasisMarks(text: string): Span[] {
  const marks: Span[] = []
  const openers = new Map<string, Span>()
  for (const match of text.matchAll(
    /\*{1,3}|_{1,3}|\n[ \t\r]*\n|<(?=https?:\/\/[^\s<>]{1,500}>)|>(?<=https?:\/\/[^\s<>]{1,500}>)/g,
  )) {
    const span = { start: match.index, end: match.index + match[0].length }
    if (match[0].startsWith('\n')) {
      openers.clear()
    } else if (match[0] === '<' || match[0] === '>') {
      marks.push(span)
    } else {
      const opener = openers.get(match[0])
      if (opener && closes(text, span)) {
        marks.push(opener, span)
        openers.delete(match[0])
      } else if (opens(text, span)) {
        openers.set(match[0], span)
      }
    }
  }
  return marks.sort((a, b) => a.start - b.start)
}

const INSIDE_A_WORD = /[\p{L}\p{N}_*]/u

function opens(text: string, { start, end }: Span): boolean {
  return !INSIDE_A_WORD.test(text[start - 1] ?? ' ') && !/[\s*_]/.test(text[end] ?? ' ')
}

function closes(text: string, { start, end }: Span): boolean {
  return !/[\s*_]/.test(text[start - 1] ?? ' ') && !INSIDE_A_WORD.test(text[end] ?? ' ')
}
