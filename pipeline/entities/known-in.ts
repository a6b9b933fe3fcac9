import type { EntityId } from '../model/ids.ts'
import type { CatalogueEntity, Knowledge } from '../model/knowledge.ts'
import type { Dictionary } from './dictionary.ts'
import { knownOf } from './known.ts'
import { fold } from './names.ts'

/**
 * The entries of the catalogue that a text may name, with all that they are part of, sorted by id: no other entry has
 * a say in its annotation. Much coarser than linking, and much cheaper: an entry counts where a first word of one of
 * its names stands in the text ("Farkhor Air Base" for "the Farkhor district", not for "an air base").
 */
export function knownIn(text: string, knowledge: Knowledge): CatalogueEntity[] {
  const { catalogue, byWord } = indexOf(knowledge)
  const { entities } = knownOf(knowledge)
  const found = new Set<EntityId>()
  const add = (id: EntityId) => {
    if (found.has(id)) return
    found.add(id)
    for (const whole of entities.get(id)?.partOf ?? []) add(whole)
  }
  for (const word of new Set(wordsOf(text))) for (const id of byWord.get(word) ?? []) add(id)
  return [...found].sort().flatMap((id) => catalogue.get(id) ?? [])
}

interface Index {
  readonly catalogue: ReadonlyMap<EntityId, CatalogueEntity>
  /** From the first word of a name to all that may be meant. */
  readonly byWord: ReadonlyMap<string, ReadonlySet<EntityId>>
}

const indexes = new WeakMap<readonly CatalogueEntity[], Index>()

function indexOf(knowledge: Knowledge): Index {
  const built = indexes.get(knowledge.entities)
  if (built !== undefined) return built
  const byWord = new Map<string, Set<EntityId>>()
  for (const [part, rest] of knownOf(knowledge).dictionary.next) {
    const [word] = wordsOf(part)
    if (word === undefined) continue
    const ids = byWord.get(word) ?? new Set()
    for (const id of idsBelow(rest)) ids.add(id)
    byWord.set(word, ids)
  }
  const index = { catalogue: new Map(knowledge.entities.map((entity) => [entity.id, entity])), byWord }
  indexes.set(knowledge.entities, index)
  return index
}

function* idsBelow({ names, next }: Dictionary): Generator<EntityId> {
  for (const { id } of names) yield id
  for (const rest of next.values()) yield* idsBelow(rest)
}

/** Runs of letters and digits, folded: "U.S." is two. */
function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
