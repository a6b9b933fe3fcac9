/** What people set right: an index of `annotations/corrections.jsonl`, and what stood there before. */
export const corrections = `
create table corrections (
  -- The place in the log.
  number integer primary key,
  id text not null unique,
  -- claim, not-a-claim, missed-claim, source or undo.
  kind text not null,
  -- Of the text that it speaks of; null for what takes another entry back.
  text_sha256 text,
  reviewer text not null,
  at text not null,
  note text not null,
  -- Taken back by a later entry.
  undone integer not null check (undone in (0, 1)),
  -- JSON: the entry as it is logged.
  record text not null
) strict;
create index correction_of_text on corrections (text_sha256);

-- Claims as the rules found them, where a person corrected them or took them out; all others are as they were found.
create table found_claims (
  id text primary key,
  document_id text not null references documents on delete cascade,
  record text not null
) strict, without rowid;
create index found_claim_of_document on found_claims (document_id);

-- Over the corrections that a text was stored with; null where there were none.
alter table documents add column corrections_sha256 text;
-- JSON: the metadata as it was found, and the marks on what was corrected; null where nothing was.
alter table sources add column found_metadata text;
alter table sources add column corrections text;
-- 1 for those that only a correction names.
alter table document_entities add column by_hand integer not null default 0;
`
