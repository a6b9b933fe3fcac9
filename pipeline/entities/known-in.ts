import type { EntityId } from '../model/ids.ts'
import type { CatalogueEntity, Knowledge } from '../model/knowledge.ts'
import type { Dictionary } from './dictionary.ts'
import { knownOf } from './known.ts'
import { fold } from './names.ts'

/**
 * The entries of the catalogue that a text may name, with all that they are part of, sorted by id: no other entry has
 * a say in its annotation. Coarser than linking, and much cheaper: an entry counts where all words of one of its names
 * stand in the text, wherever ("Old Pier" for "the pier was old", not for "the pier").
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
  const words = new Set(wordsOf(text))
  for (const word of words)
    for (const { id, rest } of byWord.get(word) ?? []) if (rest.every((other) => words.has(other))) add(id)
  return [...found].sort().flatMap((id) => catalogue.get(id) ?? [])
}

interface Index {
  readonly catalogue: ReadonlyMap<EntityId, CatalogueEntity>
  /** From the first word of names to what else is in them and who bears them. */
  readonly byWord: ReadonlyMap<string, readonly { readonly id: EntityId; readonly rest: readonly string[] }[]>
}

const indexes = new WeakMap<readonly CatalogueEntity[], Index>()

function indexOf(knowledge: Knowledge): Index {
  const built = indexes.get(knowledge.entities)
  if (built !== undefined) return built
  const byWord = new Map<string, { id: EntityId; rest: string[] }[]>()
  for (const { id, words } of namesBelow(knownOf(knowledge).dictionary, [])) {
    const [first, ...rest] = words
    if (first === undefined) continue
    const names = byWord.get(first)
    if (names === undefined) byWord.set(first, [{ id, rest }])
    else names.push({ id, rest })
  }
  const index = { catalogue: new Map(knowledge.entities.map((entity) => [entity.id, entity])), byWord }
  indexes.set(knowledge.entities, index)
  return index
}

function* namesBelow(
  { names, next }: Dictionary,
  words: readonly string[],
): Generator<{ id: EntityId; words: readonly string[] }> {
  for (const { id } of names) yield { id, words }
  for (const [part, rest] of next) yield* namesBelow(rest, [...words, ...wordsOf(part)])
}

/** Runs of letters and digits, folded: "U.S." is two. */
function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
