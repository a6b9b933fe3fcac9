import type { Line } from './lines.ts'

/** Heads and feet stand within these parts of the page, and are its outermost lines. */
const HEAD = 0.85
const FOOT = 0.15
const OUTERMOST = 3
/** Two pages may begin alike by chance, but not in the same words at the same height. In a short document two are all. */
const LEAST_PAGES = 3
const SHORT_DOCUMENT = 4
/** Points. */
const SAME_HEIGHT = 2

const PAGE_NUMBER =
  /^(?:page\s+)?[-–—|[(\s]*(?:\d{1,4}|[ivxlc]{1,7})[-–—|\])\s]*$|^(?:page\s+)?\d{1,4}\s*(?:of|\/)\s*\d{1,4}$/i

const LONGEST_PAGE_NUMBER = 80

const isPageNumber = (text: string) => text.length <= LONGEST_PAGE_NUMBER && PAGE_NUMBER.test(text)

/**
 * Marks what stands at the head or foot of page after page: the same words, numbers aside, and page numbers.
 *
 *     Coast Survey 2021                 12     <- found, where other pages have "Coast Survey 2021   13"
 *     The survey was begun in 2016 and ...     <- left alone, though it is a page's first line
 */
export function markFurniture(pages: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  /** For each line of the margins the heights at which pages have it. */
  const seenAt = new Map<string, number[]>()
  const marginal = pages.map((lines) => new Set([...outermost(lines, 'head'), ...outermost(lines, 'foot')]))
  for (const lines of marginal) {
    const ofPage = new Map([...lines].map((line) => [keyOf(line), line.y]))
    for (const [key, y] of ofPage) seenAt.set(key, [...(seenAt.get(key) ?? []), y])
  }
  const enough = pages.length <= SHORT_DOCUMENT ? 2 : LEAST_PAGES
  const isRepeated = (line: Line): boolean => {
    const heights = seenAt.get(keyOf(line))!
    return heights.length >= enough || heights.filter((y) => Math.abs(y - line.y) <= SAME_HEIGHT).length >= 2
  }
  return pages.map((lines, at) =>
    lines.map((line) => {
      const repeated = marginal[at]!.has(line) && isRepeated(line)
      const number = marginal[at]!.has(line) && pages.length > 1 && isPageNumber(line.text)
      return repeated || number ? { ...line, furniture: true } : line
    }),
  )
}

function outermost(lines: readonly Line[], end: 'head' | 'foot'): Line[] {
  const inMargin = lines.filter(
    ({ height, turned }) => !turned && (end === 'head' ? height > HEAD : height < FOOT),
  )
  const outward = end === 'head' ? (a: Line, b: Line) => b.y - a.y : (a: Line, b: Line) => a.y - b.y
  return inMargin.sort(outward).slice(0, OUTERMOST)
}

/** A line's words without its numbers: equal on pages that share a head. */
function keyOf({ text, height }: Line): string {
  const words = text
    .toLowerCase()
    .replace(/\d+|\b[ivxlc]+\b/g, '#')
    .replace(/\s+/g, ' ')
  return `${height > 0.5 ? 'head' : 'foot'} ${words}`
}
