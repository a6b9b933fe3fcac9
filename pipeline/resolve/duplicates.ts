import type { Entity } from '../model/entity.ts'
import type { DocumentId, EntityId } from '../model/ids.ts'
import type { CatalogueEntity } from '../model/knowledge.ts'
import { apartByHand } from './by-hand.ts'
import { compareNames, type Evidence, initialsOf } from './name-evidence.ts'
import { transliterated, wordsOf, writing } from './variants.ts'

/** An entity across documents, as likely duplicates are judged by. */
export interface Resolved extends Entity {
  /** Those that mention it. */
  readonly documents: readonly DocumentId[]
  /** Titles that stand before the name, folded: "prime minister". */
  readonly titles?: readonly string[]
  /** All ids that resolve to it. */
  readonly ids: readonly EntityId[]
}

/** Two entities that may be one, with what speaks for it and what against it, in plain words. */
export interface LikelyDuplicate {
  readonly a: EntityId
  readonly b: EntityId
  /** Sum of the evidence's weights: the higher the likelier. For ordering, no probability. */
  readonly score: number
  readonly for: readonly string[]
  readonly against: readonly string[]
}

/** Less than this is not worth a look. */
const WORTH_A_LOOK = 1.5
/** Entities with one key that are compared with each other: a key that more have in common says little. */
const BLOCK = 60

/**
 * Pairs of entities that may be one and were not joined, best first. Only what shares a word, an acronym or the
 * beginning of a name is compared. What a person keeps apart is no pair.
 */
export function likelyDuplicates(
  entities: readonly Resolved[],
  catalogue: readonly CatalogueEntity[],
): LikelyDuplicate[] {
  const apart = apartByHand(catalogue)
  const companions = companionsOf(entities)
  const found = new Map<string, LikelyDuplicate>()
  for (const block of blocksOf(entities).values())
    for (const [at, one] of block.entries())
      for (const other of block.slice(at + 1)) {
        const [a, b] = one.id < other.id ? [one, other] : [other, one]
        const key = `${a.id} ${b.id}`
        if (found.has(key) || a.id === b.id || areApart(a, b, apart) || isPart(a, b)) continue
        const names = compareNames(a, b)
        if (names === null) continue
        const evidence = [...names, ...compareUse(a, b, companions), ...compareKnowledge(a, b)]
        found.set(key, {
          a: a.id,
          b: b.id,
          score: evidence.reduce((sum, { weight }) => sum + weight, 0),
          for: evidence.filter(({ weight }) => weight > 0).map(({ what }) => what),
          against: evidence.filter(({ weight }) => weight < 0).map(({ what }) => what),
        })
      }
  return [...found.values()]
    .filter(({ score }) => score >= WORTH_A_LOOK)
    .sort((x, y) => y.score - x.score || (x.a + x.b < y.a + y.b ? -1 : 1))
}

function areApart(a: Resolved, b: Resolved, apart: ReadonlyMap<EntityId, ReadonlySet<EntityId>>): boolean {
  return [a.id, ...a.ids].some((id) => [b.id, ...b.ids].some((other) => apart.get(id)?.has(other)))
}

/** An edition is not its series, a base not its district. */
function isPart(a: Resolved, b: Resolved): boolean {
  return a.partOf.includes(b.id) || b.partOf.includes(a.id)
}

function blocksOf(entities: readonly Resolved[]): Map<string, Resolved[]> {
  const blocks = new Map<string, Resolved[]>()
  for (const entity of entities)
    for (const key of keysOf(entity)) {
      const block = blocks.get(key)
      if (block === undefined) blocks.set(key, [entity])
      else if (block.length < BLOCK) block.push(entity)
    }
  return blocks
}

function keysOf({ name, aliases }: Resolved): Set<string> {
  const keys = new Set<string>()
  for (const written of [name, ...aliases]) {
    const words = wordsOf(written).map(transliterated)
    if (words.length === 0) continue
    keys.add(`first ${words[0]}`).add(`last ${words.at(-1)}`)
    keys.add(`begins ${writing(written).slice(0, 4)}`)
    keys.add(`acronym ${initialsOf(written) ?? writing(written)}`)
  }
  return keys
}

/** From each document to the entities that it mentions. */
type Companions = ReadonlyMap<DocumentId, ReadonlySet<EntityId>>

function companionsOf(entities: readonly Resolved[]): Companions {
  const companions = new Map<DocumentId, Set<EntityId>>()
  for (const { id, documents } of entities)
    for (const document of documents)
      companions.set(document, (companions.get(document) ?? new Set()).add(id))
  return companions
}

/** A text that names both sets them apart by itself; texts that name the same others beside them speak for one. */
function compareUse(a: Resolved, b: Resolved, companions: Companions): Evidence[] {
  const together = a.documents.filter((document) => b.documents.includes(document)).length
  if (together > 0) {
    const texts = together === 1 ? 'one text names' : `${together} texts name`
    return [{ weight: -1, what: `${texts} both, side by side` }]
  }
  const beside = ({ documents }: Resolved) =>
    new Set(documents.flatMap((document) => [...companions.get(document)!]))
  const others = beside(b)
  const shared = [...beside(a)].filter((id) => id !== a.id && id !== b.id && others.has(id)).length
  if (shared === 0) return []
  return [{ weight: Math.min(1, shared / 5), what: `${shared} others are named in the texts of both` }]
}

function compareKnowledge(a: Resolved, b: Resolved): Evidence[] {
  const evidence: Evidence[] = []
  const place = a.partOf.find((whole) => b.partOf.includes(whole))
  if (place !== undefined) evidence.push({ weight: 1, what: `both belong to ${place}` })
  else if (a.partOf.length > 0 && b.partOf.length > 0)
    evidence.push({ weight: -1, what: `one belongs to ${a.partOf[0]}, the other to ${b.partOf[0]}` })
  if (a.type !== b.type) evidence.push({ weight: -1, what: `taken for ${a.type} and ${b.type}` })
  if (a.basis !== 'text' && b.basis !== 'text') evidence.push({ weight: -2, what: 'each is known by itself' })
  if (a.wikidata !== null && b.wikidata !== null && a.wikidata !== b.wikidata)
    evidence.push({ weight: -4, what: `Wikidata has them as ${a.wikidata} and ${b.wikidata}` })
  return evidence
}
