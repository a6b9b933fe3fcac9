/** Topics, disputes with their positions and evidence, developments and corroborations. */
export const findings = `
create table topics (
  id text primary key,
  key text not null,
  label text not null
) strict, without rowid;

-- Claims that are in a topic only as evidence of what was found there; its own are in compared_claims.
create table topic_evidence (
  claim_key integer not null references claims on delete cascade,
  topic_id text not null references topics on delete cascade,
  primary key (claim_key, topic_id)
) strict, without rowid;
create index evidence_of_topic on topic_evidence (topic_id);

-- A conflict that is no longer found stays, not current: should it come back, it is not new. Its topic may be gone.
create table conflicts (
  id text primary key,
  topic_id text not null,
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
create index conflict_of_topic on conflicts (topic_id);

-- A dispute that now goes by another id, because its evidence lies there: the old id still finds it.
create table conflict_aliases (
  alias text primary key,
  conflict_id text not null
) strict, without rowid;
create index alias_of_conflict on conflict_aliases (conflict_id);

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
create index evidence_of_document on position_evidence (document_id);

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
create index development_of_topic on developments (topic_id);

create table corroborations (
  number integer primary key,
  topic_id text not null references topics,
  independent_sources integer not null,
  independence text not null
) strict;
create index corroboration_of_topic on corroborations (topic_id);

create table corroboration_claims (
  corroboration integer not null references corroborations on delete cascade,
  claim_id text not null references claims (id) on delete cascade,
  primary key (claim_id, corroboration)
) strict, without rowid;
create index claim_of_corroboration on corroboration_claims (corroboration);

-- At most one row: what the findings above were made with. None where a document has changed since.
create table findings (
  one integer primary key check (one = 1),
  pipeline_version text not null,
  annotations_sha256 text not null,
  run integer not null references runs,
  -- JSON list of sentences.
  bounded text not null
) strict;
`
