/**
 * What comparing remembers from run to run, so that a new text is held against what it may concern and nothing else. All
 * of it is made again where the program or the annotations are others. What is a blob is an id without its letter, the
 * bytes that its hexadecimal digits stand for, or packed numbers: half as long as text, and nobody else reads it.
 */
export const comparison = `
-- Texts that were stored, changed or taken out since they were last compared: triggers note them.
create table touched_documents (document_id text primary key) strict, without rowid;

-- At most one row: what the tables below were made with.
create table comparison (
  one integer primary key check (one = 1),
  pipeline_version text not null,
  annotations_sha256 text not null
) strict;

-- What each text said of an entity when it was last resolved, and what all of them say.
create table named_entities (
  document blob not null,
  entity_id text not null,
  record text not null,
  primary key (document, entity_id)
) strict, without rowid;
create index text_naming_entity on named_entities (entity_id);
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

create table compared_documents (
  document_id text primary key,
  digest text not null,
  setting text not null,
  -- JSON: the keys of its claims.
  claims text not null
-- With a rowid: without one, a row of more than a kilobyte takes a page of its own.
) strict;
create table compared_claims (
  claim_key integer primary key,
  topic blob not null,
  place integer not null,
  side integer not null,
  owner text,
  listed integer not null,
  telling integer not null,
  blocks blob not null
) strict;
create index compared_claim_of_topic on compared_claims (topic);
-- The claims of a block, or of a part of one that is too large: a hash of the blocking key (and of the part), and each
-- claim's place, key and side, packed.
create table cells (cell integer primary key, entries blob not null) strict;
-- Blocks and parts that are too large, with what they are called (parts are not) and, as JSON, their own parts.
create table bounded_cells (
  cell integer primary key,
  name text not null,
  members integer not null,
  parts text not null
) strict;
create table found_pairs (
  claim_a integer not null,
  claim_b integer not null,
  detector text not null,
  slot text not null,
  topic blob not null,
  topic_of_a blob not null,
  topic_of_b blob not null,
  dispute text not null,
  record text not null,
  primary key (claim_a, claim_b, detector)
) strict, without rowid;
create index pair_of_second on found_pairs (claim_b);
create index pair_of_topic on found_pairs (topic, slot);
create index pair_of_topic_of_a on found_pairs (topic_of_a);
create index pair_of_topic_of_b on found_pairs (topic_of_b);
create index pair_of_dispute on found_pairs (dispute);
create table source_checks (
  subject text not null,
  document blob not null,
  form text not null,
  primary key (subject, document, form)
) strict, without rowid;
create index check_of_document on source_checks (document);
create table finding_origins (
  id text primary key,
  origin text not null,
  topic_id text not null
) strict, without rowid;
create index origin_of_topic on finding_origins (topic_id);
create index finding_of_origin on finding_origins (origin);

-- Where several processes judge: portions of new claims (JSON), and what is to be folded once all are judged.
create table waiting_claims (
  number integer primary key,
  claims text not null,
  judged integer not null check (judged in (0, 1))
) strict;
create table unfolded_changes (
  kind text not null,
  id text not null,
  claims text not null,
  primary key (kind, id)
) strict, without rowid;
`
