/** Indexes of what people decided and set right: the logs in `annotations/` are the truth. */
export const people = `
-- An index of annotations/verdicts.jsonl, entry by entry; a verdict may outlive the dispute that it judged.
create table verdicts (
  -- The place in the log.
  number integer primary key,
  id text not null unique,
  -- verdict or undo; the rest is null for an undo.
  kind text not null,
  conflict_id text,
  decision text,
  reason text,
  reviewer text,
  at text,
  note text,
  undone integer not null default 0 check (undone in (0, 1)),
  -- JSON: the entry.
  record text not null
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
  one integer primary key check (one = 1),
  digest text not null
) strict;

-- Of every dispute, current or not; with the verdict in force, if there is one.
create table conflict_status (
  conflict_id text primary key,
  status text not null,
  verdict integer
) strict, without rowid;

-- An index of annotations/corrections.jsonl.
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
`
