import type { EntityId } from '../../model/ids.ts'
import { overlaps } from '../../model/span.ts'
import type { Proposition } from '../propositions/proposition.ts'
import { groundOf, relate, type World } from '../propositions/world.ts'
import { byClaimId } from './positions.ts'

/**
 * What the disputing texts say beside the question: first what else the same parties did at the place in dispute (the
 * hospital there), then the rest of the disputed sentences (that it was shut). A dispute without a place has none.
 */
export function contextOf(
  disputing: readonly Proposition[],
  propositionsIn: (document: string) => readonly Proposition[],
  taken: ReadonlySet<string>,
  world: World,
): readonly string[] {
  const grounds = new Set(
    disputing.flatMap(({ sites }) => [...sites, ...sites.map((site) => groundOf(site, world))]),
  )
  if (grounds.size === 0) return []
  const agents = new Set(disputing.flatMap(({ agent }) => agent?.entities ?? []))
  const sentences = new Set(disputing.map(({ document, claim }) => `${document.id} ${claim.sentence}`))
  const there = (id: EntityId) => [...grounds].some((ground) => isThere(id, ground, world))
  const rankOf = ({ document, claim, anchors, reading }: Proposition): number => {
    if (taken.has(claim.id) || reading.presupposed) return 0
    // What shares words with a position's evidence stands in it, not beside it.
    if (disputing.some((one) => one.document.id === document.id && overlaps(one.claim, claim))) return 0
    if (anchors.some(there) && anchors.some((id) => agents.has(id))) return 2
    return sentences.has(`${document.id} ${claim.sentence}`) ? 1 : 0
  }
  return [...new Set(disputing.map(({ document }) => document.id))]
    .flatMap((document) => propositionsIn(document))
    .map((proposition) => ({ proposition, rank: rankOf(proposition) }))
    .filter(({ rank }) => rank > 0)
    .sort(
      (a, b) =>
        b.rank - a.rank ||
        b.proposition.claim.confidence - a.proposition.claim.confidence ||
        byClaimId(a.proposition, b.proposition),
    )
    .slice(0, MOST_CONTEXT)
    .map(({ proposition }) => proposition.claim.id)
}

/** The ground itself, what lies in it, and what is named after it: "Port Ash district". */
function isThere(id: EntityId, ground: EntityId, world: World): boolean {
  if (['same', 'a-in-b'].includes(relate(id, ground, world))) return true
  return world
    .name(id)
    .toLowerCase()
    .startsWith(`${world.name(ground).toLowerCase()} `)
}

const MOST_CONTEXT = 5
