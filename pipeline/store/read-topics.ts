import type { Database } from 'better-sqlite3'
import type { Strength } from '../model/conflict.ts'
import type { ClaimRecord } from '../model/record.ts'
import type { CorroborationRecord, TopicFilter, TopicSummary } from './face.ts'
import { aboutCondition } from './read-claims.ts'
import { CLAIM_COLUMNS, type ClaimRow, recordReader } from './records.ts'

interface SummaryRow {
  readonly id: string
  readonly key: string
  readonly label: string
  readonly claims: number
  readonly sources: number
  readonly independent: number | null
  readonly conflicts: string
  readonly developments: number
}

/** Topics with their standing: the disputed first, then those with the most sources, then by label and id. */
export function readTopics(db: Database, filter: TopicFilter): readonly TopicSummary[] {
  const about = filter.about === undefined ? { where: 'true', values: [] } : aboutCondition(db, filter.about)
  return db
    .prepare<unknown[], SummaryRow>(`
      with asked as (
        select distinct m.topic_id from topic_claims m join claims c on c.id = m.claim_id
        join document_source s on s.document_id = c.document_id where s.current = 1 and ${about.where})
      select t.id, t.key, t.label, count(*) as claims, count(distinct c.document_id) as sources,
        (select max(independent_sources) from corroborations where topic_id = t.id) as independent,
        (select json_group_array(json_object('id', x.id, 'strength', x.strength) order by x.score desc, x.id)
          from conflicts x where x.topic_id = t.id and x.current = 1) as conflicts,
        (select count(*) from developments where topic_id = t.id) as developments
      from asked a join topics t on t.id = a.topic_id join topic_claims m on m.topic_id = t.id
      join claims c on c.id = m.claim_id
      group by t.id
      order by json_array_length(conflicts) > 0 desc, sources desc, claims desc, t.label, t.id limit ?`)
    .all(...about.values, filter.limit ?? -1)
    .map(({ independent, conflicts, ...row }) => ({
      ...row,
      independentSources: independent,
      conflicts: JSON.parse(conflicts) as { id: string; strength: Strength }[],
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
