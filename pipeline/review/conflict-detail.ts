import type { Duplicate } from '../corrections/duplicates.ts'
import type { Gate } from '../model/conflict.ts'
import type { Entity } from '../model/entity.ts'
import type { ClaimRecord, ConflictRecord, VerdictRecord } from '../model/record.ts'
import { type CurrentEvidence, newEvidence } from '../store/follow-evidence.ts'
import type { QueueFilter, Store } from '../store/index.ts'
import type { ConflictDetail, PositionInfo } from './api.ts'
import { type EvidenceRecord, entitiesOf, evidenceInfo, type Surroundings } from './evidence-info.ts'
import { foldCopies } from './fold.ts'
import { historyEntry } from './history.ts'
import { evidenceFingerprint } from './judged.ts'
import { GATE_WORDS, STRENGTH_WORDS, TYPE_WORDS } from './phrases.ts'
import { timelineOf } from './timeline.ts'

/** Sub-questions, and claims of the topic on no side, that are shown at most. */
const RELATED = 20
const OTHERS = 50

/** A dispute with all that a person needs to judge it. */
export async function conflictDetail(
  store: Store,
  conflict: ConflictRecord,
  {
    filter,
    duplicates,
    stamp,
  }: { readonly filter: QueueFilter; readonly duplicates: readonly Duplicate[]; readonly stamp: string },
): Promise<ConflictDetail> {
  const { id, positions, contextClaims, verdict } = conflict
  const evidence = positions.flatMap((position) => position.evidence)
  const sides = new Set([...evidence, ...contextClaims].map(({ claim }) => claim?.id))
  const topic = await store.topic(conflict.topic, sides.size + OTHERS)
  const topicClaims = topic?.claims ?? []
  const others = topicClaims.filter(({ claim }) => !sides.has(claim.id)).slice(0, OTHERS)
  const entities = await store.entitiesById([
    ...new Set([...claimsOf(evidence), ...contextClaims, ...others].flatMap(entitiesOf)),
  ])
  const history = await store.verdicts(id)
  const place = await store.queuePlace(filter, id)
  const surroundings: Surroundings = { entities, isNew: newSince(conflict, history) }
  const beside = (records: readonly EvidenceRecord[]) =>
    records.map((record) => evidenceInfo(record, { entities }))
  const named = new Map(
    claimsOf(evidence)
      .flatMap(entitiesOf)
      .flatMap((name) => entities.get(name) ?? [])
      .map((entity) => [entity.id, entity] as const),
  )
  const reworded = verdict?.coveredWith === null ? verdict.wording : null
  return {
    stamp,
    id,
    current: conflict.current,
    question: reworded?.question ?? conflict.question,
    questionFound: reworded?.question ? conflict.question : null,
    types: [...conflict.types],
    typeWords: conflict.types.map((type) => TYPE_WORDS[type]).join(', '),
    strength: conflict.strength,
    strengthWords: STRENGTH_WORDS[conflict.strength],
    score: conflict.score,
    status: conflict.status,
    positions: await positionsOf(store, conflict, surroundings, reworded?.positions ?? {}),
    context: beside(contextClaims),
    explanation: conflict.explanation,
    weakestLink: weakestLink(conflict.gates),
    gates: conflict.gates.map((gate) => ({ ...gate, words: GATE_WORDS[gate.name] })),
    timeline: [...timelineOf(conflict)],
    developments: (await store.developments(conflict.topic)).map(({ question, steps }) => ({
      question,
      steps: steps.map((step) => ({ ...step, claims: [...step.claims] })),
    })),
    history: history.map((record) => historyEntry(record, id)),
    last: history[0]?.entry.id ?? null,
    evidence: evidenceFingerprint(conflict),
    related: await relatedTo(store, conflict, topic?.conflicts ?? []),
    otherClaims: beside(others),
    entities: [...named.values()].map(entityInfo),
    openNames: await openNames(store, evidence),
    duplicates: duplicates
      .filter(({ a, b }) => named.has(a.id) || named.has(b.id))
      .map(({ a, b, for: speaksFor, against }) => ({
        a: { id: a.id, name: a.name },
        b: { id: b.id, name: b.name },
        speaksFor: [...speaksFor],
        speaksAgainst: [...against],
      })),
    place,
  }
}

