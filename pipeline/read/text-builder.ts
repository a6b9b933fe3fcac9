import type { BlockHint, BlockKind, Extraction } from '../model/document.ts'
import type { Span } from '../model/span.ts'

export interface BlockOptions {
  /** Of a heading: 1 is the outermost. */
  readonly level?: number
  /** What stands between the block and the one before: a blank line, if nothing else is said. */
  readonly separator?: string
  /** Length of the bullet or number with which the content begins: it is no part of the block. */
  readonly marker?: number
}

/** A text in the making: blocks are added in reading order, and what was said of each becomes its hint. */
export interface TextBuilder {
  /** Nothing is added where the content has no visible character. */
  add(kind: BlockKind, content: string, options?: BlockOptions): void
  /** What is added from here on is on the next page. */
  nextPage(): void
  /** Inside the last block, counted from its start: a paragraph that goes on over the page. */
  pageBreakInLast(offset: number): void
  isEmpty(): boolean
  finish(): { readonly text: string; readonly extraction: Extraction }
}

const BETWEEN_BLOCKS = '\n\n'

export function buildText(): TextBuilder {
  const parts: string[] = []
  const hints: BlockHint[] = []
  const pageStarts: number[] = []
  let length = 0
  let last = 0
  return {
    add(kind, content, { level, separator = BETWEEN_BLOCKS, marker = 0 } = {}) {
      const shown = content.trim()
      if (shown === '') return
      if (length > 0) {
        parts.push(separator)
        length += separator.length
      }
      parts.push(shown)
      last = length
      hints.push({ start: length + marker, end: length + shown.length, kind, level: level ?? null })
      length += shown.length
    },
    nextPage: () => void pageStarts.push(length),
    pageBreakInLast: (offset) => void pageStarts.push(last + offset),
    isEmpty: () => length === 0,
    finish() {
      if (length > 0) parts.push('\n')
      const text = parts.join('')
      const pages = pageStarts.map((start, at): Span => ({ start, end: pageStarts[at + 1] ?? text.length }))
      return { text, extraction: { hints, pages } }
    },
  }
}

/** One line of what a reader sees: soft hyphens and zero-width spaces gone, white space as one space. */
export function inline(text: string): string {
  return text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').replace(/\s+/g, ' ')
}

const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789-−+'].map((sign, at) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺'][at]!]),
)

/**
 * Raised figures as what they are: the number of a note behind "12 people", or 10 to the sixth, must not become part of
 * the figure or the word before it. "12" -> "¹²", "-6" -> "⁻⁶"; "th" and "[1]" stay.
 */
export function raised(text: string): string {
  return /^\s*[-−+]?\d{1,3}(?:\s*[,;–-]\s*\d{1,3}){0,8}\s*$/.test(text)
    ? text.replace(/[-−+](?=\d)|\d/g, (sign) => RAISED[sign]!)
    : text
}
