import { raised } from '../text-builder.ts'

/** A run of characters on a page, as pdf.js gives it: in the order of the file, which is mostly the reading order. */
export interface TextItem {
  readonly str: string
  /** The text matrix: a, b, c, d, and the place of the baseline's start in points, from the bottom left. */
  readonly transform: readonly number[]
  readonly width: number
  readonly fontName: string
  readonly hasEOL: boolean
}

/** A line of a page. Lengths in points; `y` counts upwards. */
export interface Line {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  /** The font of most of its characters. */
  readonly font: string
  /** Where the line stands on its page: 0 at the bottom, 1 at the top. */
  readonly height: number
  /** Runs up or down the page's margin. */
  readonly turned: boolean
  /** A running head, a page number, or otherwise no part of the text. */
  readonly furniture: boolean
}

/** Fractions of the font's size: a gap that is a space, and a shift of the baseline that is no other line. */
const SPACE = 0.15
/** A run so much smaller whose baseline is so much higher is a superscript. */
const SMALL = 0.85
const ABOVE = 0.2
const RAISED = 0.5

/** Joins the runs that stand on one baseline. */
export function linesOfPage(items: readonly TextItem[], bottom: number, top: number): Line[] {
  const lines: Line[] = []
  let open: TextItem[] = []
  const close = (): void => {
    const line = lineOf(open, bottom, top)
    if (line) lines.push(line)
    open = []
  }
  for (const item of items) {
    const last = open.at(-1)
    if (last && !sharesLine(last, item)) close()
    open.push(item)
  }
  close()
  return lines
}

function sharesLine(last: TextItem, item: TextItem): boolean {
  const size = Math.max(sizeOf(last), sizeOf(item))
  if (isTurned(last) !== isTurned(item)) return false
  if (isTurned(item)) return Math.abs(last.transform[4]! - item.transform[4]!) <= RAISED * size
  const back = last.transform[4]! - item.transform[4]!
  return Math.abs(last.transform[5]! - item.transform[5]!) <= RAISED * size && back < 4 * size
}

function lineOf(items: readonly TextItem[], bottom: number, top: number): Line | null {
  const shown = items.filter((item, at) => item.str !== '' && !isOverprint(item, items[at - 1]))
  const first = shown.find(({ str }) => str.trim() !== '')
  if (!first) return null
  const largest = Math.max(...shown.map(sizeOf))
  const baseline = shown.find((item) => sizeOf(item) === largest)!.transform[5]!
  let text = ''
  let right = 0
  const characters = new Map<string, number>()
  for (const item of shown) {
    const x = item.transform[4]!
    const apart = text !== '' && x - right > SPACE * sizeOf(item)
    if (apart && !text.endsWith(' ') && !item.str.startsWith(' ')) text += ' '
    const isRaised = sizeOf(item) < SMALL * largest && item.transform[5]! - baseline > ABOVE * largest
    text += isRaised ? raised(item.str) : item.str
    right = x + item.width
    characters.set(item.fontName, (characters.get(item.fontName) ?? 0) + item.str.trim().length)
  }
  const [font] = [...characters].reduce((most, next) => (next[1] > most[1] ? next : most))
  const y = first.transform[5]!
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    x: first.transform[4]!,
    right,
    y,
    size: Math.max(...shown.filter(({ str }) => str.trim() !== '').map(sizeOf)),
    font,
    height: top > bottom ? (y - bottom) / (top - bottom) : 0.5,
    turned: isTurned(first),
    furniture: isTurned(first),
  }
}

/** The same characters once more at the same place, a hair beside: how some programs make bold letters. */
function isOverprint(item: TextItem, before: TextItem | undefined): boolean {
  return (
    before?.str === item.str &&
    item.str.trim() !== '' &&
    Math.abs(item.transform[4]! - before.transform[4]!) < SPACE * sizeOf(item) &&
    item.width > SPACE * sizeOf(item)
  )
}

function sizeOf({ transform }: TextItem): number {
  return Math.hypot(transform[2]!, transform[3]!) || 1
}

function isTurned({ transform }: TextItem): boolean {
  return Math.abs(transform[1]!) > Math.abs(transform[0]!)
}
