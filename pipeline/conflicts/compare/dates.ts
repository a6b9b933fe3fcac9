import type { AnnotatedDocument, Word } from '../../model/document.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import type { TimeExpression } from '../../model/time.ts'
import { apart, type Interval } from '../propositions/intervals.ts'
import { type Context, contextOf, firstEndingAfter, likeness, MOST_COMPARED } from './context.ts'
import type { Comparison } from './figures.ts'
import { meaningOf } from './meaning.ts'

/** A date with what happened on it. */
interface Dated {
  readonly text: string
  readonly interval: Interval
  /** "11-05", where the date is a single day; `yearless` where that is all that it says. */
  readonly day: string | null
  readonly yearless: boolean
  readonly preposition: string
  /** What the words of the date say without the preposition. */
  readonly stated: Interval
  /** Words such as "before" make a bound of it. */
  readonly isBounded: boolean
  readonly context: Context
  /** What the date hangs on, as a meaning: "born", "release". */
  readonly event: string | null
  readonly isVerb: boolean
  /** What happened, where the vocabulary knows: a birth is no death. */
  readonly relation: string | null
}

/** The date of the same event is worth this much beside the words around. */
const SAME_EVENT = 1
/** Two verbs that differ may date two events, as a birth and a death. */
const OTHER_VERB = 0.5
/** Likeness below this is chance. */
const ENOUGH = 0.5

/**
 * The dates of a claim beside those of its evidence that date the same event, with "before", "after" and "since"
 * understood.
 *
 * Finds: "She was born before 1931." / "She was born on 3 May 1931 in Linden."
 * Leaves: "She died in 1990." / "She was born in 1931."; "founded in 1931" / "founded on 3 May 1931".
 */
export function compareDates(
  claim: AnnotatedDocument,
  evidence: AnnotatedDocument,
  { relations }: Knowledge,
): Comparison {
  const verbs = verbsOf(relations)
  const own = datesOf(claim, verbs)
  const theirs = datesOf(evidence, verbs)
  if (own.length === 0) return { outcome: 'none', note: '' }
  let elsewhen = false
  for (const date of own) {
    const event = theirs.filter((other) => date.event !== null && other.event === date.event)
    const candidates =
      event.length > 0 ? event : theirs.filter((other) => date.relation === null || other.relation === null)
    if (!date.isBounded && candidates.some((other) => !rival(date, other) && !rival(other, date))) continue
    const scored = candidates
      .map((other) => ({ other, score: alike(date, other) }))
      .sort((a, b) => b.score - a.score)
    const best = scored[0]
    if (!best || best.score < ENOUGH) return { outcome: 'unmatched', note: '' }
    if (rival(date, best.other))
      return { outcome: 'clash', note: `“${date.text}” against “${best.other.text}”` }
    if (rival(unbounded(date), unbounded(best.other))) elsewhen = true
  }
  return { outcome: elsewhen ? 'elsewhen' : 'agree', note: '' }
}

const unbounded = (date: Dated): Dated => ({ ...date, interval: date.stated, preposition: '' })

function alike(a: Dated, b: Dated): number {
  const shared = likeness(a.context, b.context)
  if (a.event !== null && a.event === b.event) return shared + SAME_EVENT
  return a.isVerb && b.isVerb ? shared - OTHER_VERB : shared
}

/** Two dates that cannot both hold; a day without its year is held against the day alone. */
function rival(a: Dated, b: Dated): boolean {
  if (!a.yearless && !b.yearless) return apart(a.interval, b.interval)
  const [one, other] = [inAnyYear(a), inAnyYear(b)]
  return one !== null && other !== null && apart(one, other)
}

/** The same day of one leap year, with its bounds; null for what is no single day. */
function inAnyYear({ day, preposition }: Dated): Interval | null {
  return day === null ? null : bounded(preposition, { earliest: `2000-${day}`, latest: `2000-${day}` })
}

type Verbs = ReadonlyMap<string, string>

/** The relation that a single verb stands for. */
function verbsOf(relations: Knowledge['relations']): Verbs {
  return new Map(
    relations.flatMap(({ id, verbs }) => verbs.map((verb) => [verb.replace(/^be /, ''), id] as const)),
  )
}

