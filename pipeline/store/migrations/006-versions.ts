/**
 * Versions of one article at several paths, the earliest of several places as a text's own, and copies that are nearly
 * another text.
 */
export const versions = `
-- The web address in the form in which two are compared; null where none was stated.
alter table sources add column address text;
-- The version of the same address that took this one's place, though its file is still there: then it is not current.
alter table sources add column superseded_by text references documents;
create index source_of_address on sources (address) where address is not null;
create index source_superseded_by on sources (superseded_by) where superseded_by is not null;

-- Texts that are nearly another text, with the share of phrases in common; the origin is the earliest of them.
create table near_copies (
  document_id text primary key references documents on delete cascade,
  origin_id text not null references documents on delete cascade,
  similarity real not null
) strict, without rowid;
create index copy_of_origin on near_copies (origin_id);

-- Of several files with one text, the one published first speaks for it; then the first in order of path.
drop view document_source;
create view document_source as
  select s.* from sources s join documents d on d.id = s.document_id
  where s.current = d.current and s.path = (
    select path from sources where document_id = d.id and current = d.current
    order by published is null, published, path limit 1
  );
`
