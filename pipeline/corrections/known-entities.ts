import type { Argument, Claim } from '../model/claim.ts'
import type { ClaimChange } from '../model/correction.ts'
import type { Entity } from '../model/entity.ts'
import type { EntityId } from '../model/ids.ts'
import type { Store } from '../store/index.ts'

/** Entities that a few words alone tell, by their id or name those that the articles know. */
export async function settleEntities(
  alone: readonly Entity[],
  store: Store,
): Promise<(id: EntityId) => EntityId> {
  const known = new Map<EntityId, EntityId>()
  for (const { id, name } of alone) {
    const [byId] = await store.findEntities(id)
    const byName = byId ? [byId] : await store.findEntities(name)
    if (byName.length === 1) known.set(id, byName[0]!.id)
  }
  return (id) => known.get(id) ?? id
}

/** Entities as the articles know them, else as a few words alone tell them; in order of id. */
export async function knownEntities(
  ids: Iterable<EntityId>,
  alone: readonly Entity[],
  store: Store,
): Promise<readonly Entity[]> {
  const found: Entity[] = []
  for (const id of [...new Set(ids)].sort()) {
    const known = (await store.findEntities(id)).find((entity) => entity.id === id)
    const entity = known ?? alone.find((one) => one.id === id)
    if (entity) found.push(entity)
  }
  return found
}

/** Everybody whom a claim names. */
export function entitiesOf({ subject, object, qualifiers, attribution }: Claim): readonly EntityId[] {
  const slots = [subject, ...(object ? [object] : []), ...qualifiers]
  const speaker = attribution?.speaker?.entity
  return [
    ...slots.flatMap(({ entity, entities }) => [...entities, ...(entity ? [entity] : [])]),
    ...(speaker ? [speaker] : []),
  ]
}

/** Everybody whom new values name. */
export function entitiesIn(changes: readonly ClaimChange[]): readonly EntityId[] {
  return changes.flatMap(({ after }) => {
    if (after === null || typeof after === 'string' || 'lemma' in after) return []
    if ('id' in after) return [after.id]
    if ('candidates' in after) return entitiesInArgument(after)
    return after.entity ? [after.entity] : []
  })
}

function entitiesInArgument({ entity, entities, candidates }: Argument): readonly EntityId[] {
  return [...entities, ...candidates, ...(entity ? [entity] : [])]
}
