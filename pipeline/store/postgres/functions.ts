/**
 * What SQLite has under these names and the store's SQL uses, in our own schema, which comes first on the search path:
 * so that one text of SQL serves both databases. A call of the same name with other types stays PostgreSQL's.
 *
 * - `hex(bytea)`, in capitals, and `unhex(text)`, its way back; null where there is none.
 * - `instr(text, part)`: where a part begins, from 1; 0 where it is not.
 * - `json_each(text)`: the values of a JSON array of texts, as rows with `value`.
 * - `json_group_array(any order by ...)`: JSON of all values, `[]` of none; U+0000 as JSON writes it (see `values.ts`).
 * - `without_accents(text)`: as SQLite's `remove_diacritics`; PostgreSQL's own `unaccent` would need a right to install.
 * - `gainsay.english`: a text search that knows English word forms and keeps words such as "not", as SQLite's does.
 * - `words(text)`: what that finds in a text. Of a longer one its beginning, for there is a limit to what PostgreSQL holds
 *   in one place, a megabyte, and two hundred thousand characters stay below it whatever they are.
 */
export const FUNCTIONS = `
create or replace function gainsay.hex(bytea) returns text
  language sql immutable parallel safe strict return upper(encode($1, 'hex'));
create or replace function gainsay.unhex(text) returns bytea
  language sql immutable parallel safe strict return case when $1 ~ '^([0-9A-Fa-f]{2})*$' then decode($1, 'hex') end;

create or replace function gainsay.instr(text, text) returns integer
  language sql immutable parallel safe strict return strpos($1, $2);

create or replace function gainsay.json_each(text, out value text) returns setof text
  language sql immutable parallel safe strict rows 10 as $$ select json_array_elements_text($1::json) $$;

create or replace function gainsay.json_of(anycompatiblearray) returns text
  language sql immutable parallel safe as $$ select replace(array_to_json($1)::text, U&'\\FDD00', '\\u0000') $$;
create or replace aggregate gainsay.json_group_array(anycompatible) (
  sfunc = array_append, stype = anycompatiblearray, initcond = '{}', finalfunc = gainsay.json_of, parallel = safe);

create or replace function gainsay.without_accents(text) returns text
  language sql immutable parallel safe strict
  return normalize(regexp_replace(normalize($1, NFD), '[\\u0300-\\u036F]', '', 'g'), NFC);

create text search dictionary gainsay.english_stem (template = pg_catalog.snowball, language = english);
create text search configuration gainsay.english (copy = pg_catalog.english);
alter text search configuration gainsay.english
  alter mapping for asciihword, asciiword, hword, hword_asciipart, hword_part, word with gainsay.english_stem;

create or replace function gainsay.words(text) returns tsvector language sql immutable parallel safe strict
  return to_tsvector('gainsay.english'::regconfig, gainsay.without_accents(left($1, 200000)));
`
