/** Entities as each text alone tells them, and across texts. */
export const entities = `
create table document_entities (
  document_id text not null references documents,
  entity_id text not null,
  -- JSON: the entity without its id, as layers.ts packs it.
  record text not null,
  -- How often the text speaks of it.
  mentions integer not null,
  -- 1 for those that only a correction names.
  by_hand integer not null default 0,
  primary key (document_id, entity_id)
) strict, without rowid;
create index text_of_entity on document_entities (entity_id);

create table entities (
  id text primary key,
  type text not null,
  name text not null,
  basis text not null,
  wikidata text,
  -- JSON list of entity ids.
  part_of text not null
) strict, without rowid;
create index entity_of_name on entities (name);

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
`
