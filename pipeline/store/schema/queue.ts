/** The queue of the review, in a shape that answers at once, however many disputes there are; made with the findings. */
export const queue = `
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

-- At most one row: what is counted over all texts and disputes.
create table overview (
  one integer primary key check (one = 1),
  -- JSON, as read-overview.ts has it.
  record text not null
) strict;
`
