import type { EntityId } from '../model/ids.ts'
import { byClaimId } from './positions.ts'
import type { Proposition } from './proposition.ts'
import { groundOf, relate, type World } from './world.ts'

/** What else the disputing texts say of the same parties at the same place, and of the same sentence. */
export function contextOf(
  disputing: readonly Proposition[],
  all: readonly Proposition[],
  taken: ReadonlySet<string>,
  world: World,
): readonly string[] {
  const documents = new Set(disputing.map(({ document }) => document.id))
  const grounds = new Set(
    disputing.flatMap(({ sites }) => [...sites, ...sites.map((site) => groundOf(site, world))]),
  )
  const agents = new Set(disputing.flatMap(({ agent }) => agent?.entities ?? []))
  const sentences = new Set(disputing.map(({ document, claim }) => `${document.id} ${claim.sentence}`))
  const related = all.filter(({ document, claim, anchors }) => {
    if (taken.has(claim.id) || !documents.has(document.id)) return false
    if (sentences.has(`${document.id} ${claim.sentence}`)) return true
    const there = (id: EntityId) => [...grounds].some((ground) => isThere(id, ground, world))
    return anchors.some(there) && anchors.some((id) => agents.has(id))
  })
  return related
    .sort((a, b) => b.claim.confidence - a.claim.confidence || byClaimId(a, b))
    .slice(0, MOST_CONTEXT)
    .map(({ claim }) => claim.id)
}

/** The ground itself, what lies in it, and what is named after it: "Port Ash district". */
function isThere(id: EntityId, ground: EntityId, world: World): boolean {
  if (['same', 'a-in-b'].includes(relate(id, ground, world))) return true
  return world
    .name(id)
    .toLowerCase()
    .startsWith(`${world.name(ground).toLowerCase()} `)
}

const MOST_CONTEXT = 6
