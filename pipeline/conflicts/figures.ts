import type { AnnotatedDocument, Word } from '../model/document.ts'
import type { Quantity } from '../model/quantity.ts'
import { quote, type Span } from '../model/span.ts'
import type { TimeExpression } from '../model/time.ts'
import type { Interval } from './intervals.ts'
import { apart } from './intervals.ts'
import { canBothHoldStrictly } from './measure.ts'

/** `agree` where every figure has a counterpart that it can hold beside; `none` where the claim has no figure. */
export interface FigureComparison {
  readonly outcome: 'none' | 'agree' | 'clash' | 'unmatched'
  readonly note: string
}

/** Words on either side of a figure that tell what it measures. */
const WINDOW = 7

/**
 * The figures of a claim beside those of its evidence that stand among the same words.
 *
 * Finds: "It has more than 30 rooms." / "The house has 28 rooms."
 * Leaves: "It has more than 25 rooms." / the same; "It cost 3 million euros." / "Its tower cost 1 million euros, the
 * whole 3 million."
 */
export function compareFigures(claim: AnnotatedDocument, evidence: AnnotatedDocument): FigureComparison {
  let agreed = 0
  let unmatched = 0
  for (const figure of claim.quantities) {
    const counterparts = evidence.quantities.filter((other) => measuresTheSame(figure, other, evidence))
    const nearest = nearestTo(figure, counterparts, claim, evidence)
    const candidates = figure.bound === 'exact' ? counterparts : nearest
    if (candidates.some((other) => canBothHoldStrictly(figure, other))) agreed++
    else if (nearest.length === 0) unmatched++
    else
      return {
        outcome: 'clash',
        note: `“${quote(claim.text, figure)}” against “${quote(evidence.text, nearest[0]!)}”`,
      }
  }
  if (unmatched > 0) return { outcome: 'unmatched', note: '' }
  return { outcome: agreed > 0 ? 'agree' : 'none', note: '' }
}

function measuresTheSame(a: Quantity, b: Quantity, evidence: AnnotatedDocument): boolean {
  if (a.kind !== b.kind) return false
  if (a.unit === b.unit) return true
  // "the confirmed cases reached 134" gives a bare figure; its noun stands elsewhere in the sentence
  return b.unit === null && a.unit !== null && contentLemmas(evidence).includes(a.unit)
}

/**
 * Those that stand among most of the words around the other. A common noun that is counted on both sides tells enough
 * alone; a bare number, a percentage or a sum of money needs a word beside it that both share.
 */
function nearestTo<Expression extends Span>(
  own: Span & { readonly kind: string; readonly unit?: string | null },
  others: readonly (Expression & { readonly unit?: string | null })[],
  claim: AnnotatedDocument,
  evidence: AnnotatedDocument,
): readonly Expression[] {
  const words = wordsAround(claim, own)
  const scored = others.map((other) => {
    const theirs = wordsAround(evidence, other)
    const counted = own.kind === 'count' && own.unit !== null && own.unit === other.unit
    return { other, shared: [...words].filter((word) => theirs.has(word)).length + (counted ? 1 : 0) }
  })
  if (others.length === 1) return others
  const best = Math.max(0, ...scored.map(({ shared }) => shared))
  return best === 0 ? [] : scored.filter(({ shared }) => shared === best).map(({ other }) => other)
}

/** The dates of a claim beside those of its evidence, with "before", "after" and "since" understood. */
export function compareDates(claim: AnnotatedDocument, evidence: AnnotatedDocument): FigureComparison {
  const dated = (document: AnnotatedDocument) =>
    document.times.filter(
      ({ kind, earliest, latest }) => kind === 'date' && (earliest !== null || latest !== null),
    )
  const [own, theirs] = [dated(claim), dated(evidence)]
  if (own.length === 0) return { outcome: 'none', note: '' }
  if (theirs.length === 0) return { outcome: 'unmatched', note: '' }
  for (const time of own) {
    const bounded = withPreposition(claim, time)
    const near = nearestTo(time, theirs, claim, evidence)
    if (near.length === 0) return { outcome: 'unmatched', note: '' }
    const stated = bounded.earliest !== null && bounded.latest !== null
    if ((stated ? theirs : near).every((other) => apart(bounded, withPreposition(evidence, other)))) {
      return {
        outcome: 'clash',
        note: `“${quote(claim.text, time)}” against “${quote(evidence.text, near[0]!)}”`,
      }
    }
  }
  return { outcome: 'agree', note: '' }
}

function withPreposition(document: AnnotatedDocument, time: TimeExpression): Interval {
  const before = document.text
    .slice(Math.max(0, time.start - 12), time.start)
    .trimEnd()
    .split(/\s+/)
    .at(-1)
    ?.toLowerCase()
  const { earliest, latest } = time
  switch (before) {
    case 'before':
      return { earliest: null, latest: earliest === null ? null : dayBefore(earliest) }
    case 'by':
    case 'until':
      return { earliest: null, latest }
    case 'after':
      return { earliest: latest === null ? null : dayAfter(latest), latest: null }
    case 'since':
      return { earliest, latest: null }
    default:
      return { earliest, latest }
  }
}

const dayBefore = (day: string): string => shift(day, -1)
const dayAfter = (day: string): string => shift(day, 1)

function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

const CONTENT = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ'])
/** Say nothing about what is measured. */
const EMPTY = new Set('be have do more less few many least most than over under'.split(' '))

function wordsAround(document: AnnotatedDocument, span: Span): ReadonlySet<string> {
  const { words } = document
  const first = words.findIndex(({ end }) => end > span.start)
  const last = words.findLastIndex(({ start }) => start < span.end)
  const around = [
    ...words.slice(Math.max(0, first - WINDOW), Math.max(0, first)),
    ...words.slice(Math.max(0, first), last + 1 + WINDOW),
  ]
  return new Set(around.filter(isContent).map(({ lemma }) => lemma.toLowerCase()))
}

function isContent({ pos, lemma }: Word): boolean {
  return CONTENT.has(pos) && !EMPTY.has(lemma.toLowerCase()) && lemma.length > 1
}

/** Content lemmas of a text, lower case. */
export function contentLemmas({ words }: AnnotatedDocument): readonly string[] {
  return words.filter(isContent).map(({ lemma }) => lemma.toLowerCase())
}
