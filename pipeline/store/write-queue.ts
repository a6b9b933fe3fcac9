import { SOURCE_NAME } from './metadata-columns.ts'
import type { Database } from './sql.ts'
import { writeOverview } from './write-overview.ts'

/**
 * Makes the queue of the review anew from the findings: the order of `conflicts`, what it is filtered by, and the words
 * that it is searched for. How each dispute stands is set behind it.
 */
export function writeQueue(db: Database): void {
  db.exec(`
    delete from review_queue;
    delete from queue_facets;
    ${EMPTIED[db.dialect]};

    create temp table queued as
      select row_number() over (order by score desc, id) as place, id, strength, question, types
      from conflicts where current = 1;
    create temp table queued_evidence as
      select distinct q.place, p.id as position_id, e.claim_id, c.key as claim_key, coalesce(c.document_id, e.document_id) as document_id
      from queued q join positions p on p.conflict_id = q.id join position_evidence e on e.position_id = p.id
      left join claims c on c.id = e.claim_id;
    create temp table queued_sources as
      select document_id, path, title, publisher, author, first_day, last_day,
        ${SOURCE_NAME('publisher', 'path')} as source
      from document_source where document_id in (select document_id from queued_evidence);
    create index ${db.dialect === 'sqlite' ? 'temp.' : ''}queued_source on queued_sources (document_id);
    create index ${db.dialect === 'sqlite' ? 'temp.' : ''}queued_place on queued_evidence (place);

    insert into review_queue
      select q.place, q.id, q.strength, 'open', min(s.first_day), max(s.last_day)
      from queued q left join queued_evidence e on e.place = q.place
      left join queued_sources s on s.document_id = e.document_id group by q.place, q.id, q.strength;

    insert into queue_facets select distinct 'type', t.value, q.place from queued q, json_each(q.types) t;
    insert into queue_facets
      select distinct 'source', s.source, e.place
      from queued_evidence e join queued_sources s on s.document_id = e.document_id;
    insert into queue_facets
      select distinct 'entity', coalesce(r.canonical_id, n.entity_id), e.place
      from queued_evidence e join document_entities d on d.document_id = e.document_id
      join claim_entities n on n.entity_id = d.entity_id and n.claim_key = e.claim_key
      left join entity_redirects r on r.entity_id = n.entity_id;

    ${SEARCHED[db.dialect]}`)
  writeOverview(db)
  db.exec(`
    drop table queued_sources;
    drop table queued_evidence;
    drop table queued`)
}

/** FTS5's own command for emptying a table that keeps no contents. */
const EMPTIED = {
  sqlite: "insert into queue_search (queue_search) values ('delete-all')",
  postgres: 'delete from queue_search',
} as const

const QUESTION = 'q.question'
const ANSWERS = "(select string_agg(answer, ' ') from positions where conflict_id = q.id)"
const QUOTES = `(select string_agg(c.quote || ' ' || c.text, ' ')
  from queued_evidence e join claims c on c.id = e.claim_id where e.place = q.place)`
const SOURCES = `(select string_agg(concat_ws(' ', s.publisher, s.title, s.author, s.path), ' ')
  from queued_evidence e join queued_sources s on s.document_id = e.document_id where e.place = q.place)`

const SEARCHED = {
  sqlite: `insert into queue_search (rowid, question, answers, quotes, sources)
    select q.place, ${QUESTION}, ${ANSWERS}, ${QUOTES}, ${SOURCES} from queued q`,
  postgres: `insert into queue_search (place, words)
    select q.place, words(concat_ws(' ', ${QUESTION}, ${ANSWERS}, ${QUOTES}, ${SOURCES})) from queued q`,
} as const
