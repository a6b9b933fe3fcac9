/** For people who ask the database themselves. */
export const views = `
create view claim_with_source as
  select c.id as claim_id, c.text as claim, c.polarity, c.factuality, c.attributed_to, c.subject, c.relation,
    c.object, s.title, s.publisher, s.author, s.published, s.url, s.path, c.line, c.quote,
    c.kind, c.relation_type, coalesce(rs.canonical_id, c.subject_entity) as subject_entity,
    coalesce(ro.canonical_id, c.object_entity) as object_entity, c.confidence, c.rule, c.document_id, d.current
  from claims c
  join documents d on d.id = c.document_id
  join document_source s on s.document_id = c.document_id
  left join entity_redirects rs on rs.entity_id = c.subject_entity
  left join entity_redirects ro on ro.entity_id = c.object_entity
  order by s.path, c.start_utf16, c.end_utf16, c.id;

create view conflict_with_positions as
  select x.id as conflict_id, x.question, x.strength, x.score, t.status, p.number as position, p.answer,
    p.independent_sources, c.text as claim, c.quote, c.attributed_to, s.publisher, s.published, s.title, s.path,
    c.line, c.id as claim_id, coalesce(c.document_id, e.document_id) as document_id
  from conflicts x
  join conflict_status t on t.conflict_id = x.id
  join positions p on p.conflict_id = x.id
  join position_evidence e on e.position_id = p.id
  left join claims c on c.id = e.claim_id
  left join document_source s on s.document_id = coalesce(c.document_id, e.document_id)
  where x.current = 1
  order by x.score desc, x.id, p.number, e.number;
`
