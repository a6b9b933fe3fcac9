/** Claims, and whom they name. */
export const claims = `
create table claims (
  -- Never given twice: what comparing remembers names claims by it.
  key integer primary key autoincrement,
  id text not null unique,
  document_id text not null references documents,
  start_utf16 integer not null,
  end_utf16 integer not null,
  line integer not null,
  sentence_number integer not null,
  text text not null,
  quote text not null,
  kind text not null,
  polarity text not null,
  factuality text not null,
  subject text not null,
  subject_entity text,
  relation text not null,
  relation_lemma text not null,
  relation_type text,
  object text,
  object_entity text,
  attributed_to text,
  attribution_cue text,
  confidence real not null,
  rule text not null,
  -- JSON: what else is known of it, as claim-row.ts packs it.
  record text not null
) strict;
create index claim_of_document on claims (document_id);

-- Every entity that a claim names in a slot, in a qualifier or as the speaker: what "about" asks. Whom a claim names is
-- looked for among those that its text names, so that nothing leads the other way.
create table claim_entities (
  entity_id text not null,
  claim_key integer not null,
  primary key (entity_id, claim_key)
) strict, without rowid;

-- Claims as the rules found them, where a person corrected them or took them out; all others are as they were found.
create table found_claims (
  id text primary key,
  document_id text not null references documents on delete cascade,
  -- JSON: the claim.
  record text not null
) strict, without rowid;
create index found_claim_of_document on found_claims (document_id);
`
