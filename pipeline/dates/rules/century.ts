import { found, type Rule } from '../found.ts'
import { spanValue } from '../value.ts'
import { beforeChristAt, ordinalAt } from '../vocabulary.ts'

const WORDS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty'

/** "the 19th century", "twenty-first century", "the 5th century BC". Left alone: "a half-century", "21st Century Steel". */
export const century: Rule = {
  id: 'century',
  opens: ['#', ...WORDS.split(' ')],
  find(tokens, index) {
    const ordinal = ordinalAt(tokens, index)
    if (ordinal === null || ordinal.value < 1 || ordinal.value > 22) return null
    let at = index + ordinal.length
    if (tokens[at]?.text === '-') at++
    if (tokens[at]?.text !== 'century' || (tokens[at]!.capital && tokens[at + 1]?.capital)) return null
    const bc = beforeChristAt(tokens, at + 1)
    const value =
      bc > 0
        ? spanValue('century', 1 - 100 * ordinal.value, true)
        : spanValue('century', 100 * (ordinal.value - 1))
    return [found(index, at + 1 + bc, { type: 'calendar', value })]
  },
}
