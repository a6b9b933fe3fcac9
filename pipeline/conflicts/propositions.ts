import type { Corpus, CorpusDocument } from '../model/corpus.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { centralEntities, NOTHING } from './about.ts'
import { type Proposition, propositionOf } from './proposition.ts'
import { makeVocabulary } from './relation.ts'
import type { World } from './world.ts'

/** Claims as propositions, in the order of their ids: nothing behind this line sees the order of arrival. */
export function propositionsOf(corpus: Corpus, knowledge: Knowledge, world: World): readonly Proposition[] {
  const vocabulary = makeVocabulary(knowledge.relations)
  const documents = new Map<string, CorpusDocument>(
    corpus.documents.map((document) => [document.id, document]),
  )
  const about = centralEntities(corpus)
  return [...corpus.claims]
    .sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1))
    .flatMap((source) => {
      const document = documents.get(source.document)
      return document
        ? [propositionOf(source, document, vocabulary, world, about.get(document.id) ?? NOTHING)]
        : []
    })
}
