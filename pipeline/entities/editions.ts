import { numberOf, ordinalOf } from './numerals.ts'
import type { Unit } from './units.ts'
import { isCapital } from './units.ts'

/** Which one of a series a mention means, and the range of units that says so. */
export interface Edition {
  readonly number: number
  readonly from: number
  readonly to: number
}

const SESSION = /^(edition|session|round|meeting|iteration|instalment|installment)$/

/**
 * The edition that the words around an event's name give it: "Dustlik-III", "Birlik 2025", "the 13th edition of
 * Khanjar", "the second Rare Earth Forum", "the 2019 World Cup". Leaves "the first time that Khanjar" alone.
 */
export function editionOf(units: readonly Unit[], from: number, to: number): Edition | null {
  const hyphen = units[to]?.shape === 'hyphen' && units[to]!.start === units[to - 1]!.end
  const suffix = units[hyphen ? to + 1 : to]
  if (suffix !== undefined && (!hyphen || suffix.start === units[to]!.end)) {
    const number = numberOf(suffix.text)
    if (number !== null && (hyphen || isCapital(suffix) || (number >= 1900 && number < 2100)))
      return { number, from, to: hyphen ? to + 2 : to + 1 }
  }
  const direct = at(units, from - 1)
  if (direct !== null) return { number: direct, from: from - 1, to }
  const start = beforeOf(units, from)
  return start === null ? null : { number: start.number, from: start.from, to }
}

/** An ordinal, or a year as in "the 2019 World Cup", right before the name. */
function at(units: readonly Unit[], index: number): number | null {
  const unit = units[index]
  if (unit === undefined) return null
  const ordinal = ordinalOf(unit.folded)
  if (ordinal !== null) return ordinal
  return /^(19|20)\d\d$/.test(unit.text) && /^(the|its|a|our|their)$/i.test(units[index - 1]?.text ?? '')
    ? Number(unit.text)
    : null
}

/** "the 4th session of the joint exercise X": the ordinal before a session's noun. */
function beforeOf(units: readonly Unit[], from: number): { number: number; from: number } | null {
  let index = from - 1
  while (index >= 0 && index > from - 6 && units[index]!.text !== 'of') {
    if (!/^(the|exercise|joint|military|annual|series|drill)$/.test(units[index]!.folded)) return null
    index--
  }
  if (units[index]?.text !== 'of' || !SESSION.test(units[index - 1]?.folded ?? '')) return null
  const number = ordinalOf(units[index - 2]?.folded ?? '')
  return number === null ? null : { number, from: index - 2 }
}
