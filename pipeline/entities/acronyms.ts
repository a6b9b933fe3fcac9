import { isCapital, type Unit } from './units.ts'

/** An acronym with its long form, as ranges of one sentence's units. */
export interface Explained {
  readonly sentence: number
  readonly short: Range
  readonly long: Range
}
interface Range {
  readonly from: number
  readonly to: number
}

/**
 * Acronyms that a sentence explains, either way round: "Northern Fishing Authority (NFA)" and "NFA (Northern
 * Fishing Authority)". Leaves alone brackets that explain nothing: "Delta Holdings (NYSE)", "exercises (Dustlik)".
 *
 * After A. S. Schwartz and M. A. Hearst, A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical
 * Text (PSB 2003), from right to left, with the first letter at the beginning of a word.
 */
export function findAcronyms(sentence: number, units: readonly Unit[]): Explained[] {
  const explained: Explained[] = []
  for (let open = 1; open + 2 < units.length; open++) {
    if (units[open]!.text !== '(') continue
    let close = open + 1
    while (close < units.length && close - open <= 14 && units[close]!.text !== ')') close++
    if (units[close]?.text !== ')') continue
    const inside = { from: open + 1, to: close }
    const lastBefore = units[open - 1]!
    if (inside.to - inside.from === 1 && isAcronym(units[open + 1]!)) {
      const from = longForm(units, letters(units[open + 1]!), open)
      if (from !== null) explained.push({ sentence, short: inside, long: { from, to: open } })
    } else if (isAcronym(lastBefore)) {
      const from = longForm(units, letters(lastBefore), close)
      if (from === open + 1) explained.push({ sentence, short: { from: open - 1, to: open }, long: inside })
    }
  }
  return explained
}

/** Two to eight characters, mostly capitals: "NATO", "JWGs", "C5". */
function isAcronym(unit: Unit): boolean {
  if (!isCapital(unit) || unit.text.length < 2 || unit.text.length > 9) return false
  const capitals = unit.text.replace(/[^\p{Lu}\p{N}]/gu, '').length
  return capitals >= 2 && capitals * 2 > unit.text.replace(/\./g, '').length
}

function letters(unit: Unit): string {
  return unit.text
    .replace(/s$/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Where the long form that ends before `end` begins; null where the letters cannot be found in it. */
function longForm(units: readonly Unit[], short: string, end: number): number | null {
  const least = Math.max(0, end - Math.min(short.length + 6, short.length * 2 + 2))
  let letter = short.length - 1
  for (let at = end - 1; at >= least; at--) {
    const { folded, shape, text } = units[at]!
    if (/^[.;:!?()"“”]$/.test(text)) return null
    if (shape === 'hyphen' || shape === 'mark') continue
    let place = folded.length - 1
    while (letter > 0 && place >= 0) {
      const found = folded.lastIndexOf(short[letter]!, place)
      if (found === -1) break
      letter--
      place = found - 1
    }
    if (letter === 0 && place >= 0 && folded.startsWith(short[0]!))
      return isCapital(units[at]) && at < end - 1 && initials(units, at, end, short) * 2 >= short.length
        ? at
        : null
  }
  return null
}

/** How many letters of the acronym begin words of the long form, in order. */
function initials(units: readonly Unit[], from: number, to: number, short: string): number {
  let count = 0
  let letter = 0
  for (let at = from; at < to; at++) {
    const found = short.indexOf(units[at]!.folded[0]!, letter)
    if (found === -1) continue
    count++
    letter = found + 1
  }
  return count
}
