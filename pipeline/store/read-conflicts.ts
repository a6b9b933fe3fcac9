import type { Development, Strength } from '../model/conflict.ts'
import type { TopicId } from '../model/ids.ts'
import type {
  ClaimRecord,
  ConflictRecord,
  ConflictStatus,
  PositionRecord,
  TopicRecord,
} from '../model/record.ts'
import type { ConflictFilter } from './filters.ts'
import {
  aboutCondition,
  type Conditions,
  NO_LIMIT,
  publishedCondition,
  sourceCondition,
} from './read-claims.ts'
import { verdictInForce } from './read-verdicts.ts'
import { CLAIM_COLUMNS, type ClaimRow, type RecordReader, recordReader } from './records.ts'
import type { Database } from './sql.ts'
import { topicClaims } from './topic-claims.ts'

interface ConflictRow {
  readonly id: string
  readonly topic_id: string
  readonly types: string
  readonly question: string
  readonly strength: Strength
  readonly score: number
  readonly explanation: string
  readonly gates: string
  readonly first_seen_run: number
  readonly status: ConflictStatus
  readonly current: number
}

interface PositionRow {
  readonly id: string
  readonly number: number
  readonly answer: string
  readonly independent_sources: number
  readonly independence: string
  readonly previous_sources: number | null
  readonly gained_run: number | null
}

type EvidenceRow =
  | (ClaimRow & { readonly claim_id: string })
  | {
      readonly claim_id: null
      readonly quote_document: string
      readonly quote_start: number
      readonly quote_end: number
    }

/** Current conflicts, strongest first. */
export function readConflicts(db: Database, filter: ConflictFilter): readonly ConflictRecord[] {
  const read = conflictReader(db)
  return conflictIds(db, filter).map((id) => read(id)!)
}

/** Ids of current conflicts by falling score, then by id. */
export function conflictIds(db: Database, filter: ConflictFilter): readonly string[] {
  const { where, values } = conflictConditions(db, filter)
  return db
    .prepare<unknown[], string>(`
      select x.id from conflicts x join conflict_status t on t.conflict_id = x.id
      where x.current = 1 and ${where} order by x.score desc, x.id limit ? offset ?`)
    .pluck()
    .all(...values, filter.limit ?? NO_LIMIT, filter.offset ?? 0)
}

/** Gives the function that reads one conflict, current or not; null where there is none. */
export function conflictReader(
  db: Database,
  reader: RecordReader = recordReader(db),
): (id: string) => ConflictRecord | null {
  const conflict = db.prepare<[string], ConflictRow>(`
    select x.*, t.status from conflicts x join conflict_status t on t.conflict_id = x.id where x.id = ?`)
  const positions = db.prepare<[string], PositionRow>(
    'select * from positions where conflict_id = ? order by number, id',
  )
  const evidence = db.prepare<[string], EvidenceRow>(`
    select e.claim_id, e.document_id as quote_document, e.start_utf16 as quote_start, e.end_utf16 as quote_end,
      ${CLAIM_COLUMNS}
    from position_evidence e left join claims c on c.id = e.claim_id where e.position_id = ? order by e.number`)
  const context = db.prepare<[string], ClaimRow>(`
    select ${CLAIM_COLUMNS} from conflict_context x join claims c on c.id = x.claim_id
    where x.conflict_id = ? order by x.number`)
  const verdict = verdictInForce(db)

  const positionOf = (row: PositionRow): PositionRecord => {
    const found = evidence
      .all(row.id)
      .map((e) =>
        e.claim_id === null
          ? reader.quote(e.quote_document, { start: e.quote_start, end: e.quote_end })
          : reader.claim(e),
      )
    return {
      id: row.id,
      number: row.number,
      answer: row.answer,
      claims: found.flatMap(({ claim }) => (claim ? [claim.id] : [])),
      quotes: found.flatMap(({ claim, document, start, end }) =>
        claim ? [] : [{ document: document.id, start, end }],
      ),
      evidence: found,
      independentSources: row.independent_sources,
      independence: row.independence,
      previousSources: row.previous_sources,
      gainedInRun: row.gained_run,
    }
  }

  return (id) => {
    const row = conflict.get(id)
    if (!row) return null
    const contextClaims = context.all(id).map((claim) => reader.claim(claim))
    return {
      id,
      topic: row.topic_id,
      types: JSON.parse(row.types),
      question: row.question,
      positions: positions.all(id).map(positionOf),
      context: contextClaims.map(({ claim }) => claim.id),
      contextClaims,
      strength: row.strength,
      score: row.score,
      explanation: row.explanation,
      gates: JSON.parse(row.gates),
      current: row.current === 1,
      status: row.status,
      verdict: verdict(id),
      firstSeenRun: row.first_seen_run,
    }
  }
}

