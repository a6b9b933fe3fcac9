/**
 * The first schema. Offsets are UTF-16 code units and say so in their names, for SQLite's own `substr` counts code
 * points: whoever needs the words finds them as text beside the offsets. What is a list or a tree and is never asked
 * for by its parts is JSON.
 */
export const initial = `
create table runs (
  id integer primary key,
  -- The only clock readings in the database.
  started text not null,
  finished text,
  pipeline_version text not null,
  annotations_sha256 text not null,
  documents_new integer,
  documents_changed integer,
  documents_unchanged integer,
  documents_failed integer
) strict;

-- A document is a text. It outlives the files that hold it: what was claimed once keeps its provenance.
create table documents (
  id text primary key,
  text text not null,
  text_sha256 text not null,
  current integer not null check (current in (0, 1)),
  pipeline_version text not null,
  annotations_sha256 text not null,
  -- JSON: references, citations, acronyms, credits and the MinHash signature.
  evidence text not null,
  -- JSON: what was odd about the text.
  notes text not null,
  first_run integer not null references runs,
  last_run integer not null references runs
) strict;

-- A file, with what is known of its publication and how we know it.
create table sources (
  path text not null,
  document_id text not null references documents,
  sha256 text not null,
  format text not null,
  title text, title_basis text, title_reason text,
  publisher text, publisher_basis text, publisher_reason text,
  author text, author_basis text, author_reason text,
  published text, published_basis text, published_reason text,
  url text, url_basis text, url_reason text,
  summary_of text, summary_of_basis text, summary_of_reason text,
  revision_of text references documents,
  current integer not null check (current in (0, 1)),
  first_run integer not null references runs,
  last_run integer not null references runs,
  primary key (path, document_id)
) strict, without rowid;
create unique index current_source_of_path on sources (path) where current = 1;
create index source_of_document on sources (document_id);

create table sentences (
  document_id text not null references documents,
  number integer not null,
  start_utf16 integer not null,
  end_utf16 integer not null,
  text text not null,
  primary key (document_id, number)
) strict, without rowid;

create table mentions (
  document_id text not null references documents,
  number integer not null,
  start_utf16 integer not null,
  end_utf16 integer not null,
  text text not null,
  type text not null,
  form text not null,
  entity_id text,
  -- JSON list of entity ids.
  candidates text not null,
  plural integer not null,
  primary key (document_id, number)
) strict, without rowid;

create table times (
  document_id text not null references documents,
  number integer not null,
  start_utf16 integer not null,
  end_utf16 integer not null,
  text text not null,
  kind text not null,
  edtf text,
  earliest text,
  latest text,
  certainty text not null,
  anchor text,
  primary key (document_id, number)
) strict, without rowid;

-- Entities as one document alone tells them.
create table document_entities (
  document_id text not null references documents,
  entity_id text not null,
  -- JSON.
  record text not null,
  primary key (document_id, entity_id)
) strict, without rowid;

-- The claim as it was found is one JSON record; the columns read it and cannot say anything else.
create table claims (
  key integer primary key,
  id text not null unique,
  document_id text not null references documents,
  start_utf16 integer not null,
  end_utf16 integer not null,
  line integer not null,
  quote text not null,
  record text not null,
  text text generated always as (record ->> '$.text'),
  kind text generated always as (record ->> '$.kind'),
  subject text generated always as (record ->> '$.subject.name'),
  subject_entity text generated always as (record ->> '$.subject.entity'),
  relation text generated always as (record ->> '$.relation.text'),
  relation_lemma text generated always as (record ->> '$.relation.lemma'),
  relation_type text generated always as (record ->> '$.relation.type'),
  object text generated always as (record ->> '$.object.name'),
  object_entity text generated always as (record ->> '$.object.entity'),
  polarity text generated always as (record ->> '$.polarity'),
  factuality text generated always as (record ->> '$.factuality'),
  attributed_to text generated always as (record ->> '$.attribution.speaker.name'),
  attribution_cue text generated always as (record ->> '$.attribution.cue.text'),
  sentence_number integer generated always as (record ->> '$.sentence'),
  confidence real generated always as (record ->> '$.confidence'),
  rule text generated always as (record ->> '$.rule')
) strict;
create index claim_of_document on claims (document_id, start_utf16);

create view qualifiers as
  select c.id as claim_id, q.key + 1 as number, q.value ->> '$.role' as role, q.value ->> '$.name' as text,
    q.value ->> '$.entity' as entity_id, q.value ->> '$.edtf' as edtf, q.value ->> '$.earliest' as earliest,
    q.value ->> '$.latest' as latest, q.value ->> '$.quantity.value' as quantity,
    q.value ->> '$.quantity.unit' as unit
  from claims c, json_each(c.record, '$.qualifiers') q;

-- Every entity that a claim names in a slot, in a qualifier or as the speaker: what "about" asks.
create table claim_entities (
  entity_id text not null,
  claim_key integer not null references claims on delete cascade,
  primary key (entity_id, claim_key)
) strict, without rowid;
create index entity_of_claim on claim_entities (claim_key);

create virtual table claim_search using fts5 (
  text, quote, content = 'claims', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2'
);
create trigger claim_added after insert on claims begin
  insert into claim_search (rowid, text, quote) values (new.key, new.text, new.quote);
end;
create trigger claim_changed after update on claims begin
  insert into claim_search (claim_search, rowid, text, quote) values ('delete', old.key, old.text, old.quote);
  insert into claim_search (rowid, text, quote) values (new.key, new.text, new.quote);
end;
create trigger claim_removed after delete on claims begin
  insert into claim_search (claim_search, rowid, text, quote) values ('delete', old.key, old.text, old.quote);
end;

-- Entities across documents.
create table entities (
  id text primary key,
  type text not null,
  name text not null,
  basis text not null,
  wikidata text,
  -- JSON list of entity ids.
  part_of text not null
) strict, without rowid;

-- The name among its aliases; folded for comparison in any case.
create table entity_aliases (
  entity_id text not null references entities on delete cascade,
  alias text not null,
  folded text not null,
  primary key (entity_id, alias)
) strict, without rowid;
create index entity_of_alias on entity_aliases (folded);

-- From the ids that documents use to the one that stands for them; none for those that stand for themselves.
create table entity_redirects (
  entity_id text primary key,
  canonical_id text not null references entities on delete cascade
) strict, without rowid;
create index redirect_to_entity on entity_redirects (canonical_id);

create table topics (
  id text primary key,
  key text not null,
  label text not null
) strict, without rowid;

create table topic_claims (
  claim_id text not null references claims (id) on delete cascade,
  topic_id text not null references topics on delete cascade,
  primary key (claim_id, topic_id)
) strict, without rowid;
create index claim_of_topic on topic_claims (topic_id);

-- A conflict that is no longer found stays, not current: should it come back, it is not new.
create table conflicts (
  id text primary key,
  topic_id text not null references topics,
  -- JSON list.
  types text not null,
  question text not null,
  strength text not null,
  score real not null,
  explanation text not null,
  -- JSON.
  gates text not null,
  current integer not null check (current in (0, 1)),
  first_seen_run integer not null references runs
) strict, without rowid;

create table positions (
  id text primary key,
  conflict_id text not null references conflicts,
  number integer not null,
  answer text not null,
  independent_sources integer not null,
  independence text not null,
  -- Before the last gain, and the run that saw the gain; null where there was none.
  previous_sources integer,
  gained_run integer references runs
) strict, without rowid;
create index position_of_conflict on positions (conflict_id, number);

-- A claim, or a quoted span that is no claim.
create table position_evidence (
  position_id text not null references positions on delete cascade,
  number integer not null,
  claim_id text references claims (id) on delete cascade,
  document_id text references documents,
  start_utf16 integer,
  end_utf16 integer,
  primary key (position_id, number),
  check ((claim_id is null) = (document_id is not null))
) strict, without rowid;
create index evidence_of_claim on position_evidence (claim_id);

create table conflict_context (
  conflict_id text not null references conflicts,
  number integer not null,
  claim_id text not null references claims (id) on delete cascade,
  primary key (conflict_id, number)
) strict, without rowid;
create index context_of_claim on conflict_context (claim_id);

create table developments (
  id text primary key,
  topic_id text not null references topics,
  question text not null,
  -- JSON: as-of date, answer and claims of each step.
  steps text not null
) strict, without rowid;

create table corroborations (
  number integer primary key,
  topic_id text not null references topics,
  independent_sources integer not null,
  independence text not null
) strict;

create table corroboration_claims (
  corroboration integer not null references corroborations on delete cascade,
  claim_id text not null references claims (id) on delete cascade,
  primary key (claim_id, corroboration)
) strict, without rowid;
create index claim_of_corroboration on corroboration_claims (corroboration);

-- At most one row: what the findings above were made with. None where a document has changed since.
create table findings (
  only integer primary key check (only = 1),
  pipeline_version text not null,
  annotations_sha256 text not null,
  run integer not null references runs,
  -- JSON list of sentences.
  bounded text not null
) strict;

-- An index of annotations/verdicts.jsonl; a verdict may outlive the conflict that it judged.
create table verdicts (
  -- The place in the log.
  number integer primary key,
  id text not null unique,
  conflict_id text not null,
  decision text not null,
  position_id text,
  -- JSON list of the claims that were judged.
  claims text not null,
  reviewer text not null,
  at text not null,
  note text not null
) strict;
create index verdict_of_conflict on verdicts (conflict_id, number);

create table failures (
  path text primary key,
  reason text not null,
  run integer not null references runs
) strict, without rowid;

-- Of several files with one text, the first in order of path speaks for it.
create view document_source as
  select s.* from sources s join documents d on d.id = s.document_id
  where s.path = (
    select min(path) from sources where document_id = d.id and current = d.current
  ) and s.current = d.current;

create view latest_verdict as
  select v.* from verdicts v
  where v.number = (select max(number) from verdicts where conflict_id = v.conflict_id);

create view conflict_status as
  select x.id as conflict_id,
    case
      when v.id is null or v.decision = 'undecided' then 'open'
      when exists (
        select 1 from positions p join position_evidence e on e.position_id = p.id
        where p.conflict_id = x.id and e.claim_id is not null
          and e.claim_id not in (select value from json_each(v.claims))
      ) then 'new evidence'
      else 'decided'
    end as status
  from conflicts x left join latest_verdict v on v.conflict_id = x.id;

create view claim_with_source as
  select c.id as claim_id, c.text as claim, c.polarity, c.factuality, c.attributed_to, c.subject, c.relation,
    c.object, s.title, s.publisher, s.author, s.published, s.url, s.path, c.line, c.quote, n.text as sentence,
    c.kind, c.relation_type, coalesce(rs.canonical_id, c.subject_entity) as subject_entity,
    coalesce(ro.canonical_id, c.object_entity) as object_entity, c.confidence, c.rule, c.document_id, d.current
  from claims c
  join documents d on d.id = c.document_id
  join document_source s on s.document_id = c.document_id
  left join sentences n on n.document_id = c.document_id and n.number = c.sentence_number
  left join entity_redirects rs on rs.entity_id = c.subject_entity
  left join entity_redirects ro on ro.entity_id = c.object_entity
  order by s.path, c.start_utf16, c.end_utf16, c.id;

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
