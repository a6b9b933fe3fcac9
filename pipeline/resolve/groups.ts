import type { EntityId } from '../model/ids.ts'
import type { Pool, Profile } from './pool.ts'

/** Which ids stand for one entity: a union-find whose answer does not depend on the order of the unions. */
export interface Groups {
  /** The group's representative; any of its members. */
  find(id: EntityId): EntityId
  /** Everything in the group of an id. */
  members(id: EntityId): readonly Profile[]
  /** Joins two groups unless that would make one of two catalogue or gazetteer entities. */
  join(a: EntityId, b: EntityId): void
}

export function groupsOf(pool: Pool): Groups {
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
  return {
    find,
    members: (id) => lists.get(find(id))!,
    join: (a, b) => {
      const [to, from] = [find(a), find(b)].sort() as [EntityId, EntityId]
      if (to === from) return
      const members = [...lists.get(to)!, ...lists.get(from)!]
      if (members.filter(({ basis }) => basis !== 'text').length > 1) return
      parent.set(from, to)
      lists.set(to, members)
      lists.delete(from)
    },
  }
}
