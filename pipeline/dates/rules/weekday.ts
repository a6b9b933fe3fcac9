import { found, type Rule } from '../found.ts'
import { PARTS_OF_DAY, WEEKDAYS } from '../vocabulary.ts'

const DIRECTION: Readonly<Record<string, -1 | 0 | 1>> = { last: -1, next: 1, this: 0, past: -1, coming: 1 }
const NAMES = new Set('black bloody good palm easter super holy fat ash cyber ruby wednesday'.split(' '))

/** "Tuesday", "last Friday", "next Monday", "Monday evening". Left alone: "Bloody Sunday", "Sheffield Wednesday". */
export const weekday: Rule = {
  id: 'weekday',
  opens: [...WEEKDAYS.keys(), ...Object.keys(DIRECTION)],
  find(tokens, index) {
    const direction = DIRECTION[tokens[index]!.text]
    const at = direction === undefined ? index : index + 1
    const name = tokens[at]
    const number = WEEKDAYS.get(name?.text ?? '')
    if (number === undefined || !name!.capital) return null
    const previous = tokens[at - 1]
    if (previous?.capital && NAMES.has(previous.text)) return null
    const ofStory = previous?.text === 'the'
    const reading = { type: 'weekday', weekday: number, direction: direction ?? 0, ofStory } as const
    const day = found(index, at + 1, reading)
    if (!PARTS_OF_DAY.has(tokens[at + 1]?.text ?? '')) return [day]
    const inner = { type: 'clock', time: null, days: 0, anchor: 'either' } as const
    return [found(index, at + 2, { type: 'within', inner, outer: day }, 'time')]
  },
}
