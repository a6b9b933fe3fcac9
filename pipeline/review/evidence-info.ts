import type { Argument, Qualifier } from '../model/claim.ts'
import type { Entity } from '../model/entity.ts'
import type { EntityId } from '../model/ids.ts'
import type { ClaimRecord, QuoteRecord } from '../model/record.ts'
import type { Evidence } from './api.ts'
import { KIND_WORDS, POLARITY_WORDS, STANCE_WORDS, stanceWords } from './phrases.ts'
import { sourceInfo } from './source-info.ts'

/** A quote of the store: of a claim, or of something that is none. */
export type EvidenceRecord = ClaimRecord | (QuoteRecord & { readonly claim: null })

/** What a quote is shown with beside itself. */
export interface Surroundings {
  /** By every id that a text may use. */
  readonly entities: ReadonlyMap<EntityId, Entity>
  readonly isNew?: (record: EvidenceRecord) => boolean
}

/** A quote in its sentence, with source, stance and slots. */
export function evidenceInfo(record: EvidenceRecord, { entities, isNew }: Surroundings): Evidence {
  const { document, start, end, line, quote, claim } = record
  const page = document.pages?.findIndex((span) => start < span.end) ?? -1
  return {
    claim: claim?.id ?? null,
    source: sourceInfo(document),
    start,
    end,
    line,
    page: page < 0 ? null : page + 1,
    ...around(record),
    quote,
    says: claim?.text ?? null,
    stance: claim && stanceWords(claim),
    factuality: claim && { value: claim.factuality, words: STANCE_WORDS[claim.factuality] },
    polarity: claim && { value: claim.polarity, words: POLARITY_WORDS[claim.polarity] },
    kind: claim && { value: claim.kind, words: KIND_WORDS[claim.kind] },
    stanceWords: claim?.stanceCues.map(({ text }) => text) ?? [],
    slots: claim ? slotsOf(record as ClaimRecord, entities) : [],
    confidence: claim?.confidence ?? null,
    isNew: isNew?.(record) ?? false,
    corrected: [...(claim?.corrections ?? [])],
  }
}

/** What of its sentence stands before a quote and behind it. */
function around({ document: { text }, sentence, start, end }: EvidenceRecord): {
  before: string
  after: string
} {
  const at = text.lastIndexOf(sentence, start)
  if (at < 0 || at + sentence.length < start) return { before: '', after: '' }
  return { before: text.slice(at, start), after: text.slice(end, Math.max(end, at + sentence.length)) }
}

/** Ids of all entities that a claim's slots resolve to, as its text has them. */
export function entitiesOf({ claim, subjectEntity, objectEntity }: ClaimRecord): readonly EntityId[] {
  const speaker = claim.attribution?.speaker?.entity ?? null
  const inside = [claim.subject, claim.object, ...claim.qualifiers].flatMap((slot) => slot?.entities ?? [])
  const linked = claim.qualifiers.map(({ entity }) => entity)
  return [subjectEntity, objectEntity, speaker, ...linked, ...inside].filter((id) => id !== null)
}

function slotsOf(
  { claim, subjectEntity, objectEntity }: ClaimRecord,
  entities: ReadonlyMap<EntityId, Entity>,
): Evidence['slots'] {
  const resolved = (id: EntityId | null) => {
    const entity = id === null ? undefined : entities.get(id)
    return entity ? { id: entity.id, name: entity.name } : null
  }
  const argument = (slot: string, { text, name }: Argument, id: EntityId | null) => ({
    slot,
    text: text || name,
    entity: resolved(id),
    edtf: null,
  })
  const qualifier = ({ role, text, name, entity, edtf }: Qualifier) => ({
    slot: role,
    text: text || name,
    entity: resolved(entity),
    edtf,
  })
  const { subject, relation, object, qualifiers, attribution } = claim
  const speaker = attribution?.speaker
  return [
    argument('subject', subject, subjectEntity),
    { slot: 'relation', text: relation.text || relation.lemma, entity: null, edtf: null },
    ...(object ? [argument('object', object, objectEntity)] : []),
    ...qualifiers.map(qualifier),
    ...(speaker
      ? [{ slot: 'speaker', text: speaker.name, entity: resolved(speaker.entity), edtf: null }]
      : []),
  ]
}
