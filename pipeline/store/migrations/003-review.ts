/**
 * What reviewing needs: verdicts with the evidence that they judged and the disputes that they follow, the standing of
 * each dispute, and the queue in a shape that answers at once, however many disputes there are.
 */
export const review = `
drop view conflict_with_positions;
drop view conflict_status;
drop view latest_verdict;
drop table verdicts;

-- An index of annotations/verdicts.jsonl, entry by entry; a verdict may outlive the dispute that it judged.
create table verdicts (
  -- The place in the log.
  number integer primary key,
  id text not null unique,
  undone integer not null default 0 check (undone in (0, 1)),
  -- JSON: the entry.
  record text not null,
  kind text generated always as (record ->> '$.kind'),
  conflict_id text generated always as (record ->> '$.judged[0].conflict'),
  decision text generated always as (record ->> '$.decision'),
  reason text generated always as (record ->> '$.reason'),
  reviewer text generated always as (record ->> '$.reviewer'),
  at text generated always as (record ->> '$.at'),
  note text generated always as (record ->> '$.note')
) strict;

-- The disputes that an entry judged, in its order, and where the evidence of each is now; an undo has its verdict's.
create table verdict_conflicts (
  number integer not null references verdicts on delete cascade,
  place integer not null,
  judged_id text not null,
  -- The current dispute that holds most of the evidence, and in it the position that holds; null where none does.
  follows text,
  position_id text,
  primary key (number, place)
) strict, without rowid;
create index verdict_of_judged on verdict_conflicts (judged_id, number);
create index verdict_of_conflict on verdict_conflicts (follows, number);

-- At most one row: a digest of the ids of the log that the index was made from.
create table verdict_log (
  only integer primary key check (only = 1),
  digest text not null
) strict;

-- Of every dispute, current or not; with the verdict in force, if there is one.
create table conflict_status (
  conflict_id text primary key,
  status text not null,
  verdict integer
) strict, without rowid;
insert into conflict_status select id, 'open', null from conflicts;

create index evidence_of_document on position_evidence (document_id);

-- Current disputes in the order of the queue, the strongest first.
create table review_queue (
  place integer primary key,
  conflict_id text not null unique,
  strength text not null,
  status text not null,
  -- Of publication; null where no evidence has a date.
  first_day text,
  last_day text
) strict;
create index queue_of_status on review_queue (status);

-- What the queue can be filtered by beside that: type, source and entity.
create table queue_facets (
  kind text not null,
  value text not null,
  place integer not null,
  primary key (kind, value, place)
) strict, without rowid;
create index facet_of_place on queue_facets (place, kind);

create virtual table queue_search using fts5 (
  question, answers, quotes, sources, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
);

-- The queue is made with the findings: they are made again.
delete from findings;

create view conflict_with_positions as
  select x.id as conflict_id, x.question, x.strength, x.score, t.status, p.number as position, p.answer,
    p.independent_sources, c.text as claim, c.quote, c.attributed_to, s.publisher, s.published, s.title, s.path,
    c.line, c.id as claim_id, coalesce(c.document_id, e.document_id) as document_id
  from conflicts x
  join conflict_status t on t.conflict_id = x.id
  join positions p on p.conflict_id = x.id
  join position_evidence e on e.position_id = p.id
  left join claims c on c.id = e.claim_id
  left join document_source s on s.document_id = coalesce(c.document_id, e.document_id)
  where x.current = 1
  order by x.score desc, x.id, p.number, e.number;
`
