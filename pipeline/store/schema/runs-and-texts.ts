/**
 * Runs, texts and where they come from. Offsets are UTF-16 code units and say so in their names, for databases count
 * code points: whoever needs the words finds them as text beside the offsets. What is a list or a tree and is never
 * asked for by its parts is JSON.
 */
export const runsAndTexts = `
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
  -- MinHash, as signature.ts packs it; before the text, so that all are read without the texts.
  signature blob not null,
  text text not null,
  text_sha256 text not null,
  current integer not null check (current in (0, 1)),
  pipeline_version text not null,
  annotations_sha256 text not null,
  -- Over the corrections that it was stored with; null where there were none.
  corrections_sha256 text,
  -- JSON: where its sentences and mentions stand, as layers.ts packs them.
  sentences text not null,
  mentions text not null,
  -- JSON: references, citations, acronyms and credits.
  evidence text not null,
  -- JSON: what was odd about the text.
  notes text not null,
  -- JSON list: the pages of a paged format as [start, end], UTF-16. Null for others.
  pages text,
  first_run integer not null references runs,
  last_run integer not null references runs
) strict;
create index document_of_text on documents (text_sha256);

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
  reliability text, reliability_basis text, reliability_reason text,
  -- The first and the last day that it may have been published on; null where nothing is known.
  first_day text,
  last_day text,
  -- Path, title and publisher for being looked for, in any case.
  folded text not null,
  -- JSON: the metadata as it was found, and the marks on what people corrected; null where nobody did.
  found_metadata text,
  corrections text,
  -- Of what stood beside the file (sidecar, row of sources.csv); null where nothing did.
  beside_sha256 text,
  -- The web address in the form in which two are compared; null where none was stated.
  address text,
  revision_of text references documents,
  -- The version of the same address that took this one's place, though its file is still there: then it is not current.
  superseded_by text references documents,
  current integer not null check (current in (0, 1)),
  first_run integer not null references runs,
  last_run integer not null references runs,
  primary key (path, document_id)
) strict, without rowid;
create unique index current_source_of_path on sources (path) where current = 1;
create index source_of_document on sources (document_id);
create index source_of_address on sources (address) where address is not null;
create index source_revision_of on sources (revision_of) where revision_of is not null;
create index source_superseded_by on sources (superseded_by) where superseded_by is not null;

-- Texts that are nearly another text, with the share of phrases in common; the origin is the earliest of them.
create table near_copies (
  document_id text primary key references documents on delete cascade,
  origin_id text not null references documents on delete cascade,
  similarity real not null
) strict, without rowid;
create index copy_of_origin on near_copies (origin_id);

create table failures (
  path text primary key,
  reason text not null,
  run integer not null references runs
) strict, without rowid;

-- Of several files with one text, the one published first speaks for it; then the first in order of path.
create view document_source as
  select s.* from sources s join documents d on d.id = s.document_id
  where s.current = d.current and s.path = (
    select path from sources where document_id = d.id and current = d.current
    order by published is null, published, path limit 1
  );
`