function datesOf(document: AnnotatedDocument, verbs: Verbs): readonly Dated[] {
  const times = document.times.slice(0, MOST_COMPARED)
  return times.flatMap((time) => {
    if (time.kind !== 'date' || namesSomething(document, time)) return []
    const yearless = /^XXXX-(\d\d-\d\d)/.exec(time.edtf ?? '')?.[1]
    if (!yearless && time.earliest === null && time.latest === null) return []
    const preposition = prepositionOf(document, time)
    const interval = bounded(preposition, time)
    const single = time.earliest !== null && time.earliest === time.latest
    return [
      {
        text: document.text.slice(time.start, time.end),
        interval,
        stated: { earliest: time.earliest, latest: time.latest },
        day: yearless ?? (single ? time.earliest.slice(5) : null),
        yearless: yearless !== undefined,
        preposition,
        isBounded: BOUNDING.has(preposition),
        context: contextOf(document, time, times, false),
        ...eventOf(document, time, verbs),
      },
    ]
  })
}

/** "The 2018 World Cup", "the 1977 film": the year is a part of a name, and dates nothing. */
function namesSomething(document: AnnotatedDocument, time: TimeExpression): boolean {
  const { words } = document
  if (DATING.has(prepositionOf(document, time))) return false
  const word = words[firstEndingAfter(words, time.start)]
  const head = word?.head == null ? undefined : words[word.head]
  if (!head || head.start < time.end || (head.pos !== 'NOUN' && head.pos !== 'PROPN')) return false
  // "(born 12 July 1972) is an actor": a bracket or a comma ends the phrase.
  return !/[(),;:]/.test(document.text.slice(time.end, head.start))
}

/** The verb right before a date, else the nearest that governs it, else its noun. */
function eventOf(
  { words }: AnnotatedDocument,
  time: TimeExpression,
  verbs: Verbs,
): Pick<Dated, 'event' | 'isVerb' | 'relation'> {
  const first = firstEndingAfter(words, time.start)
  const before = words[first - 1]?.pos === 'ADP' ? words[first - 2] : words[first - 1]
  if (before?.pos === 'VERB') return eventOfVerb(before, verbs)
  let at: number | null = first
  let noun: Word | null = null
  for (let steps = 0; at !== null && steps < LONGEST_CLIMB; steps++) {
    const word: Word | undefined = words[at]
    if (!word) break
    const outside = word.start >= time.end || word.end <= time.start
    if (outside && word.pos === 'VERB') return eventOfVerb(word, verbs)
    if (outside && noun === null && word.pos === 'NOUN') noun = word
    at = word.head
  }
  return { event: noun && meaningOf(noun.lemma), isVerb: false, relation: null }
}

function eventOfVerb({ lemma }: Word, verbs: Verbs): Pick<Dated, 'event' | 'isVerb' | 'relation'> {
  const relation = verbs.get(lemma.toLowerCase()) ?? null
  return { event: relation ?? meaningOf(lemma), isVerb: true, relation }
}

/** Words between a date and what it dates, in steps from word to governor. */
const LONGEST_CLIMB = 8

/** Prepositions that make a date of a year, whatever follows. */
const DATING: ReadonlySet<string> = new Set([
  'in',
  'on',
  'at',
  'from',
  'during',
  'of',
  'to',
  'before',
  'by',
  'until',
  'after',
  'since',
])
const BOUNDING: ReadonlySet<string> = new Set(['before', 'by', 'until', 'after', 'since'])

function prepositionOf({ text }: AnnotatedDocument, { start }: TimeExpression): string {
  const before = text.slice(Math.max(0, start - 16), start).replace(/\s+the\s*$/i, '')
  return before.trimEnd().split(/\s+/).at(-1)?.toLowerCase() ?? ''
}

function bounded(preposition: string, { earliest, latest }: Interval): Interval {
  switch (preposition) {
    case 'before':
      return { earliest: null, latest: earliest === null ? null : shift(earliest, -1) }
    case 'by':
    case 'until':
      return { earliest: null, latest }
    case 'after':
      return { earliest: latest === null ? null : shift(latest, 1), latest: null }
    case 'since':
      return { earliest, latest: null }
    default:
      return { earliest, latest }
  }
}

function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
