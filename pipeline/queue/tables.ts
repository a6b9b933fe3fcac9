/** Where pg-boss's tables and these lie: apart from the store's, so that emptying the queue harms nothing. */
export const SCHEMA = 'gainsay_queue'

/**
 * What pg-boss does not keep. A batch is what one run put into the queue; a file is a job with its content.
 *
 * JSON is kept as text, and not as `jsonb`: that refuses U+0000, and orders keys anew. Content is kept by job and not by
 * hash: with two jobs over the same bytes, the one that is done could take the other's away.
 *
 * The last index is on pg-boss's own table. It fetches the oldest job by sorting all that wait: 137 ms with 100,000 of
 * them, 6 ms with this index.
 */
export const TABLES = `
  create table if not exists ${SCHEMA}.batches (
    run integer primary key,
    -- What run was asked for: JSON of \`Settings\`.
    settings text not null,
    -- What every worker must be: other rules or other annotations would find other claims.
    pipeline_version text not null,
    annotations_sha256 text not null,
    corrections_sha256 text not null,
    -- Files that were found, and what came of those that needed no worker.
    listed integer not null default 0,
    unchanged integer not null default 0,
    failed integer not null default 0,
    started timestamptz not null default now(),
    enqueued timestamptz,
    finished timestamptz
  );
  create index if not exists batches_open on ${SCHEMA}.batches (run) where finished is null;
  create table if not exists ${SCHEMA}.files (
    job uuid primary key,
    run integer not null references ${SCHEMA}.batches on delete cascade,
    -- As it is shown and stored; where it lies for those who enqueued it.
    path text not null,
    file text not null,
    -- What people wrote beside it, as JSON.
    beside text,
    -- Null where workers read the file themselves, and when it is done.
    content bytea,
    -- The worker that has it; null where nobody does.
    worker integer,
    -- Articles that are in: a file with many goes in by portions, each with this number in one unit.
    articles integer not null default 0,
    new integer not null default 0,
    changed integer not null default 0,
    unchanged integer not null default 0,
    failed integer not null default 0,
    words integer not null default 0,
    -- Oddities of its texts: a line of JSON each.
    notes text not null default '',
    done timestamptz
  );
  create index if not exists files_to_do on ${SCHEMA}.files (run, worker) where done is null;
  create index if not exists files_done on ${SCHEMA}.files (done) where done is not null;
  create index if not exists files_by_run on ${SCHEMA}.files (run);
  create sequence if not exists ${SCHEMA}.worker_numbers as integer;
  create index if not exists job_in_turn on ${SCHEMA}.job (name, created_on, id) where state < 'active'`

/** Whether all of it is there: the last thing that is made. */
export const MADE = `select to_regclass('${SCHEMA}.job_in_turn') is not null as made`
