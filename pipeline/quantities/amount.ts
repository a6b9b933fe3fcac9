import type { Quantity } from '../model/quantity.ts'
import { allowed, boundAfter, boundBefore } from './bound.ts'
import { countedAt } from './counted.ts'
import type { Found } from './found.ts'
import { measureAt } from './measure.ts'
import { currencyAfter, currencyBefore } from './money.ts'
import { type Numeral, numeralAt } from './numeral.ts'
import type { SentenceWords } from './sentence-words.ts'

type Unit = Pick<Quantity, 'kind' | 'unit'> & { readonly from: number; readonly to: number }

/**
 * A number with its unit, its bound words and, in a range, its other end: "about 200 passengers", "US$70 million",
 * "5 to 10 percent", "between 40 and 50", "1.2m", "more than 38,000 officially recognised startups". Left alone:
 * "Article 370", "Su-30", "[12]", "(Nazarov 2015, 110)", "one another".
 */
export function amountAt(words: SentenceWords, index: number): Found | null {
  const first = numeralAt(words, index)
  if (first === null || !isAmount(words, first)) return null
  const second = otherEnd(words, first)
  const last = second ?? first
  const unit = unitOf(words, first, last)
  if (isYearInName(words, first, unit) || isLabel(words, first, unit)) return null
  if (first.form === 'words' && first.value === 1 && second === null && !isCounting(words, first, unit))
    return null
  return second === null ? single(words, first, unit) : range(words, first, second, unit)
}

function single(words: SentenceWords, numeral: Numeral, unit: Unit): Found {
  const before = boundBefore(words, unit.from)
  const afterNumber = before === null ? boundAfter(words, numeral.to, true) : null
  const after = afterNumber ?? (before === null ? boundAfter(words, unit.to, false) : null)
  const bound = before?.bound ?? after?.bound ?? 'exact'
  return {
    from: before?.from ?? unit.from,
    to: Math.max(unit.to, after?.to ?? 0),
    kind: unit.kind,
    value: numeral.value,
    ...allowed(numeral.value, bound, unit.kind === 'count'),
    unit: unit.unit,
    precision: numeral.step,
  }
}

function range(words: SentenceWords, first: Numeral, second: Numeral, unit: Unit): Found {
  // "40 to 50 million": the first number is told in the second's scale.
  const taken =
    first.scale === 1 && second.scale > 1 && first.value < second.value / second.scale ? second.scale : 1
  const opener = words.lower(unit.from - 1)
  const isOpened = opener === 'between' || opener === 'from'
  return {
    from: isOpened ? unit.from - 1 : (boundBefore(words, unit.from)?.from ?? unit.from),
    to: unit.to,
    kind: unit.kind,
    value: first.value * taken,
    low: first.value * taken,
    high: second.value,
    bound: 'range',
    unit: unit.unit,
    precision: taken > 1 ? taken : first.step,
  }
}

const JOINTS = new Set(['to', '-', '–', '—', 'or'])

/** "40 to 50", "40-50", "between 40 and 50", "two or three", "$3 billion to $4 billion"; the second is the larger. */
function otherEnd(words: SentenceWords, first: Numeral): Numeral | null {
  let at = first.to
  if (isPercent(words, at) > 0) at += isPercent(words, at)
  const joint = words.lower(at)
  const sign = currencyBefore(words, first.from)
  const begin = sign?.from ?? first.from
  const opener = words.lower(begin - 1)
  if (opener === 'from' && joint === 'to' && changes(words, begin - 1)) return null
  if (!JOINTS.has(joint) && !(joint === 'and' && opener === 'between')) return null
  at++
  if (sign !== null && currencyBefore(words, at + 1) !== null) at++
  if (words.isTime(at)) return null
  const second = numeralAt(words, at)
  if (second === null) return null
  const scaled = first.scale === 1 && second.scale > 1 ? first.value * second.scale : first.value
  return Math.min(first.value, scaled) < second.value ? second : null
}

const CHANGE =
  /^(rise|fall|increase|decrease|grow|drop|decline|cut|raise|reduce|go|shrink|climb|slip|jump|lower|narrow|widen|double|expand|move|change|swell|up|down|upgrade|revise)$/

/** "Rose from 40 to 52": two values, one after the other, and no range. */
function changes(words: SentenceWords, from: number): boolean {
  for (let i = from - 1; i >= Math.max(words.first, from - 6); i--) {
    const word = words.word(i)!
    if (/^[,;:]$/.test(words.raw(i))) return false
    if (CHANGE.test(word.lemma.toLowerCase())) return true
  }
  return false
}

function isPercent(words: SentenceWords, index: number): number {
  const text = words.lower(index)
  if (text === '%' || text === 'percent' || text === 'pct') return 1
  if (text === '-' && words.lower(index + 1) === 'percent') return 2
  return text === 'per' && words.lower(index + 1) === 'cent' ? 2 : 0
}

