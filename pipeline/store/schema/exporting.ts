import type { Dialect } from '../sql.ts'

/** What tells whether the exported files still say what the database says, and which of their parts do not. */
export const exporting = `
-- At most one row, while the files were written and are kept track of: how they looked then, and as JSON where each of
-- their parts stands.
create table exported (
  one integer primary key check (one = 1),
  stamp text not null,
  parts text not null
) strict;

-- Texts and disputes of which something that is exported changed since: triggers note them.
create table unexported (
  -- document or conflict.
  kind text not null,
  id text not null,
  primary key (kind, id)
) strict, without rowid;
`

type Row = 'old' | 'new'

/**
 * Every table that an export reads, with what a row of it shows in: SQL that selects kinds and ids, of the row as it was
 * and of the row as it is. A claim's row shows in those of its text, a dispute's in its own and, by the evidence that it
 * has, in those of texts (`exported.ts` follows that). What is gone with what it hung on is noted by that.
 */
const SHOWN: Readonly<Record<string, (row: Row) => readonly string[]>> = {
  documents: (row) => [
    `select 'document', ${row}.id`,
    `select 'document', document_id from near_copies where origin_id = ${row}.id`,
  ],
  sources: (row) => [
    `select 'document', ${row}.document_id`,
    // A text shows which one it took the place of.
    `select 'document', ${row}.superseded_by where ${row}.superseded_by is not null`,
  ],
  near_copies: (row) => [`select 'document', ${row}.document_id`],
  claims: (row) => [`select 'document', ${row}.document_id`],
  compared_claims: (row) => [`select 'document', document_id from claims where key = ${row}.claim_key`],
  topic_evidence: (row) => [`select 'document', document_id from claims where key = ${row}.claim_key`],
  topics: (row) => [
    `select distinct 'document', c.document_id from compared_claims m join claims c on c.key = m.claim_key
     where m.topic = unhex(substr(${row}.id, 3)) and m.listed = 1`,
  ],
  entity_redirects: (row) => [
    `select distinct 'document', c.document_id from claim_entities n join claims c on c.key = n.claim_key
     where n.entity_id = ${row}.entity_id`,
  ],
  corroborations: (row) => [
    `select distinct 'document', c.document_id from corroboration_claims r join claims c on c.id = r.claim_id
     where r.corroboration = ${row}.number`,
  ],
  corroboration_claims: (row) => [`select 'document', document_id from claims where id = ${row}.claim_id`],
  conflicts: (row) => [`select 'conflict', ${row}.id`],
  positions: (row) => [`select 'conflict', ${row}.conflict_id`],
  position_evidence: (row) => [
    `select 'conflict', conflict_id from positions where id = ${row}.position_id`,
    // What is evidence no longer showed which dispute it was of.
    `select 'document', document_id from claims where id = ${row}.claim_id`,
  ],
  conflict_status: (row) => [`select 'conflict', ${row}.conflict_id`],
  verdicts: (row) => [
    `select distinct 'conflict', follows from verdict_conflicts where number = ${row}.number and follows is not null`,
  ],
  verdict_conflicts: (row) => [`select 'conflict', ${row}.follows where ${row}.follows is not null`],
}

const EVENTS: Readonly<Record<string, readonly Row[]>> = {
  insert: ['new'],
  update: ['old', 'new'],
  delete: ['old'],
}

/** In PostgreSQL, where a trigger costs more than a row, it is enough to know that anything changed. */
const ANYTHING = [
  ['findings', 'insert'],
  ['findings', 'delete'],
  ['verdict_log', 'insert'],
  ['verdict_log', 'update'],
  ['corrections', 'insert'],
] as const

/** Nothing is noted where no files are kept track of. */
export const noteUnexported: Readonly<Record<Dialect, string>> = {
  sqlite: Object.entries(SHOWN)
    .flatMap(([table, shown]) =>
      Object.entries(EVENTS).map(
        ([event, rows]) => `
        create trigger ${table}_unexported_${event} after ${event} on ${table}
        when exists (select 1 from exported) begin
          ${rows
            .flatMap(shown)
            .map((ids) => `insert into unexported select * from (${ids}) where true on conflict do nothing;`)
            .join('\n')}
        end;`,
      ),
    )
    .join('\n'),
  postgres: [
    `create function not_exported() returns trigger language plpgsql as $$ begin
      delete from exported;
      return null;
    end $$;`,
    ...ANYTHING.map(
      ([table, event]) => `
        create trigger ${table}_exported_${event} after ${event} on ${table}
          for each statement execute function not_exported();`,
    ),
  ].join('\n'),
}
