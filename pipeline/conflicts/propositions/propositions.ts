import type { CorpusClaim, CorpusDocument, CorpusText } from '../../model/corpus.ts'
import type { EntityId } from '../../model/ids.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import { type About, aboutOf } from './about.ts'
import { isRejected } from './denial.ts'
import { doubtBefore } from './doubt.ts'
import { type Proposition, propositionOf } from './proposition.ts'
import { makeVocabulary } from './vocabulary.ts'
import { type Called, type World, worldOf } from './world.ts'

/** What all claims of a text share. */
export interface Setting {
  readonly about: About
  readonly called: Called
}

/** Reads claims as propositions: whole texts, or one claim whose setting and owner are known. */
export interface PropositionReader {
  settingOf(text: CorpusText): Setting
  propositionOf(
    source: CorpusClaim,
    document: CorpusDocument,
    setting: Setting,
    owner: EntityId | null,
  ): Proposition
}

export function propositionReader(knowledge: Knowledge, world: World): PropositionReader {
  const vocabulary = makeVocabulary(knowledge.relations)
  return {
    settingOf: ({ document, claims, called }) => ({
      about: aboutOf(document.title, claims, worldOf(world, called)),
      called,
    }),
    propositionOf: (source, document, { about, called }, owner) =>
      propositionOf(source, document, vocabulary, worldOf(world, called), {
        about,
        owner,
        doubt: doubtBefore(source, knowledge.cues),
        rejected: isRejected(source),
      }),
  }
}

/** The propositions of a text, in the order of its claims. */
export function propositionsOf(text: CorpusText, reader: PropositionReader): readonly Proposition[] {
  const setting = reader.settingOf(text)
  const owners = ownersBySentence(text.claims)
  return text.claims.map((source) =>
    reader.propositionOf(source, text.document, setting, owners.get(source.claim.sentence) ?? null),
  )
}

/**
 * Who "has" something in a sentence, for what its relative clause alone says: in "Port Ash was the first base that
 * Narland had abroad" one claim is about the base, another about what Narland had. Null where two have something.
 */
export function ownersBySentence(claims: readonly CorpusClaim[]): ReadonlyMap<number, EntityId | null> {
  const owners = new Map<number, EntityId | null>()
  for (const { claim } of claims) {
    const { entity } = claim.subject
    if (entity === null || !['have', 'own', 'possess', 'operate', 'run'].includes(claim.relation.lemma))
      continue
    const at = claim.sentence
    owners.set(at, owners.has(at) && owners.get(at) !== entity ? null : entity)
  }
  return owners
}
