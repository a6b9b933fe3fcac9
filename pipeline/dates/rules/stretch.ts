import { found, type Rule } from '../found.ts'
import { SMALL_UNITS, UNITS } from '../vocabulary.ts'
import { amountAt, LASTING } from './amount-of-time.ts'

/**
 * Amounts that are told from a point: "the past decade", "the next few months", "recent years", "the following days",
 * "the first two weeks"; and bare plurals after a preposition: "for years", "within days". All without a value.
 */
export const stretch: Rule = {
  id: 'stretch',
  opens: ['the', 'past', 'recent', 'coming', 'for', 'within', 'in', 'many', 'over', 'next', 'last', 'first'],
  find(tokens, index) {
    let at = index
    if (['for', 'within', 'in', 'over'].includes(tokens[at]!.text)) {
      const unit = tokens[at + 1]?.text ?? ''
      const isPlural = unit.endsWith('s') && (UNITS.has(unit) || SMALL_UNITS.has(unit)) && unit !== 'quarters'
      return isPlural ? [found(at + 1, at + 2, { type: 'none' }, 'duration')] : null
    }
    if (tokens[at]!.text === 'the') at++
    if (!STRETCHES.has(tokens[at]?.text ?? '')) return null
    at++
    const amount = amountAt(tokens, at)
    if (amount !== null) at = amount.to
    if (LASTING.has(tokens[at]?.text ?? '')) at++
    const unit = tokens[at]?.text ?? ''
    if (!UNITS.has(unit) && !SMALL_UNITS.has(unit)) return null
    const plural = unit.endsWith('s')
    const past = ['past', 'intervening'].includes(
      tokens[index]!.text === 'the' ? tokens[index + 1]!.text : tokens[index]!.text,
    )
    if (!plural && !(past && tokens[index]!.text === 'the')) return null
    return [found(index, at + 1, { type: 'none' }, 'duration')]
  },
}

const STRETCHES = new Set(
  'past last next recent coming following previous preceding intervening subsequent succeeding first final early later closing opening same'.split(
    ' ',
  ),
)