/** The first that fits: a currency, percent, a unit of measure, what is counted; a bare number counts something. */
function unitOf(words: SentenceWords, first: Numeral, last: Numeral): Unit {
  const sign = currencyBefore(words, first.from)
  if (sign !== null) return { kind: 'money', unit: sign.unit, from: sign.from, to: last.to }
  const from = first.from
  const currency = currencyAfter(words, last)
  if (currency !== null) return { kind: 'money', unit: currency.unit, from, to: currency.to }
  const percent = isPercent(words, last.to)
  if (percent > 0) return { kind: 'percent', unit: '%', from, to: last.to + percent }
  const measure = measureAt(words, last.to)
  if (measure !== null) return { kind: 'measure', unit: measure.unit, from, to: measure.to }
  const magnitude = words.lower(from - 1) === 'of' ? from - 2 : from - 1
  if (words.lower(magnitude) === 'magnitude')
    return { kind: 'measure', unit: 'magnitude', from: magnitude, to: last.to }
  const counted = countedAt(words, last.to)
  return { kind: 'count', unit: counted?.unit ?? null, from, to: counted?.to ?? last.to }
}

/** Names before which a number is part of them: "Article 370", "No. 7", "page 12". */
const NUMBERED = new Set(
  'no no. nos. number article section chapter page pages p. pp. pp vol. vol volume issue resolution flight route highway rule figure table fig. fig part phase room unit version'.split(
    ' ',
  ),
)

/** False for numbers that count nothing: of names, notes, lists, citations, versions. */
function isAmount(words: SentenceWords, { from, to, form }: Numeral): boolean {
  if (form === 'words') return true
  const previous = words.lower(from - 1)
  const next = words.lower(to)
  if (NUMBERED.has(previous) || inCitation(words, from)) return false
  if (previous === '[' && next === ']') return false
  // "Ada Roe, 51, left": an age.
  if (
    previous === ',' &&
    next === ',' &&
    words.word(from - 2)?.pos === 'PROPN' &&
    /^\d{1,2}$/.test(words.raw(from))
  )
    return false
  // "Su-30", "1/3", and the second half of "21-19" and of telephone numbers.
  if (previous !== '' && '-–/@:.^'.includes(previous) && words.glued(from)) return false
  const isJoined = words.glued(to) && words.glued(to + 1) && /^\d/.test(words.raw(to + 1))
  if (isJoined && (next === '/' || next === ':')) return false
  if (isJoined && (next === '-' || next === '–') && !isRange(words.raw(from), words.raw(to + 1))) return false
  if (next === ')' && previous !== '(' && words.raw(from).length < 3) return false
  if (from === words.first && (next === '.' || next === ')')) return false
  // "Boeing 737", "Vision 2030": a number that hangs on the name before it.
  const head = words.word(from)?.head ?? null
  const name = words.word(from - 1)
  if (name?.pos === 'PROPN' && currencyBefore(words, from) === null) {
    return head !== null && head >= to && words.word(head)?.pos === 'NOUN'
  }
  return true
}

/** "5-10", "110-112"; not "21-19" (a score), "3-5213" and "853-3242" (telephones). */
function isRange(first: string, second: string): boolean {
  const [low, high] = [first, second].map((raw) => Number(raw.replaceAll(',', '')))
  const isTelephone = /^\d{3}$/.test(first) && /^\d{4}$/.test(second)
  return low! < high! && high! <= low! * 50 && !isTelephone
}

/** Page numbers: "(Nazarov 2015, 110)", "(Ito 2011, pp. 4-9)", "(2011: 5)"; not "(2,000 of them from abroad)". */
function inCitation(words: SentenceWords, index: number): boolean {
  let year = false
  for (let i = index - 1; i >= words.first && index - i <= 20; i--) {
    const text = words.raw(i)
    if (text === ')' || text === ']') return false
    if (text === '(' || text === '[') return year && /^(?:\p{Lu}|\d{4})/u.test(words.raw(i + 1))
    year ||= /^(?:1[5-9]|20)\d\d(?:[a-z]|[,:]\d+)?$/.test(text)
  }
  return false
}

/** "Vision 2030", "the 2030 goals": a year that is part of a name; "2000 students" are counted. */
function isYearInName(words: SentenceWords, { from, value }: Numeral, unit: Unit): boolean {
  if (unit.kind !== 'count' || !/^(?:19|20|21)\d\d$/.test(words.raw(from)) || value > 2199) return false
  return words.lower(from - 1) === 'the' || words.word(unit.to - 1)?.tag !== 'NNS'
}

/** "Team 1", "at 4.35": a bare number behind a capital counts nothing, nor does a time of day. */
function isLabel(words: SentenceWords, { from, form }: Numeral, { kind, unit }: Unit): boolean {
  if (kind !== 'count' || unit !== null || form === 'words') return false
  if (words.lower(from - 1) === 'at' && /^\d{1,2}\.\d\d$/.test(words.raw(from))) return true
  return from - 1 > words.first && /^\p{Lu}/u.test(words.raw(from - 1))
}

/** "one soldier" is a count; "one of the most", "one another", "one must" is none. */
function isCounting(words: SentenceWords, numeral: Numeral, unit: Unit): boolean {
  if (unit.kind !== 'count' || unit.from !== numeral.from) return true
  return unit.unit !== null && words.lower(numeral.to) !== 'of' && words.word(numeral.from)?.pos === 'NUM'
}
