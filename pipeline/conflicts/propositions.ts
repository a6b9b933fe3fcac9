import type { Corpus, CorpusDocument } from '../model/corpus.ts'
import type { EntityId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { centralEntities, NOTHING } from './about.ts'
import { isRejected } from './denial.ts'
import { doubtBefore } from './doubt.ts'
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
  const owners = ownersBySentence(corpus)
  return [...corpus.claims]
    .sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1))
    .flatMap((source) => {
      const document = documents.get(source.document)
      return document
        ? [
            propositionOf(source, document, vocabulary, world, {
              about: about.get(document.id) ?? NOTHING,
              owner: owners.get(`${source.document} ${source.claim.sentence}`) ?? null,
              doubt: doubtBefore(source, knowledge.cues),
              rejected: isRejected(source),
            }),
          ]
        : []
    })
}

/**
 * Who "has" something in a sentence, for what its relative clause alone says: in "Port Ash was the first base that
 * Narland had abroad" one claim is about the base, another about what Narland had. Null where two have something.
 */
function ownersBySentence(corpus: Corpus): ReadonlyMap<string, EntityId | null> {
  const owners = new Map<string, EntityId | null>()
  for (const { document, claim } of corpus.claims) {
    const { entity } = claim.subject
    if (entity === null || !['have', 'own', 'possess', 'operate', 'run'].includes(claim.relation.lemma))
      continue
    const at = `${document} ${claim.sentence}`
    owners.set(at, owners.has(at) && owners.get(at) !== entity ? null : entity)
  }
  return owners
}
