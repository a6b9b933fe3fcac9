/** Texts that are drawn out of other formats, and what people write about a file beside it. */
export const formats = `
-- JSON list: the pages of a paged format as [start, end], UTF-16. Null for others.
alter table documents add column pages text;

alter table sources add column reliability text;
alter table sources add column reliability_basis text;
alter table sources add column reliability_reason text;
-- Of what stood beside the file (sidecar, row of sources.csv); null where nothing did.
alter table sources add column beside_sha256 text;
`
