import type { TextBuilder } from '../text-builder.ts'
import { joinLines, wholeWords } from './hyphenation.ts'
import type { Line } from './lines.ts'

/** Shares of the font's size or of the usual distance between lines. */
const OTHER_SIZE = 0.12
const HEADING_SIZE = 1.15
const WIDE_GAP = 1.35
const INDENT = 0.8
/** A line that ends so far before the margin, as a share of the column's width, is the last of its paragraph. */
const SHORT = 0.12
const BULLET = /^(?:[•‣◦▪·●○■–—*]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s/
/** An entry of a table of contents: leaders up to a page's number. */
const LEADERS = /(?:\s?\.){5,}\s*(?:\d{1,4}|[ivxlc]{1,6})?$/i
const ENDS_SENTENCE = /[.!?…]["'”’)\]]*(?:\[\d{1,3}\])?$/

/** They end what they stand in: its end is enough to look at. */
const hasLeaders = (text: string) => LEADERS.test(text.slice(-300))

interface Paragraph {
  readonly lines: Line[]
  /** Indexes of `lines` with which another page begins. */
  readonly breaks: number[]
  /** The right end of the longest line. */
  right: number
}

/**
 * Writes the pages' lines as paragraphs and headings. A paragraph that goes on over the page is one; the heads and
 * feet between its parts come behind it.
 */
export function layOutPages(pages: readonly (readonly Line[])[], builder: TextBuilder): void {
  const own = pages.flat().filter(({ furniture }) => !furniture)
  const words = wholeWords(own)
  const body = usualSize(own)
  const leading = usualLeading(pages)
  const levels = headingLevels(own, body)
  let open: Paragraph | null = null
  let waiting: Line[] = []
  const close = (): void => {
    if (open) addParagraph(open, body, levels, words, builder)
    for (const { text } of waiting) builder.add('boilerplate', text, { separator: '\n' })
    open = null
    waiting = []
  }
  for (const lines of pages) {
    let last: Line | null = null
    for (const line of lines) {
      if (line.furniture) continue
      const goesOn: boolean =
        open !== null && (last ? continues(open, last, line, leading) : isTorn(open, line))
      if (!goesOn) {
        // The page's own head comes before its first paragraph.
        close()
        if (!last) startPage(lines, builder)
        open = { lines: [line], breaks: [], right: line.right }
      } else {
        if (!last) {
          open!.breaks.push(open!.lines.length)
          waiting.push(...marginal(lines, 'head'))
        }
        open!.lines.push(line)
        open!.right = Math.max(open!.right, line.right)
      }
      last = line
    }
    if (!last) {
      close()
      startPage(lines, builder)
    }
    waiting.push(...marginal(lines, 'foot'))
  }
  close()
}

function startPage(lines: readonly Line[], builder: TextBuilder): void {
  builder.nextPage()
  for (const { text } of marginal(lines, 'head')) builder.add('boilerplate', text, { separator: '\n\n' })
}

function marginal(lines: readonly Line[], end: 'head' | 'foot'): Line[] {
  return lines.filter(({ furniture, height }) => furniture && (end === 'head') === height > 0.5)
}

/** The next line of a page belongs to the paragraph above it. */
function continues(open: Paragraph, last: Line, line: Line, leading: number): boolean {
  const down = last.y - line.y
  if (hasLeaders(last.text) || hasLeaders(line.text)) return false
  if (Math.abs(line.size - last.size) > OTHER_SIZE * last.size) return false
  // Up again: the next column.
  if (down < 0) return isTorn(open, line)
  if (down > WIDE_GAP * Math.max(leading, last.size)) return false
  if (line.font !== last.font && down > 0 && !breaksSentence(last, line)) return false
  if (BULLET.test(line.text)) return false
  const first = open.lines[0]!
  const indented = line.x - last.x > INDENT * line.size
  // Indented below a bullet, or below a hanging first line, it goes on.
  if (indented && (open.lines.length > 1 || !BULLET.test(first.text)) && ENDS_SENTENCE.test(last.text))
    return false
  const margin = Math.max(open.right, line.right)
  const width = margin - Math.min(first.x, line.x)
  return !(margin - last.right > SHORT * width && ENDS_SENTENCE.test(last.text))
}

/** Another page or column begins in the middle of the paragraph: it has not ended, and this goes on in lower case. */
function isTorn({ lines }: Paragraph, line: Line): boolean {
  const last = lines.at(-1)!
  if (Math.abs(line.size - last.size) > OTHER_SIZE * last.size) return false
  return breaksSentence(last, line)
}

function breaksSentence(last: Line, line: Line): boolean {
  if (/[-\u2010\u00ad]$/.test(last.text) && /^\p{L}/u.test(line.text)) return true
  return !ENDS_SENTENCE.test(last.text) && !/[:;]$/.test(last.text) && /^["'“‘(]?\p{Ll}/u.test(line.text)
}

function addParagraph(
  { lines, breaks }: Paragraph,
  body: number,
  levels: readonly number[],
  words: ReadonlySet<string>,
  builder: TextBuilder,
): void {
  let text = ''
  const offsets: number[] = []
  for (const [at, line] of lines.entries()) {
    const joined = at === 0 ? line.text : joinLines(text, line.text, words)
    if (breaks.includes(at)) offsets.push(joined.length - line.text.length)
    text = joined
  }
  const size = lines[0]!.size
  const isHeading =
    size > HEADING_SIZE * body && lines.length <= 4 && text.length <= 250 && !/[.;,]$/.test(text)
  const level = isHeading ? levels.findIndex((step) => size > step * (1 - OTHER_SIZE / 2)) + 1 : 0
  const marker = isHeading ? 0 : (BULLET.exec(text)?.[0].length ?? 0)
  const kind = hasLeaders(text) ? 'boilerplate' : isHeading ? 'heading' : marker > 0 ? 'item' : 'paragraph'
  builder.add(kind, text, { marker, ...(level > 0 && { level }) })
  for (const offset of offsets) builder.pageBreakInLast(offset)
}

/** The size of most characters. */
function usualSize(lines: readonly Line[]): number {
  const characters = new Map<number, number>()
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2
    characters.set(rounded, (characters.get(rounded) ?? 0) + text.length)
  }
  return [...characters].reduce((most, next) => (next[1] > most[1] ? next : most), [1, 0])[0]
}

/** The median distance between lines of one size that follow each other. */
function usualLeading(pages: readonly (readonly Line[])[]): number {
  const distances = pages.flatMap((lines) =>
    lines.slice(1).flatMap((line, at) => {
      const above = lines[at]!
      const distance = above.y - line.y
      return distance > 0 && Math.abs(above.size - line.size) < 0.5 && distance < 3 * line.size
        ? [distance]
        : []
    }),
  )
  return distances.sort((a, b) => a - b)[distances.length >> 1] ?? 0
}

/** The sizes that headings have, the largest first; sizes that nearly agree are one. */
function headingLevels(lines: readonly Line[], body: number): readonly number[] {
  const sizes = [...new Set(lines.map(({ size }) => size))]
    .filter((size) => size > HEADING_SIZE * body)
    .sort((a, b) => b - a)
  return sizes.filter((size, at) => at === 0 || size < sizes[at - 1]! * (1 - OTHER_SIZE / 2)).slice(0, 6)
}
