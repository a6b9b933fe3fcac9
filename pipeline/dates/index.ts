import type { WithWords } from '../model/document.ts'
import type { TimeExpression } from '../model/time.ts'
import { edtfOf } from './edtf.ts'
import type { Found, Rule } from './found.ts'
import { addPeriods, type Placed } from './period.ts'
import { isCitation } from './refine/citation.ts'
import { inheritYear } from './refine/inherit.ts'
import { mergeParts } from './refine/merge.ts'
import { addPortion } from './refine/portion.ts'
import type { Resolved, Setting } from './resolve/context.ts'
import { resolve } from './resolve/resolve.ts'
import { advance, BEGINNING, isNarrative } from './resolve/story.ts'
import { century } from './rules/century.ts'
import { clock, partOfDay } from './rules/clock.ts'
import { dayOfMonth } from './rules/day-of-month.ts'
import { decade } from './rules/decade.ts'
import { step, today } from './rules/deictic.ts'
import { distance } from './rules/distance.ts'
import { holiday } from './rules/holiday.ts'
import { month } from './rules/month.ts'
import { numeric } from './rules/numeric.ts'
import { quarter, season } from './rules/part-of-year.ts'
import { set } from './rules/set.ts'
import { stretch } from './rules/stretch.ts'
import { untilThen, vague } from './rules/vague.ts'
import { weekday } from './rules/weekday.ts'
import { year } from './rules/year.ts'
import { type Tense, tenseAt } from './tense.ts'
import { inferTextDate } from './text-date.ts'
import { type Token, tokenize } from './tokens.ts'
import { bounds } from './value.ts'

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
  /** Of the words around each of them. */
  readonly tenses: readonly Tense[]
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
    if (finds.length === 0) continue
    const tenses = finds.map((found) => tenseAt(doc, sentence, tokens[found.from]!.start))
    readings.push({ sentence: index, tokens, finds, tenses })
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
  const told = readings.flatMap(({ finds, tenses }) => finds.filter((_, i) => tenses[i] !== 'ahead'))
  const textDate = inferTextDate(doc.metadata.published?.value ?? null, told)
  const setting: Setting = {
    text: textDate?.value ?? null,
    textLabel: textDate?.label ?? '',
    narrative: isNarrative(finds, textDate?.value ?? null),
  }
  const times: TimeExpression[] = []
  let story = BEGINNING
  for (const { sentence, tokens, finds, tenses } of readings) {
    const { block } = doc.sentences[sentence]!
    const placed: Placed[] = []
    for (const [i, found] of finds.entries()) {
      const place = { sentence, block, tense: tenses[i]! }
      const resolved = resolve(found, setting, story, place)
      placed.push({ found, time: expression(found, tokens, resolved) })
      story = advance(story, found, resolved, place, tokens)
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
