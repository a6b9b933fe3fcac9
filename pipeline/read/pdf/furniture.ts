import type { Line } from './lines.ts'

/** Heads and feet stand within these parts of the page, and are its outermost lines. */
const HEAD = 0.85
const FOOT = 0.15
const OUTERMOST = 3
/** Two pages may begin alike by chance; in a short document two are all there are. */
const LEAST_PAGES = 3
const SHORT_DOCUMENT = 4

const PAGE_NUMBER =
  /^(?:page\s+)?[-–—|[(\s]*(?:\d{1,4}|[ivxlc]{1,7})[-–—|\])\s]*$|^(?:page\s+)?\d{1,4}\s*(?:of|\/)\s*\d{1,4}$/i

/**
 * Marks what stands at the head or foot of page after page: the same words, numbers aside, and page numbers.
 *
 *     Coast Survey 2021                 12     <- found, where other pages have "Coast Survey 2021   13"
 *     The survey was begun in 2016 and ...     <- left alone, though it is a page's first line
 */
export function markFurniture(pages: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  const seenOn = new Map<string, number>()
  const marginal = pages.map((lines) => new Set([...outermost(lines, 'head'), ...outermost(lines, 'foot')]))
  for (const lines of marginal) {
    for (const key of new Set([...lines].map(keyOf))) seenOn.set(key, (seenOn.get(key) ?? 0) + 1)
  }
  const enough = pages.length <= SHORT_DOCUMENT ? 2 : LEAST_PAGES
  return pages.map((lines, at) =>
    lines.map((line) => {
      const repeated = marginal[at]!.has(line) && seenOn.get(keyOf(line))! >= enough
      const number = marginal[at]!.has(line) && pages.length > 1 && PAGE_NUMBER.test(line.text)
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
