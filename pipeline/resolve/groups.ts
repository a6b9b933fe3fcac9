import type { EntityId } from '../model/ids.ts'
import type { Pool, Profile } from './pool.ts'

/** Which ids stand for one entity: a union-find whose answer does not depend on the order of the unions. */
export interface Groups {
  /** The group's representative; any of its members. */
  find(id: EntityId): EntityId
  /** Everything in the group of an id. */
  members(id: EntityId): readonly Profile[]
  /**
   * Joins two groups unless that would make one of two catalogue or gazetteer entities, or of two that a person
   * keeps apart.
   */
  join(a: EntityId, b: EntityId): void
  /** Joins what a person joins: also two known entities. */
  joinByHand(a: EntityId, b: EntityId): void
}

/** The groups before anything is joined; `apart` gives the ids that a person keeps apart from an id. */
export function groupsOf(
  pool: Pool,
  apart: ReadonlyMap<EntityId, ReadonlySet<EntityId>> = new Map(),
): Groups {
  const parent = new Map<EntityId, EntityId>([...pool.keys()].map((id) => [id, id]))
  const lists = new Map<EntityId, Profile[]>([...pool.values()].map((profile) => [profile.id, [profile]]))
  const find = (id: EntityId): EntityId => {
    let root = id
    while (parent.get(root)! !== root) root = parent.get(root)!
    for (let at = id; at !== root; ) {
      const next = parent.get(at)!
      parent.set(at, root)
      at = next
    }
    return root
  }
  const areApart = (ones: readonly Profile[], others: readonly Profile[]): boolean =>
    ones.some(({ id }) => {
      const distinct = apart.get(id)
      return distinct !== undefined && others.some((other) => distinct.has(other.id))
    })
  const unite = (a: EntityId, b: EntityId, byHand: boolean) => {
    const [to, from] = [find(a), find(b)].sort() as [EntityId, EntityId]
    if (to === from || areApart(lists.get(to)!, lists.get(from)!)) return
    const members = [...lists.get(to)!, ...lists.get(from)!]
    if (!byHand && lists.get(to)!.some(isKnown) && lists.get(from)!.some(isKnown)) return
    parent.set(from, to)
    lists.set(to, members)
    lists.delete(from)
  }
  return {
    find,
    members: (id) => lists.get(find(id))!,
    join: (a, b) => unite(a, b, false),
    joinByHand: (a, b) => unite(a, b, true),
  }
}

function isKnown({ basis }: Profile): boolean {
  return basis !== 'text'
}
