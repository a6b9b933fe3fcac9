import type { AnnotatedDocument } from '../../model/document.ts'
import { contentLemmas, likeness } from './context.ts'
import { type Figure, figuresOf } from './figure.ts'
import { canStand } from './standing.ts'

/**
 * `agree` where everything has a counterpart that it can hold beside, `elsewhen` where it can, but the counterpart
 * speaks of another day; `none` where there is nothing to compare.
 */
export interface Comparison {
  readonly outcome: 'none' | 'agree' | 'elsewhen' | 'clash' | 'unmatched'
  readonly note: string
}

/** Likeness below this is chance, unless a figure is the only one of its kind. */
const ENOUGH = 0.3
/** What one counted noun on both sides is worth, and what two different ones cost. */
const SAME_UNIT = 0.8
const OTHER_UNIT = 0.5
/** Rival figures for one measure lie near each other: what the nearest is worth. */
const NEARNESS = 0.6

/**
 * The figures of a claim beside those of its evidence, each beside the one that stands among the same words.
 *
 * Finds: "It has more than 30 rooms." / "The house has 28 rooms."
 * Leaves: "It has more than 25 rooms." / the same; "It cost 3 million euros." / "Its tower cost 1 million euros, the
 * whole 3 million."
 */
export function compareFigures(claim: AnnotatedDocument, evidence: AnnotatedDocument): Comparison {
  const own = figuresOf(claim)
  const theirs = figuresOf(evidence)
  if (own.length === 0) return { outcome: 'none', note: '' }
  const words = new Set(contentLemmas(evidence))
  const pairs = own
    .flatMap((figure) =>
      theirs
        .filter((other) => comparable(figure, other))
        .map((other) => ({ figure, other, score: alike(figure, other, words) })),
    )
    .sort((a, b) => b.score - a.score || a.figure.start - b.figure.start || a.other.start - b.other.start)
  const counterpart = new Map<Figure, Figure>()
  const taken = new Set<Figure>()
  for (const { figure, other, score } of pairs) {
    if (counterpart.has(figure) || taken.has(other)) continue
    const alone =
      own.filter(({ kind }) => kind === figure.kind).length === 1 &&
      theirs.filter((next) => comparable(figure, next)).length === 1 &&
      (figure.unit === null || other.unit === null || figure.unit === other.unit)
    if (score < ENOUGH && !alone) continue
    counterpart.set(figure, other)
    taken.add(other)
  }
  let agreed = 0
  for (const figure of own) {
    const other = counterpart.get(figure)
    if (!other) continue
    const stated =
      figure.bound === 'exact' &&
      theirs.some((next) => comparable(figure, next) && next.value === figure.value)
    if (stated || canStand(figure, other)) agreed++
    else return { outcome: 'clash', note: `“${figure.text}” against “${other.text}”` }
  }
  return { outcome: agreed === own.length ? 'agree' : 'unmatched', note: '' }
}

function comparable(a: Figure, b: Figure): boolean {
  if ((a.value ?? a.low ?? a.high) === null || (b.value ?? b.low ?? b.high) === null) return false
  if (a.kind !== b.kind) return false
  return a.kind === 'count' || a.kind === 'rank' || a.unit === b.unit
}

function alike(a: Figure, b: Figure, words: ReadonlySet<string>): number {
  return likeness(a.context, b.context) + unitsAlike(a, b, words) + NEARNESS * nearness(a, b)
}

function unitsAlike(a: Figure, b: Figure, words: ReadonlySet<string>): number {
  if (a.kind !== 'count' || a.unit === null) return 0
  if (a.unit === b.unit) return SAME_UNIT
  if (b.unit === null) return words.has(a.unit) ? 0 : -OTHER_UNIT / 2
  return -OTHER_UNIT
}

/** 2 for equal values of several digits, 1 for equal ones, 0 for those of another order of magnitude. */
function nearness(a: Figure, b: Figure): number {
  const [one, other] = [Math.abs(a.value ?? a.low ?? a.high ?? 0), Math.abs(b.value ?? b.low ?? b.high ?? 0)]
  if (one === other) return 1 + (Math.min(digitsOf(a), digitsOf(b)) >= DISTINCTIVE ? 1 : 0)
  return Math.max(0, 2 * (Math.min(one, other) / Math.max(one, other)) - 1)
}

/** Digits that count: 1,200 has two, 241 and 53.8 have three. */
function digitsOf({ value }: Figure): number {
  return String(Math.abs(value ?? 0))
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length
}

/** A figure of so many digits in both texts is hardly there by chance. */
const DISTINCTIVE = 3
