import type { BlockKind, Source } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'

/** A block in the making. The passes of `segmentBlocks` look at drafts in order and settle what they are. */
export interface Draft extends Span {
  readonly kind: BlockKind
  /** The mark-up says what it is: a Markdown heading, a table cell, code. Nothing is inferred against it. */
  readonly marked: boolean
  /** For a heading: 1 is the outermost. Null until levels are settled. */
  readonly level: number | null
  /** The article's own title, which is no section. */
  readonly title: boolean
  /** What a reader sees, white space collapsed: what rules look at. */
  readonly text: string
  /** The number before a plain list item or heading ("2.1"); null without one. */
  readonly number: string | null
  /** False where the draft follows the one before on the next line, without a blank line. */
  readonly afterBlank: boolean
}

/** What every pass may look at. */
export interface Context {
  readonly source: Source
  /** `maskMarkup` of the source. */
  readonly masked: string
}

/** A draft over the visible characters of a span; null where there are none. */
export function draft(masked: string, span: Span, more: Partial<Draft> = {}): Draft | null {
  const raw = masked.slice(span.start, span.end)
  const text = raw.trim()
  if (text === '') return null
  const start = span.start + raw.length - raw.trimStart().length
  return {
    kind: 'paragraph',
    marked: false,
    level: null,
    title: false,
    number: null,
    afterBlank: true,
    ...more,
    start,
    end: start + text.length,
    text: text.replace(/\s+/g, ' '),
  }
}
