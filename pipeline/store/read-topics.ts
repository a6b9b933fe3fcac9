import type { Strength } from '../model/conflict.ts'
import type { ClaimRecord } from '../model/record.ts'
import type { TopicFilter } from './filters.ts'
import type { CorroborationRecord, TopicSummary } from './given.ts'
import { aboutCondition, NO_LIMIT } from './read-claims.ts'
import { CLAIM_COLUMNS, type ClaimRow, recordReader } from './records.ts'
import type { Database } from './sql.ts'
import { topicClaims } from './topic-claims.ts'

interface SummaryRow {
  readonly id: string
  readonly key: string
  readonly label: string
  readonly claims: number
  readonly sources: number
  readonly independent: number | null
  readonly disputes: number
  readonly developments: number
}

/** Topics with their standing: the disputed first, then those with the most sources, then by label and id. */
export function readTopics(db: Database, filter: TopicFilter): readonly TopicSummary[] {
  const about = filter.about === undefined ? { where: 'true', values: [] } : aboutCondition(db, filter.about)
  const conflicts = db.prepare<[string], { id: string; strength: Strength }>(
    'select id, strength from conflicts where topic_id = ? and current = 1 order by score desc, id',
  )
  const claims = `
    select c.key from claims c join document_source s on s.document_id = c.document_id
    where s.current = 1 and ${about.where}`
  return db
    .prepare<unknown[], SummaryRow>(`
      with asked as (
        select distinct m.topic_id from ${topicClaims((claim) => `${claim} in (${claims})`)} m)
      select t.id, t.key, t.label, count(*) as claims, count(distinct c.document_id) as sources,
        (select max(independent_sources) from corroborations where topic_id = t.id) as independent,
        (select count(*) from conflicts where topic_id = t.id and current = 1) as disputes,
        (select count(*) from developments where topic_id = t.id) as developments
      from asked a join topics t on t.id = a.topic_id
      join ${topicClaims((_, topic) => `${topic} in (select topic_id from asked)`)} m on m.topic_id = t.id
      join claims c on c.key = m.claim_key
      group by t.id, t.key, t.label
      order by case when exists (select 1 from conflicts where topic_id = t.id and current = 1) then 0 else 1 end,
        sources desc, claims desc, t.label, t.id limit ?`)
    .all(...about.values, ...about.values, filter.limit ?? NO_LIMIT)
    .map(({ independent, disputes, ...row }) => ({
      ...row,
      independentSources: independent,
      conflicts: disputes === 0 ? [] : conflicts.all(row.id),
    }))
}

/** What several sources say alike: the most independent sources first, then in reading order. */
export function readCorroborations(db: Database): readonly CorroborationRecord[] {
  const reader = recordReader(db)
  const claims = db.prepare<[number], ClaimRow>(`
    select ${CLAIM_COLUMNS} from corroboration_claims m join claims c on c.id = m.claim_id
    join document_source s on s.document_id = c.document_id
    where m.corroboration = ? order by s.path, c.start_utf16, c.end_utf16, c.id`)
  return db
    .prepare<[], { number: number; topic_id: string; independent_sources: number; independence: string }>(
      `select k.* from corroborations k order by independent_sources desc,
        (select min(claim_id) from corroboration_claims where corroboration = k.number)`,
    )
    .all()
    .map(({ number, topic_id, independent_sources, independence }) => ({
      topic: topic_id,
      independentSources: independent_sources,
      independence,
      claims: claims.all(number).map((row): ClaimRecord => reader.claim(row)),
    }))
}
