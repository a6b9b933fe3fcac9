import { daysBetween } from './intervals.ts'
import type { Proposition } from './proposition.ts'
import { isSpecific, type World } from './world.ts'

/** Texts further apart than this are taken to speak of different events, where only their subject joins them. */
const ONE_STORY_DAYS = 14

/**
 * What two texts are both about, where their sentences name no event of their own: a ship, a building, an event, or
 * two others at once. "In 1987 another ferry sank, and 31 people died" is told by its year to be no part of it.
 */
export function commonSubject(a: Proposition, b: Proposition, world: World): string | null {
  if (a.document.id === b.document.id) return 'the same'
  if (!a.asOf || !b.asOf || daysBetween(a.asOf, b.asOf) > ONE_STORY_DAYS) return null
  if ([a, b].some((side) => tellsOfAnotherTime(side) || namesAnother(side, world))) return null
  const shared = a.about.central.filter((id) => b.about.central.includes(id))
  const specific = shared.filter((id) => isSpecific(id, world))
  if (specific.length > 0) return world.name(specific[0]!)
  const others = shared.filter((id) => world.entity(id)?.type !== 'place')
  return shared.length > 1 && others.length > 0 ? shared.slice(0, 2).map(world.name).join(' and ') : null
}

function tellsOfAnotherTime({ source, document }: Proposition): boolean {
  const years = source.sentence.match(/\b(?:1[5-9]|20)\d\d\b/g) ?? []
  return years.some((year) => !document.published?.startsWith(year))
}

function namesAnother({ anchors, about }: Proposition, world: World): boolean {
  return anchors.some((id) => isSpecific(id, world) && !about.central.includes(id))
}
