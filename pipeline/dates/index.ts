import type { WithWords } from '../model/document.ts'
import type { TimeExpression } from '../model/time.ts'
import type { Found, Rule } from './found.ts'
import { addPeriods, type Placed } from './period.ts'
import { isCitation } from './refine/citation.ts'
import { inheritYear } from './refine/inherit.ts'
import { mergeParts } from './refine/merge.ts'
import { addPortion } from './refine/portion.ts'
import { type Focus, type Resolved, resolve, type Setting, type Story } from './resolve.ts'
import { century } from './rules/century.ts'
import { clock, partOfDay } from './rules/clock.ts'
import { dayOfMonth } from './rules/day-of-month.ts'
import { step, today } from './rules/deictic.ts'
import { distance, stretch } from './rules/distance.ts'
import { holiday } from './rules/holiday.ts'
import { month } from './rules/month.ts'
import { numeric } from './rules/numeric.ts'
import { quarter, season } from './rules/part-of-year.ts'
import { set } from './rules/set.ts'
import { untilThen, vague } from './rules/vague.ts'
import { weekday } from './rules/weekday.ts'
import { decade, year } from './rules/year.ts'
import { tenseAt } from './tense.ts'
import { inferTextDate } from './text-date.ts'
import { type Token, tokenize } from './tokens.ts'
import { bounds, type CalendarValue, edtfOf, fineness, firstDay } from './value.ts'

/** Raised when the output changes. */
export const VERSION = '1'

/** In order: at one place the first that finds something wins. */
const RULES: readonly Rule[] = [
  numeric,
  clock,
  dayOfMonth,
  month,
  holiday,
  decade,
  century,
  quarter,
  distance,
  year,
  season,
  weekday,
  today,
  step,
  stretch,
  vague,
  untilThen,
  partOfDay,
  set,
]
const BY_OPENER: ReadonlyMap<string, readonly Rule[]> = indexRules()

function indexRules(): Map<string, Rule[]> {
  const index = new Map<string, Rule[]>()
  for (const rule of RULES) {
    for (const word of rule.opens) index.set(word, [...(index.get(word) ?? []), rule])
  }
  return index
}

/** A sentence with what the rules found in it. */
interface Reading {
  readonly sentence: number
  readonly tokens: readonly Token[]
  readonly finds: readonly Found[]
}

/**
 * Finds expressions of time and gives them their calendar value: rules find, refiners join and filter, and then the
 * text is read from its start, for a date without a year takes it from the text's date or from the story so far.
 * Reference lists and code have no dates of events and are not read, nor are years of publication in citations.
 */
export function findTimes(doc: WithWords): readonly TimeExpression[] {
  const readings: Reading[] = []
  for (const [index, sentence] of doc.sentences.entries()) {
    const { kind } = doc.blocks[sentence.block]!
    if (kind === 'reference' || kind === 'code' || kind === 'boilerplate') continue
    const tokens = tokenize(doc.text, sentence)
    const finds = refine(find(tokens), tokens)
    if (finds.length > 0) readings.push({ sentence: index, tokens, finds })
  }
  return resolveAll(doc, readings)
}

function find(tokens: readonly Token[]): readonly Found[] {
  const finds: Found[] = []
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]!
    const rules = BY_OPENER.get(token.kind === 'number' ? '#' : token.text)
    let result: readonly Found[] | null = null
    for (const rule of rules ?? []) {
      result = rule.find(tokens, i)
      if (result !== null) break
    }
    if (result !== null) finds.push(...result)
    i = Math.max(i + 1, result?.at(-1)?.to ?? 0)
  }
  return finds
}

function refine(finds: readonly Found[], tokens: readonly Token[]): readonly Found[] {
  if (finds.length === 0) return finds
  const dates = finds.filter((found) => !isCitation(found, tokens))
  return mergeParts(inheritYear(dates, tokens), tokens).map((found) => addPortion(found, tokens))
}

function resolveAll(doc: WithWords, readings: readonly Reading[]): readonly TimeExpression[] {
  const finds = readings.flatMap((reading) => reading.finds)
  const past = readings.flatMap(({ sentence, tokens, finds }) =>
    finds.filter((found) => tenseAt(doc, doc.sentences[sentence]!, tokens[found.from]!.start) !== 'ahead'),
  )
  const textDate = inferTextDate(doc.metadata.published?.value ?? null, past)
  const setting: Setting = {
    text: textDate?.value ?? null,
    textLabel: textDate?.label ?? '',
    narrative: isNarrative(finds, textDate?.value ?? null),
  }
  const times: TimeExpression[] = []
  let story: Story = { focus: null, last: null, day: null }
  for (const { sentence, tokens, finds } of readings) {
    const { block } = doc.sentences[sentence]!
    const placed: Placed[] = []
    for (const found of finds) {
      const place = {
        sentence,
        block,
        tense: tenseAt(doc, doc.sentences[sentence]!, tokens[found.from]!.start),
      }
      const resolved = resolve(found, setting, story, place)
      placed.push({ found, time: expression(found, tokens, resolved) })
      if (resolved.value === null) continue
      const told = { value: resolved.value, sentence, block, own: resolved.own, topical: opens(found) }
      story = {
        focus:
          place.tense !== 'ahead' && movesStory(found, told.value, tokens, story.focus) ? told : story.focus,
        last: told,
        day: told.value.unit === 'day' ? told : story.day,
      }
    }
    times.push(...addPeriods(placed, tokens))
  }
  return times
}

function expression(found: Found, tokens: readonly Token[], resolved: Resolved): TimeExpression {
  const { value, clock, anchor, partial } = resolved
  const { earliest, latest } = value === null ? { earliest: null, latest: null } : bounds(value)
  return {
    start: tokens[found.from]!.start,
    end: tokens[found.to - 1]!.end,
    kind: found.kind,
    edtf: value === null ? partial : edtfOf(value) + clock,
    earliest,
    latest,
    certainty: anchor === null ? 'stated' : 'implied',
    anchor,
  }
}

/** In the first words of its sentence. */
function opens(found: Found): boolean {
  return found.from <= 3
}

const AWAY = new Set('since until till before as than'.split(' '))

/**
 * False for a date that looks away from where the story is: "the highest since 1983", "until 2030", "the previous
 * year", and a year in passing that is far from the story: "On 2 August 1964 ... a report declassified in 2005".
 */
function movesStory(
  found: Found,
  value: CalendarValue,
  tokens: readonly Token[],
  focus: Focus | null,
): boolean {
  const before = tokens[found.from - 1]?.text ?? ''
  if (AWAY.has(before) || (before === 'of' && tokens[found.from - 2]?.text === 'as')) return false
  const { reading } = found
  if (reading.type === 'shift' && reading.count < 0) return false
  if (focus === null || opens(found) || fineness(value.unit) < fineness('year')) return true
  return (
    fineness(focus.value.unit) >= fineness('year') || Math.abs(value.year - firstDay(focus.value).year) <= 1
  )
}

/** A story of the past: dates of years long before the text's outnumber those near to it or reckoned from it. */
function isNarrative(finds: readonly Found[], text: CalendarValue | null): boolean {
  let old = 0
  let near = 0
  const recent = text === null ? Number.POSITIVE_INFINITY : firstDay(text).year - 1
  for (const { reading } of finds) {
    if (reading.type === 'calendar') {
      if (reading.value.year >= recent) near++
      else old++
    } else if (reading.type === 'weekday' || (reading.type === 'shift' && reading.anchor === 'text')) near++
  }
  return old > near + 2
}
