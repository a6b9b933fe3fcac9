import type { Corpus } from '../model/corpus.ts'
import type { EntityId } from '../model/ids.ts'

/** An entity named in so many claims of a text may be what the text is about. */
const NAMED_OFTEN = 2
/** How many such entities are kept. */
const MOST = 6

/** What a text is about, for words that leave it out: "the toll rose to 14", "the relationship became an alliance". */
export interface About {
  /** Entities that the title names, sorted. */
  readonly titled: readonly EntityId[]
  /** The title's, and the most named ones in the claims; the most named first. */
  readonly central: readonly EntityId[]
}

export const NOTHING: About = { titled: [], central: [] }

export function centralEntities(corpus: Corpus): ReadonlyMap<string, About> {
  const counts = new Map<string, Map<EntityId, number>>()
  for (const { document, claim } of corpus.claims) {
    const count = counts.get(document) ?? new Map<EntityId, number>()
    const named = new Set([
      ...claim.subject.entities,
      ...(claim.object?.entities ?? []),
      ...claim.qualifiers.flatMap(({ entities }) => entities),
      ...[claim.attribution?.speaker?.entity ?? null].filter((id) => id !== null),
    ])
    for (const id of named) count.set(id, (count.get(id) ?? 0) + 1)
    counts.set(document, count)
  }
  return new Map(
    corpus.documents.map(({ id, title }) => {
      const count = [...(counts.get(id) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      const words = spelt(title ?? '')
      const titled = count.map(([entity]) => entity).filter((entity) => isNamedIn(words, entity, corpus))
      const often = count.filter(([, times]) => times >= NAMED_OFTEN).map(([entity]) => entity)
      const central = count
        .map(([entity]) => entity)
        .filter((entity) => titled.includes(entity) || often.includes(entity))
        .slice(0, MOST)
      return [id, { titled: [...titled].sort(), central }]
    }),
  )
}

function isNamedIn(words: string, entity: EntityId, corpus: Corpus): boolean {
  const known = corpus.entities.get(entity)
  return [known?.name ?? '', ...(known?.aliases ?? [])].some(
    (name) => name.length > 2 && words.includes(spelt(name)),
  )
}

/** Words and numbers only, lower case, with a blank on both sides. */
function spelt(text: string): string {
  return ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `
}
