import type { AnnotatedDocument } from '../../model/document.ts'
import type { Quantity } from '../../model/quantity.ts'
import type { Span } from '../../model/span.ts'
import { type Context, contextOf, MOST_COMPARED } from './context.ts'
import { meaningOf } from './meaning.ts'

/** A figure of a text with what stands around it. */
export interface Figure extends Omit<Quantity, 'kind'> {
  /** `rating`: "59 out of 100", "7.1/10"; `rank`: "third", "# 3". */
  readonly kind: 'count' | 'money' | 'percent' | 'measure' | 'rating' | 'rank'
  readonly context: Context
  readonly text: string
}

/**
 * The figures of a text. Two that are one mark are one ("59 out of 100"), and a number behind "No." or "#" is a rank.
 */
export function figuresOf(document: AnnotatedDocument): readonly Figure[] {
  const found: Omit<Figure, 'context'>[] = []
  const { text } = document
  const quantities = document.quantities.slice(0, MOST_COMPARED)
  for (const [index, quantity] of quantities.entries()) {
    const before = quantities[index - 1]
    const between = before ? text.slice(before.end, quantity.start) : ''
    if (
      before &&
      quantity.kind === 'count' &&
      /^\s*(?:\/|out of)\s*$/.test(between) &&
      isRating(found.at(-1), quantity)
    ) {
      const mark = found.pop()!
      found.push({
        ...mark,
        kind: 'rating',
        unit: `/${quantity.value}`,
        end: quantity.end,
        text: text.slice(mark.start, quantity.end),
      })
      continue
    }
    const ranked =
      quantity.kind === 'ordinal' ||
      /(?:#|\bno\.?|\bnumber)\s*$/i.test(text.slice(Math.max(0, quantity.start - 8), quantity.start))
    const kind = ranked ? 'rank' : (quantity.kind as Figure['kind'])
    const bound = ranked ? rankBound(text, quantity) : quantity.bound
    found.push({
      ...quantity,
      kind,
      bound,
      unit: unitOf(quantity),
      text: text.slice(quantity.start, quantity.end),
    })
  }
  found.push(...slashedRatings(document))
  found.sort((a, b) => a.start - b.start)
  return found.map((figure) => ({ ...figure, context: contextOf(document, figure, found, true) }))
}

/** Above the third is the first or the second: a higher rank is a smaller number. */
function rankBound(text: string, { start, bound }: Quantity): Quantity['bound'] {
  const before = text.slice(Math.max(0, start - 24), start)
  if (/\b(?:above|higher than|better than|ahead of)\s*(?:the\s*)?(?:#|no\.?|number|place)?\s*$/i.test(before))
    return 'less-than'
  if (/\b(?:below|lower than|worse than|behind)\s*(?:the\s*)?(?:#|no\.?|number|place)?\s*$/i.test(before))
    return 'more-than'
  return bound
}

function isRating(mark: Omit<Figure, 'context'> | undefined, whole: Quantity): boolean {
  return mark?.kind === 'count' && mark.value !== null && whole.value !== null && mark.value <= whole.value
}

/** "7.1/10" is one word, and no quantity to the stage that finds them. */
function slashedRatings({ text, words, quantities, times }: AnnotatedDocument): Omit<Figure, 'context'>[] {
  const found: Omit<Figure, 'context'>[] = []
  for (const { start, end } of words) {
    if (found.length === MOST_COMPARED) break
    const match = /^(\d+(?:\.(\d+))?)\/(10|5|100|4|20)$/.exec(
      text.slice(start, Math.min(end, start + LONGEST)),
    )
    const covers = (span: Span) => span.start < end && start < span.end
    if (!match || quantities.some(covers) || times.some(covers)) continue
    const before = text.slice(Math.max(0, start - 14), start)
    const value = Number(match[1])
    found.push({
      kind: 'rating',
      start,
      end,
      value,
      low: value,
      high: value,
      bound: BOUNDS.find(([pattern]) => pattern.test(before))?.[1] ?? 'exact',
      unit: `/${match[3]}`,
      precision: 10 ** -(match[2]?.length ?? 0),
      text: match[0],
    })
  }
  return found
}

/** Characters of a mark; what is longer is none. */
const LONGEST = 16

const BOUNDS: readonly (readonly [RegExp, Quantity['bound']])[] = [
  [/\b(?:more than|over|above|higher than|greater than)\s*$/i, 'more-than'],
  [/\b(?:less than|under|below|lower than|fewer than)\s*$/i, 'less-than'],
  [/\bat least\s*$/i, 'at-least'],
  [/\bat most\s*$/i, 'at-most'],
]

function unitOf({ unit, kind }: Quantity): string | null {
  if (unit === null || kind === 'money') return unit
  const lower = unit.toLowerCase()
  return PEOPLE.has(lower) ? 'person' : meaningOf(lower)
}

const PEOPLE: ReadonlySet<string> = new Set(['people', 'person', 'individual', 'soul', 'life'])
