import type { Found } from '../found.ts'
import type { Token } from '../tokens.ts'

const REPORTING = new Set(
  'argues argued notes noted writes wrote claims claimed suggests suggested states stated observes observed finds found points pointed says said shows showed describes described calls called emphasizes emphasised maintains holds'.split(
    ' ',
  ),
)

/**
 * True for years of publication, which are no dates of events: "(Nazarov 2015, 110)", "(see Meyer and Lund, 2009)",
 * "[Ito et al. 2011: 5]", "Nazarov (2015) argues", "(2015, 110)". Not: "(March 2003)", "(1939-1945)", "(born 1950)",
 * "the Battle of Narva (1700) was".
 */
export function isCitation(find: Found, tokens: readonly Token[]): boolean {
  if (find.reading.type !== 'calendar' || find.reading.value.unit !== 'year' || find.to - find.from !== 1)
    return false
  let open = find.from - 1
  while (open >= 0 && find.from - open < 40 && !'([)]'.includes(tokens[open]!.text)) open--
  const mark = tokens[open]?.text
  if (mark !== '(' && mark !== '[') return false
  const inside = tokens.slice(open + 1, find.from)
  let close = find.to
  if (tokens[close]?.kind === 'letters' && tokens[close]!.glued && tokens[close]!.text.length === 1) close++
  const next = tokens[close]?.text
  if (inside.length === 0) {
    if (next === ',' || next === ':') return isPage(tokens, close + 1)
    const name = tokens[open - 1]
    return next === ')' && name?.capital === true && REPORTING.has(tokens[close + 1]?.text ?? '')
  }
  const ends =
    next === ')' ||
    next === ']' ||
    next === ';' ||
    ((next === ',' || next === ':') && isPage(tokens, close + 1))
  if (!ends) return false
  const lastEntry = inside.slice(inside.findLastIndex(({ text }) => text === ';') + 1)
  const words = lastEntry.filter(({ kind }) => kind === 'letters')
  const names = words.filter(({ capital }) => capital)
  return names.length > 0 && words.every((word) => word.capital || PARTICLES.has(word.text))
}

const PARTICLES = new Set('and et al see e g cf also de van von der den al ibid in'.split(' '))

function isPage(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  return token?.kind === 'number' || token?.text === 'p' || token?.text === 'pp'
}
