import { loadKnowledge, shippedAnnotations } from '../knowledge/index.ts'
import type { EntityRecord } from '../model/record.ts'
import { type LikelyDuplicate, likelyDuplicates } from '../resolve/duplicates.ts'
import { titlesBefore } from '../resolve/titles.ts'
import type { Store } from '../store/index.ts'

/** Two entities that may be one, whole, with what speaks for it and what against it. */
export interface Duplicate extends Omit<LikelyDuplicate, 'a' | 'b'> {
  readonly a: EntityRecord
  readonly b: EntityRecord
}

/** Mentions of a person that are looked at for titles. */
const LOOKED_AT = 20

/** Likely duplicates among the entities that current texts mention, best first. */
export async function findDuplicates(store: Store, annotations: string): Promise<Duplicate[]> {
  const { entities: catalogue } = loadKnowledge([shippedAnnotations(), annotations])
  const mentioned = (await store.entities()).filter(({ mentions }) => mentions > 0)
  const described = await Promise.all(
    mentioned.map(async (entity) => {
      if (entity.type !== 'person') return entity
      const mentions = await store.mentionsOf(entity.id, LOOKED_AT)
      return {
        ...entity,
        titles: titlesBefore(mentions.map(({ document, start }) => document.text.slice(0, start))),
      }
    }),
  )
  const byId = new Map(mentioned.map((entity) => [entity.id, entity]))
  return likelyDuplicates(described, catalogue).map((pair) => ({
    ...pair,
    a: byId.get(pair.a)!,
    b: byId.get(pair.b)!,
  }))
}
