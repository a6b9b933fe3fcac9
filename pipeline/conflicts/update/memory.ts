import type { ComparisonTables, FindingsShelf } from '../../model/comparison.ts'
import type { Conflict, Corroboration, Development } from '../../model/conflict.ts'
import type { Corpus, CorpusClaim, CorpusText, Findings } from '../../model/corpus.ts'
import type { ClaimId, ConflictId, TopicId } from '../../model/ids.ts'
import { memoryTable } from '../../model/memory-table.ts'
import { entitiesIn } from '../propositions/world.ts'
import { bySources } from '../sources/corroboration.ts'
import { boundedIn } from './bounded.ts'
import type { Library } from './comparison.ts'

export function memoryTables(): ComparisonTables {
  return {
    documents: memoryTable(['document']),
    claims: memoryTable(['claim']),
    cells: memoryTable(['cell']),
    pairs: memoryTable(['a', 'b', 'detector']),
    checks: memoryTable(['subject', 'document', 'form']),
    origins: memoryTable(['id']),
    bounded: memoryTable(['cell']),
    topics: memoryTable(['topic']),
    topicEvidence: memoryTable(['claim', 'topic']),
    waiting: memoryTable(['number']),
    unfolded: memoryTable(['kind', 'id']),
    settle: () => {},
  }
}

/** Findings in memory. */
export interface MemoryShelf extends FindingsShelf {
  readonly conflicts: ReadonlyMap<ConflictId, Conflict>
  readonly developments: ReadonlyMap<string, Development>
  readonly corroborations: ReadonlyMap<TopicId, readonly Corroboration[]>
}

export function memoryShelf(): MemoryShelf {
  const conflicts = new Map<ConflictId, Conflict>()
  const developments = new Map<string, Development>()
  const corroborations = new Map<TopicId, readonly Corroboration[]>()
  return {
    conflicts,
    developments,
    corroborations,
    putConflict: (conflict) => void conflicts.set(conflict.id, conflict),
    dropConflict: (id) => void conflicts.delete(id),
    claimsOf: (id): readonly ClaimId[] => [
      ...(conflicts.get(id)?.positions.flatMap(({ claims }) => claims) ?? []),
      ...(developments.get(id)?.steps.flatMap(({ claims }) => claims) ?? []),
    ],
    putDevelopment: (development) => void developments.set(development.id, development),
    dropDevelopment: (id) => void developments.delete(id),
    putCorroborations: (topic, found) => void corroborations.set(topic, found),
  }
}

/** A corpus, read as if it were stored. */
export function memoryLibrary({ documents, claims, entities }: Corpus): Library {
  const texts = textsOf({ documents, claims, entities })
  const keys = new Map(claims.map(({ claim, key }) => [claim.id, key]))
  const byKey = new Map(claims.map((source) => [source.key, source]))
  return {
    ...entitiesIn(entities),
    text: (id) => texts.get(id) ?? null,
    document: (id) => texts.get(id)!.document,
    called: (document, ids) => new Map(ids.map((id) => [id, texts.get(document)!.called.get(id)!])),
    claim: (key) => byKey.get(key)!,
    ahead: () => {},
    aheadTexts: () => {},
    keys: (ids) => [...ids].map((id) => keys.get(id)!),
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

/** Everything that was found, in an order that does not depend on the order of arrival. */
export function findingsIn(tables: ComparisonTables, shelf: MemoryShelf, library: Library): Findings {
  return {
    topics: tables.topics
      .find({})
      .map(({ topic, key, label }) => ({
        id: topic,
        key,
        label,
        claims: [...tables.claims.find({ topic, listed: 1 }), ...tables.topicEvidence.find({ topic })]
          .map(({ claim }) => library.claim(claim).claim.id)
          .sort(),
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
    conflicts: [...shelf.conflicts.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)),
    developments: [...shelf.developments.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    corroborations: [...shelf.corroborations.values()].flat().sort(bySources),
    bounded: boundedIn(tables),
  }
}