export function entityInfo({ id, name, type, aliases }: Entity) {
  return { id, name, type, aliases: [...aliases] }
}

const claimsOf = (evidence: readonly EvidenceRecord[]): ClaimRecord[] =>
  evidence.flatMap((record) => (record.claim ? [record] : []))

/** Tells the evidence that came behind the verdict in force. */
function newSince(
  { id, positions }: ConflictRecord,
  history: readonly VerdictRecord[],
): (record: EvidenceRecord) => boolean {
  for (const { of, disputes } of history) {
    const place = disputes.findIndex(({ follows, inForce }) => inForce && follows === id)
    const judged = of.judged[place]
    if (!judged) continue
    const current = positions.flatMap((position) =>
      position.evidence.map((record) => ({ record, ...asCurrent(record, id, position.id) })),
    )
    const added = newEvidence(judged, of.documents, current)
    return (record) => added.some((one) => one.record === record)
  }
  return () => false
}

function asCurrent(record: EvidenceRecord, conflict: string, position: string): CurrentEvidence {
  const { claim, document, start, end, quote } = record
  return {
    conflict,
    position,
    claim: claim?.id ?? null,
    document: document.id,
    path: document.path,
    start,
    end,
    quote,
  }
}

async function positionsOf(
  store: Store,
  { positions }: ConflictRecord,
  surroundings: Surroundings,
  reworded: Readonly<Record<string, string>>,
): Promise<PositionInfo[]> {
  const ids = [...new Set(positions.flatMap(({ evidence }) => evidence.map(({ document }) => document.id)))]
  const documents = new Map((await store.corpusDocuments(ids)).map((document) => [document.id, document]))
  return positions.map(({ id, number, answer, independentSources, independence, evidence }) => ({
    id,
    number,
    answer: reworded[id] ?? answer,
    answerFound: reworded[id] === undefined ? null : answer,
    independentSources,
    independence,
    evidence: foldCopies(evidence, documents).map(({ shown, copies }) => ({
      shown: evidenceInfo(shown, surroundings),
      copies: copies.map((copy) => evidenceInfo(copy, surroundings)),
    })),
  }))
}

/** What is not known weighs more than what is assumed. */
function weakestLink(gates: readonly Gate[]): string | null {
  const weakest =
    gates.find(({ outcome }) => outcome === 'unknown') ?? gates.find(({ outcome }) => outcome === 'assumed')
  if (!weakest) return null
  return `${weakest.outcome === 'unknown' ? 'not known' : 'assumed'}: ${GATE_WORDS[weakest.name]} (${weakest.note})`
}

async function relatedTo(
  store: Store,
  conflict: ConflictRecord,
  ofTopic: readonly string[],
): Promise<ConflictDetail['related']> {
  const sharing = claimsOf(conflict.positions.flatMap(({ evidence }) => evidence)).flatMap(({ conflicts }) =>
    conflicts.map(({ id }) => id),
  )
  const ids = [...new Set([...ofTopic, ...sharing])].filter((id) => id !== conflict.id).slice(0, RELATED)
  const related: ConflictDetail['related'] = []
  for (const id of ids) {
    const shown = await store.show(id)
    if (shown?.kind !== 'conflict' || !shown.conflict.current) continue
    const { question, strength, status } = shown.conflict
    const [newest] = await store.verdicts(id)
    const last = newest?.entry.id ?? null
    related.push({ id, question, strength, status, last, evidence: evidenceFingerprint(shown.conflict) })
  }
  return related
}

/** Names in the sentences of the evidence that stayed open. */
async function openNames(
  store: Store,
  evidence: readonly EvidenceRecord[],
): Promise<ConflictDetail['openNames']> {
  const found = new Map<string, ConflictDetail['openNames'][number]>()
  for (const { document, start, end, sentence } of evidence) {
    const reach = sentence.length
    for (const open of await store.openMentionsOf(document.id)) {
      if (open.start < start - reach || open.end > end + reach || !sentence.includes(open.text)) continue
      const entities = await store.entitiesById(open.candidates)
      const candidates = [
        ...new Map([...entities.values()].map(({ id, name }) => [id, { id, name }])).values(),
      ]
      found.set(`${document.id} ${open.start}`, {
        text: open.text,
        document: document.id,
        start: open.start,
        end: open.end,
        candidates,
      })
    }
  }
  return [...found.values()]
}
