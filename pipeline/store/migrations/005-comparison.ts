/**
 * What comparing remembers from run to run, so that a new text is held against what it may concern and nothing else. All
 * of it is made again where the program or the annotations are others.
 */
export const comparison = `
-- Texts that were stored, changed or taken out since they were last compared: whoever writes them need not think of it.
create table touched_documents (document_id text primary key) strict, without rowid;
create trigger document_added after insert on documents begin
  insert into touched_documents select new.id where new.id not in touched_documents;
end;
create trigger document_changed after update on documents begin
  insert into touched_documents select new.id where new.id not in touched_documents;
end;
create trigger document_removed after delete on documents begin
  insert into touched_documents select old.id where old.id not in touched_documents;
end;
create trigger source_added after insert on sources begin
  insert into touched_documents select new.document_id where new.document_id not in touched_documents;
end;
create trigger source_changed after update on sources begin
  insert into touched_documents select new.document_id where new.document_id not in touched_documents;
end;
create trigger source_removed after delete on sources begin
  insert into touched_documents select old.document_id where old.document_id not in touched_documents;
end;
create trigger claim_of_document_added after insert on claims begin
  insert into touched_documents select new.document_id where new.document_id not in touched_documents;
end;
create trigger claim_of_document_changed after update on claims begin
  insert into touched_documents select new.document_id where new.document_id not in touched_documents;
end;
create trigger claim_of_document_removed after delete on claims begin
  insert into touched_documents select old.document_id where old.document_id not in touched_documents;
end;

-- At most one row: what the tables below were made with.
create table comparison (
  only integer primary key check (only = 1),
  pipeline_version text not null,
  annotations_sha256 text not null
) strict;

-- What each text said of an entity when it was last resolved, and what all of them say.
create table named_entities (
  document_id text not null,
  entity_id text not null,
  record text not null,
  primary key (document_id, entity_id)
) strict, without rowid;
create index text_naming_entity on named_entities (entity_id, document_id);
create table name_tallies (entity_id text primary key, tally text not null) strict, without rowid;
-- Names meet where they share a key.
create table name_keys (
  key text not null,
  entity_id text not null,
  primary key (key, entity_id)
) strict, without rowid;
create index key_of_entity on name_keys (entity_id, key);
create table entity_parts (
  entity_id text not null,
  whole_id text not null,
  primary key (entity_id, whole_id)
) strict, without rowid;
create index part_of_whole on entity_parts (whole_id);
-- The catalogue as it was last used: what changed in it moves only whom it speaks of.
create table known_entities (entity_id text primary key, record text not null) strict, without rowid;
create index entity_of_name on entities (name);

create table compared_documents (
  document_id text primary key,
  digest text not null,
  setting text not null
) strict, without rowid;
create table compared_claims (
  claim_id text primary key,
  document_id text not null,
  topic_id text not null,
  place text not null,
  owner text,
  listed integer not null,
  telling integer not null,
  blocks text not null
) strict, without rowid;
create index compared_claim_of_document on compared_claims (document_id);
create index compared_claim_of_topic on compared_claims (topic_id, place);
-- The blocking keys, as hashes; claims stand in a block by day, then by id.
create table blocks (
  block integer not null,
  place text not null,
  side text not null,
  primary key (block, place)
) strict, without rowid;
create table bounded_blocks (
  block integer primary key,
  name text not null,
  members integer not null
) strict;
create table found_pairs (
  claim_a text not null,
  claim_b text not null,
  detector text not null,
  slot text not null,
  topic_id text not null,
  topic_of_a text not null,
  topic_of_b text not null,
  dispute text not null,
  record text not null,
  primary key (claim_a, claim_b, detector)
) strict, without rowid;
create index pair_of_second on found_pairs (claim_b);
create index pair_of_topic on found_pairs (topic_id, slot);
create index pair_of_topic_of_a on found_pairs (topic_of_a);
create index pair_of_topic_of_b on found_pairs (topic_of_b);
create index pair_of_dispute on found_pairs (dispute);
create table source_checks (
  subject text not null,
  document_id text not null,
  form text not null,
  primary key (subject, document_id, form)
) strict, without rowid;
create index check_of_document on source_checks (document_id);
create table finding_origins (
  id text primary key,
  origin text not null,
  topic_id text not null
) strict, without rowid;
create index origin_of_topic on finding_origins (topic_id);
create index finding_of_origin on finding_origins (origin);

-- 0 for what is in a topic only as evidence of what was found there.
alter table topic_claims add column own integer not null default 1;
create index conflict_of_topic on conflicts (topic_id);
create index corroboration_of_topic on corroborations (topic_id);
create index development_of_topic on developments (topic_id);

-- A dispute that now goes by another id, because its evidence lies there: the old id still finds it.
create table conflict_aliases (
  alias text primary key,
  conflict_id text not null
) strict, without rowid;
create index alias_of_conflict on conflict_aliases (conflict_id);

delete from findings;
insert into touched_documents select id from documents;
`