/** The current conflict that a position belongs to; null where there is none. */
export function readConflictOfPosition(db: Database, position: string): ConflictRecord | null {
  const id = db
    .prepare<[string], string>(
      'select x.id from positions p join conflicts x on x.id = p.conflict_id where p.id = ? and x.current = 1',
    )
    .pluck()
    .get(position)
  return id === undefined ? null : conflictReader(db)(id)
}

/** What a filter asks of `conflicts x` and its status `t`. */
function conflictConditions(db: Database, filter: ConflictFilter): Conditions {
  const asked: Conditions[] = []
  const ask = (where: string, ...values: readonly (string | number)[]) => asked.push({ where, values })
  if (filter.type !== undefined) ask('instr(x.types, ?) > 0', JSON.stringify(filter.type))
  if (filter.strength !== undefined) ask('x.strength = ?', filter.strength)
  if (filter.status !== undefined) ask('t.status = ?', filter.status)
  if (filter.firstSeenRun !== undefined) ask('x.first_seen_run = ?', filter.firstSeenRun)
  if (filter.about !== undefined) {
    const about = aboutCondition(db, filter.about)
    ask(`exists (${EVIDENCE} join claims c on c.id = e.claim_id where ${about.where})`, ...about.values)
  }
  if (filter.relation !== undefined) {
    ask(
      `exists (${EVIDENCE} join claims c on c.id = e.claim_id where c.relation_type = ? or c.relation_lemma = ?)`,
      filter.relation,
      filter.relation,
    )
  }
  if (filter.onlyDecided) ask("t.status <> 'open'")
  if (filter.changedSinceRun !== undefined) {
    const run = filter.changedSinceRun
    ask(
      `(x.first_seen_run > ? or exists (select 1 from positions where conflict_id = x.id and gained_run > ?))`,
      run,
      run,
    )
  }
  const ofSource: Conditions[] = []
  if (filter.source !== undefined) ofSource.push(sourceCondition(filter.source))
  if (filter.publishedSince !== undefined) ofSource.push(publishedCondition(filter.publishedSince))
  for (const { where, values } of ofSource) {
    ask(
      `exists (${EVIDENCE} left join claims c on c.id = e.claim_id
        join document_source s on s.document_id = coalesce(c.document_id, e.document_id) where ${where})`,
      ...values,
    )
  }
  return {
    where: asked.map(({ where }) => where).join(' and ') || 'true',
    values: asked.flatMap(({ values }) => values),
  }
}

const EVIDENCE =
  'select 1 from positions p join position_evidence e on e.position_id = p.id and p.conflict_id = x.id'

/** Of one topic, or of all, by question, then by id. */
export function readDevelopments(db: Database, topic?: TopicId): readonly Development[] {
  return db
    .prepare<string[], Record<'id' | 'topic_id' | 'question' | 'steps', string>>(
      `select * from developments ${topic === undefined ? '' : 'where topic_id = ?'} order by question, id`,
    )
    .all(topic === undefined ? [] : [topic])
    .map(({ id, topic_id, question, steps }) => ({
      id,
      topic: topic_id,
      question,
      steps: JSON.parse(steps) as Development['steps'],
    }))
}

/** A topic with its claims in reading order, or with the first of them; null where there is none. */
export function readTopic(
  db: Database,
  id: TopicId,
  reader: RecordReader = recordReader(db),
  limit = NO_LIMIT,
): TopicRecord | null {
  const topic = db
    .prepare<[string], { key: string; label: string }>('select * from topics where id = ?')
    .get(id)
  if (!topic) return null
  const claims: readonly ClaimRecord[] = db
    .prepare<[string, string, number], ClaimRow>(`
      select ${CLAIM_COLUMNS} from ${topicClaims((_, topic) => `${topic} = ?`)} m join claims c on c.key = m.claim_key
      join document_source s on s.document_id = c.document_id
      order by s.path, c.start_utf16, c.end_utf16, c.id limit ?`)
    .all(id, id, limit)
    .map((row) => reader.claim(row))
  const conflicts = db
    .prepare<[string], string>('select id from conflicts where topic_id = ? and current = 1 order by id')
    .pluck()
    .all(id)
  return { id, key: topic.key, label: topic.label, claims, conflicts }
}
