import type { Dialect } from '../sql.ts'

/** Where words are looked for; `full-text.ts` beside this folder asks it. Both know English word forms, and no accents. */
export const fullText: Readonly<Record<Dialect, string>> = {
  sqlite: `
create view claim_words as select key, text || ' ' || quote as words from claims;
create virtual table claim_search using fts5 (
  words, content = 'claim_words', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2'
);
create trigger claim_added after insert on claims begin
  insert into claim_search (rowid, words) values (new.key, new.text || ' ' || new.quote);
end;
create trigger claim_changed after update of text, quote on claims begin
  insert into claim_search (claim_search, rowid, words) values ('delete', old.key, old.text || ' ' || old.quote);
  insert into claim_search (rowid, words) values (new.key, new.text || ' ' || new.quote);
end;
create trigger claim_removed after delete on claims begin
  insert into claim_search (claim_search, rowid, words) values ('delete', old.key, old.text || ' ' || old.quote);
end;
create virtual table queue_search using fts5 (
  question, answers, quotes, sources, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
);`,
  postgres: `
alter table claims add column search tsvector
  generated always as (words(text || ' ' || quote)) stored;
create index claim_search on claims using gin (search);
create table queue_search (place bigint primary key, words tsvector not null);
create index queue_word on queue_search using gin (words);`,
}
