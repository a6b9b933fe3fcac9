import { found, type Rule } from '../found.ts'
import { cardinalAt, SMALL_UNITS, UNITS, WEEKDAYS } from '../vocabulary.ts'

const WORDS =
  'daily weekly monthly quarterly yearly annual annually biannual biannually biennial biennially everyday hourly nightly fortnightly'

/**
 * What recurs: "annual", "every two years", "each month", "per day", "every Tuesday". No calendar says it.
 * Left alone: "the Daily Mail", "every officer".
 */
export const set: Rule = {
  id: 'set',
  opens: [...WORDS.split(' '), 'every', 'each', 'per'],
  find(tokens, index) {
    const token = tokens[index]!
    if (token.text !== 'every' && token.text !== 'each' && token.text !== 'per') {
      if (token.capital && index > 0) return null
      return [found(index, index + 1, { type: 'none' }, 'set')]
    }
    let at = index + 1
    if (tokens[at]?.text === 'other' || tokens[at]?.text === 'few') at++
    else at += cardinalAt(tokens, at)?.length ?? 0
    const word = tokens[at]?.text ?? ''
    if (!UNITS.has(word) && !SMALL_UNITS.has(word) && !WEEKDAYS.has(word)) return null
    return [found(index, at + 1, { type: 'none' }, 'set')]
  },
}
