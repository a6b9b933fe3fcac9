import type { Token } from '../tokens.ts'
import { MONTHS, SEASONS, yearAt } from '../vocabulary.ts'

const PREPOSITIONS = new Set(
  'in by since until till from to between and or of before after during around circa through throughout early late mid about for than as year years'.split(
    ' ',
  ),
)
/** What is counted rather than dated, where no plural ending tells it. */
const COUNTED = new Set(
  'people men women children troops km kilometres kilometers miles metres meters feet tons tonnes kg mw dollars euros pounds rupees percent million billion thousand hundred aircraft personnel more other m mm cm gw kw hp rpm mph votes'.split(
    ' ',
  ),
)
/** Nouns whose number is a title: "the 2030 strategy". Years of the past do date a plan. */
const PROGRAMMES = new Set(
  'strategy agenda vision roadmap framework goals targets plan programme program initiative blueprint'.split(
    ' ',
  ),
)
const NUMBERED = new Set(
  'resolution flight no number article section rule route highway room page pages pp chapter volume act unit decree order model windows area zone'.split(
    ' ',
  ),
)

/**
 * Whether four digits are a year, by what stands around them: "in 1939", "the 2003 flood", "(1939)"; not "1500 soldiers",
 * "$1950", "Resolution 1483", "Vision 2030", "404-555-1026".
 */
export function isYear(tokens: readonly Token[], index: number, value: number): boolean {
  const token = tokens[index]!
  const previous = tokens[index - 1]
  const next = tokens[index + 1]
  if (
    next?.glued &&
    (next.text === '%' || next.text === '°' || (next.kind === 'letters' && next.text !== 's'))
  )
    return false
  if (next !== undefined && (COUNTED.has(next.text) || PROGRAMMES.has(next.text))) return false
  if (next?.text === ':' && next.glued && tokens[index + 2]?.glued && tokens[index + 2]?.digits !== null)
    return false
  if (previous === undefined) return next === undefined || !looksPlural(next) || value >= 1900
  if (token.glued) return afterGlue(tokens, index)
  if (previous.kind === 'mark' && '$€£¥#₹№§'.includes(previous.text)) return false
  if (previous.kind === 'number' && previous.end === token.start - 1) return false
  if (NUMBERED.has(previous.text)) return false
  if (previous.text === '.' && NUMBERED.has(tokens[index - 2]?.text ?? '')) return false
  if (PREPOSITIONS.has(previous.text)) {
    if (next !== undefined && looksPlural(next))
      return ['in', 'since', 'by', 'of', 'and'].includes(previous.text) && value >= 1600
    return value >= 1200 || previous.text !== 'of'
  }
  if (
    previous.capital &&
    previous.kind === 'letters' &&
    !SEASONS.has(previous.text) &&
    !MONTHS.has(previous.text)
  ) {
    return inRange(tokens, index) || STARTERS.has(previous.text)
  }
  if (
    looksPlural(next) &&
    !['the', "'", '’', 's', 'his', 'her', 'its', 'their', ',', '('].includes(previous.text)
  )
    return false
  return value >= 1700 || previous.kind === 'mark' || previous.text === 'the'
}

const STARTERS = new Set(
  'the in by since until from between during after before around and our their its'.split(' '),
)

/** "1926-1928" after a heading's capitals; "(1926". */
function inRange(tokens: readonly Token[], index: number): boolean {
  const dash = tokens[index + 1]?.text ?? ''
  return (dash === '-' || dash === '–') && yearAt(tokens, index + 2) !== null
}

/** After a dash a year only where the dash joins two dates or years; after a bracket or quote it is one. */
function afterGlue(tokens: readonly Token[], index: number): boolean {
  const previous = tokens[index - 1]!
  if (previous.text === 'fy') return true
  if (previous.text === '-' || previous.text === '–' || previous.text === '/') {
    const before = tokens[index - 2]
    if (before === undefined || !previous.glued) return true
    return (
      (before.digits ?? 0) >= 1000 ||
      ['mid', 'pre', 'post', 'early', 'late'].includes(before.text) ||
      MONTHS.has(before.text)
    )
  }
  return previous.kind === 'mark' && !'$€£¥#₹№§.,:@&=_'.includes(previous.text)
}

function looksPlural(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'letters' || token.capital || token.glued) return false
  return /[^s]s$/.test(token.text) && !NOT_PLURAL.has(token.text)
}

const NOT_PLURAL = new Set(
  'was is has as his its this was does says plus across towards afterwards'.split(' '),
)
