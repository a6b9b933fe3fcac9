import { found, type Rule } from '../found.ts'
import { spanValue } from '../value.ts'
import { beforeChristAt } from '../vocabulary.ts'

/** "the 1990s", "1920's", "the '60s", "the 480s BC". Left alone: "in their 20s", "F-16s", "the 1990 season". */
export const decade: Rule = {
  id: 'decade',
  opens: ['#', "'", '’'],
  find(tokens, index) {
    const apostrophe = tokens[index]!.kind === 'mark' ? 1 : 0
    const number = tokens[index + apostrophe]
    if (number?.digits == null || number.digits % 10 !== 0) return null
    if (apostrophe === 1 && !number.glued) return null
    const inner = ["'", '’'].includes(tokens[index + apostrophe + 1]?.text ?? '') ? 1 : 0
    const s = tokens[index + apostrophe + 1 + inner]
    if (s?.text !== 's' || !s.glued) return null
    const to = index + apostrophe + inner + 2
    const length = number.end - number.start
    const bc = beforeChristAt(tokens, to)
    if (bc > 0) {
      const value = spanValue('decade', 1 - (number.digits + 9), true)
      return [found(index, to + bc, { type: 'calendar', value })]
    }
    if (length === 4 && number.digits >= 1000) {
      // "the 1900s" are a century to most writers; the decade of the 1910s and 1990s is one.
      const unit = number.digits % 100 === 0 && number.digits < 2000 ? 'century' : 'decade'
      return [found(index, to, { type: 'calendar', value: spanValue(unit, number.digits) })]
    }
    const isShort =
      length === 2 && number.digits >= 20 && (apostrophe === 1 || tokens[index - 1]?.text === 'the')
    if (!isShort) return null
    return [found(index, to, { type: 'calendar', value: spanValue('decade', 1900 + number.digits) })]
  },
}
