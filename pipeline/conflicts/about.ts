import type { Corpus } from '../model/corpus.ts'
import type { EntityId } from '../model/ids.ts'

/** An entity named in this many claims of a text, and nowhere in its title, still may be what the text is about. */
const NAMED_OFTEN = 3

/**
 * What each text is about, sorted: the entities that its title names, or, where the title names none, the one that
 * most of its claims name. For words that leave it out: "the toll rose to 14".
 */
export function centralEntities(corpus: Corpus): ReadonlyMap<string, readonly EntityId[]> {
  const counts = new Map<string, Map<EntityId, number>>()
  for (const { document, claim } of corpus.claims) {
    const count = counts.get(document) ?? new Map<EntityId, number>()
    const named = new Set([
      ...claim.subject.entities,
      ...(claim.object?.entities ?? []),
      ...claim.qualifiers.flatMap(({ entities }) => entities),
    ])
    for (const id of named) count.set(id, (count.get(id) ?? 0) + 1)
    counts.set(document, count)
  }
  return new Map(
    corpus.documents.map(({ id, title }) => {
      const count = counts.get(id) ?? new Map<EntityId, number>()
      const words = ` ${
        (title ?? '')
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu)
          ?.join(' ') ?? ''
      } `
      const inTitle = [...count.keys()].filter((entity) => {
        const known = corpus.entities.get(entity)
        return [known?.name, ...(known?.aliases ?? [])].some((name) => {
          const spelt = name
            ?.toLowerCase()
            .match(/[\p{L}\p{N}]+/gu)
            ?.join(' ')
          return spelt !== undefined && spelt.length > 2 && words.includes(` ${spelt} `)
        })
      })
      if (inTitle.length > 0) return [id, inTitle.sort()]
      const [top] = [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      return [id, top && top[1] >= NAMED_OFTEN ? [top[0]] : []]
    }),
  )
}
