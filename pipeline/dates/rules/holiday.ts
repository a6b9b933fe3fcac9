import { found, type Rule, yearless } from '../found.ts'
import { dayValue } from '../value.ts'
import { withYear } from './day-of-month.ts'

/** Days with a name and one date everywhere; the longer names first. Moving and national feasts are left out. */
const HOLIDAYS: readonly (readonly [words: readonly string[], month: number, day: number])[] = [
  [['christmas', 'eve'], 12, 24],
  [['christmas', 'day'], 12, 25],
  [['christmas'], 12, 25],
  [['new', 'year', "'", 's', 'day'], 1, 1],
  [['new', 'year', '’', 's', 'day'], 1, 1],
  [['new', 'year', "'", 's', 'eve'], 12, 31],
  [['new', 'year', '’', 's', 'eve'], 12, 31],
  [['boxing', 'day'], 12, 26],
  [['halloween'], 10, 31],
  [['may', 'day'], 5, 1],
]

/** "Christmas 1963", "New Year's Eve". Left alone: "Christmas Island", "a new year". */
export const holiday: Rule = {
  id: 'holiday',
  opens: [...new Set(HOLIDAYS.map(([words]) => words[0]!))],
  find(tokens, index) {
    if (!tokens[index]!.capital) return null
    for (const [words, month, day] of HOLIDAYS) {
      if (!words.every((word, k) => tokens[index + k]?.text === word)) continue
      const at = index + words.length
      const { to, year } = withYear(tokens, at, false)
      if (year !== null)
        return [found(index, to, { type: 'calendar', value: dayValue({ year, month, day }) })]
      if (tokens[at]?.capital) return null
      return [found(index, at, yearless('day', { month, day }))]
    }
    return null
  },
}
