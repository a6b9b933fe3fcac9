import type { EntityId } from '../../model/ids.ts'
import { valuesOf } from '../detectors/value.ts'
import { apart, lengthInDays } from '../propositions/intervals.ts'
import { allowed, canBothHold, sameMeasure } from '../propositions/measure.ts'
import type { Proposition } from '../propositions/proposition.ts'
import { relate, type World } from '../propositions/world.ts'

/** What a proposition answers to the disputed question; null where it answers nothing. */
export interface Answer {
  /** Normalised: part of the position's id. */
  readonly key: string
  /** As it is shown when it stands for its position. */
  readonly shown: string
  /** The smaller, the more exact. */
  readonly width: number
}

export function answerOf(proposition: Proposition, slot: string, world: World): Answer | null {
  const { stance, relation, time, measure } = proposition
  if (stance === 'open') return null
  if (slot === 'stance') {
    if (stance === 'affirmed') return { key: `yes ${relation}`, shown: '', width: 0 }
    return { key: stance === 'unproven' ? 'unproven' : 'no', shown: '', width: 0 }
  }
  if (stance !== 'affirmed') return null
  if (slot === 'time') {
    if (!time?.point || time.earliest === null || time.latest === null) return null
    return { key: `${time.earliest}/${time.latest}`, shown: shownTime(time), width: lengthInDays(time) }
  }
  if (slot.startsWith('quantity')) {
    if (!measure) return null
    const { low, high } = allowed(measure.quantity)
    // "187 people" is shown before a bare "187"
    return {
      key: `${low}..${high}`,
      shown: shownMeasure(proposition),
      width: high - low + (measure.unit ? 0 : 0.5),
    }
  }
  const id = holderOf(proposition, slot)
  if (id === null) return null
  const shown = world.entity(id) || slot !== 'holder' ? world.name(id) : proposition.claim.subject.name
  return { key: id, shown, width: -world.wholes(id).length }
}

/** Compatible answers are one position: "2015" and "June 2015", "about 200" and 203, a town and its country. */
export function compatible(a: Proposition, b: Proposition, slot: string, world: World): boolean {
  if (slot === 'stance') return answerOf(a, slot, world)?.key === answerOf(b, slot, world)?.key
  if (slot === 'time') return Boolean(a.time && b.time) && !apart(a.time!, b.time!)
  if (slot.startsWith('quantity')) {
    return (
      Boolean(a.measure && b.measure) &&
      sameMeasure(a.measure!, b.measure!) &&
      canBothHold(a.measure!.quantity, b.measure!.quantity)
    )
  }
  const [one, other] = [holderOf(a, slot), holderOf(b, slot)]
  return one !== null && other !== null && relate(one, other, world) !== 'apart'
}

/** An entity, or the words for who holds a rank. */
function holderOf(proposition: Proposition, slot: string): EntityId | null {
  const { subject } = proposition.claim
  if (slot === 'holder') return subject.entity ?? subject.lemmas.join(' ').toLowerCase()
  if (slot === 'subject' || slot === 'object' || slot === 'place')
    return valuesOf(proposition, slot)[0] ?? null
  return null
}

/** Beyond this, a date's adjunct holds more than the date. */
const LONGEST_DATE = 40

/** The words of the date without their preposition: "in June 2015" is "June 2015". */
function shownTime(time: NonNullable<Proposition['time']>): string {
  if (time.text.length > LONGEST_DATE)
    return time.earliest === time.latest ? `${time.earliest}` : `${time.earliest?.slice(0, 4)}`
  const words = time.text.replace(/^(?:in|on|during|at)\s+/i, '')
  return time.stated || time.earliest === null ? words : `${words} (${time.earliest.slice(0, 4)})`
}

/** The words around the figure: "203 people", "at least 12 dead". */
function shownMeasure({ claim, measure }: Proposition): string {
  const slot = measure!.slot
  const argument =
    slot === 'subject'
      ? claim.subject
      : slot === 'object'
        ? claim.object!
        : claim.qualifiers.find(({ quantity }) => quantity === measure!.quantity)!
  return argument.text.length <= 60
    ? argument.text.replace(/^(?:at|to|of|by) (?=\w)/i, '')
    : String(measure!.quantity.value ?? argument.text.slice(0, 60))
}
