import type { EntityId } from '../../model/ids.ts'
import { daysBetween } from '../propositions/intervals.ts'
import type { Proposition } from '../propositions/proposition.ts'
import { isSpecific, type World } from '../propositions/world.ts'

/** Texts further apart than this are taken to speak of different events, where only their subject joins them. */
const ONE_STORY_DAYS = 14

/** What two texts are both about. */
export interface CommonSubject {
  readonly name: string
  /** True for a ship, a building, an event; false where only two names are shared. */
  readonly specific: boolean
}

/**
 * What two texts are both about, where their sentences name no event of their own: a ship, a building, an event, a
 * kind of event at one place, or two others at once. "In 1987 another ferry sank, and 31 people died" is told by its
 * year to be no part of it.
 */
export function commonSubject(a: Proposition, b: Proposition, world: World): CommonSubject | null {
  if (a.document.id === b.document.id) return { name: 'the same', specific: true }
  if (!a.asOf || !b.asOf || daysBetween(a.asOf, b.asOf) > ONE_STORY_DAYS) return null
  const central = new Set([...a.about.central, ...b.about.central])
  if ([a, b].some((side) => tellsOfAnotherTime(side) || namesAnother(side, central, world))) return null
  const shared = a.about.central.filter((id) => b.about.central.includes(id))
  const one = shared.find((id) => isSpecific(id, world))
  if (one) return { name: world.name(one), specific: true }
  const event = a.about.events.find((kind) => b.about.events.includes(kind))
  if (event && shared.length > 0) return { name: `the ${event} (${world.name(shared[0]!)})`, specific: true }
  const others = shared.filter((id) => world.entity(id)?.type !== 'place')
  return shared.length > 1 && others.length > 0
    ? { name: shared.slice(0, 2).map(world.name).join(' and '), specific: false }
    : null
}

function tellsOfAnotherTime({ source, document }: Proposition): boolean {
  const years = source.sentence.match(/\b(?:1[5-9]|20)\d\d\b/g) ?? []
  return years.some((year) => !document.published?.startsWith(year))
}

function namesAnother({ anchors }: Proposition, central: ReadonlySet<EntityId>, world: World): boolean {
  return anchors.some((id) => isSpecific(id, world) && !central.has(id))
}
