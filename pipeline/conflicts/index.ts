import type { Corpus, CorpusClaim, CorpusText, Findings } from '../model/corpus.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { boundedText } from './bounded.ts'
import { bySources } from './corroboration.ts'
import { memoryShelf, memoryTables } from './memory.ts'
import { updateFindings } from './update.ts'
import { entitiesIn } from './world.ts'

/** Raised when the same corpus would give other findings. */
export const VERSION = '5'

export { boundedText } from './bounded.ts'
export type { Library } from './comparison.ts'
export { collectEvidence } from './evidence.ts'
export { type Copy, findNearCopies, type Signed } from './near-copies.ts'
export { comparePair, type PairAnswer } from './pair.ts'
export { updateFindings } from './update.ts'

/**
 * Everybody's claims -> propositions -> pairs -> findings -> disputes, in memory and from nothing. A pure function of
 * the corpus as a set: neither the order of the documents nor that of the claims changes anything.
 */
export function findConflicts(corpus: Corpus, knowledge: Knowledge): Findings {
  const tables = memoryTables()
  const shelf = memoryShelf()
  const texts = textsOf(corpus)
  const claims = new Map(corpus.claims.map((source) => [source.claim.id, source]))
  const library = {
    ...entitiesIn(corpus.entities),
    text: (id: string) => texts.get(id) ?? null,
    document: (id: string) => texts.get(id)!.document,
    claim: (id: string) => claims.get(id)!,
  }
  updateFindings(texts.keys(), tables, shelf, library, knowledge)
  return {
    topics: tables.topics
      .find({})
      .map(({ topic, key, label }) => ({
        id: topic,
        key,
        label,
        claims: tables.topicClaims.find({ topic }).map(({ claim }) => claim),
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
    conflicts: [...shelf.conflicts.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)),
    developments: [...shelf.developments.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    corroborations: [...shelf.corroborations.values()].flat().sort(bySources),
    bounded: tables.bounded.find({}).map(boundedText).sort(),
  }
}

function textsOf({ documents, claims, entities }: Corpus): ReadonlyMap<string, CorpusText> {
  const byDocument = new Map<string, CorpusClaim[]>()
  for (const source of claims) {
    const held = byDocument.get(source.document)
    if (held) held.push(source)
    else byDocument.set(source.document, [source])
  }
  const called = new Map([...entities].map(([id, { aliases }]) => [id, aliases]))
  return new Map(
    documents.map((document) => {
      const held = byDocument.get(document.id) ?? []
      held.sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1))
      return [document.id, { document, claims: held, called }]
    }),
  )
}
