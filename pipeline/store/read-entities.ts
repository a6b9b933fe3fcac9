import type { Database } from 'better-sqlite3'
import type { Entity, EntityType, Mention } from '../model/entity.ts'
import type { DocumentId, EntityId } from '../model/ids.ts'
import type { EntityRecord, OpenMention, QuoteRecord } from '../model/record.ts'
import type { Span } from '../model/span.ts'
import { lineNumbers } from './line-numbers.ts'
import { fold } from './open.ts'
import { recordReader } from './records.ts'

interface EntityRow {
  readonly id: string
  readonly type: EntityType
  readonly name: string
  readonly basis: Entity['basis']
  readonly wikidata: string | null
  readonly part_of: string
  readonly aliases: string
}

const ENTITY_COLUMNS = `e.*, (select json_group_array(alias order by alias) from entity_aliases
  where entity_id = e.id and alias <> e.name) as aliases`

function entityOf(row: EntityRow): Entity {
  return {
    id: row.id,
    type: row.type,
    name: row.name,
    aliases: JSON.parse(row.aliases),
    basis: row.basis,
    partOf: JSON.parse(row.part_of),
    wikidata: row.wikidata,
  }
}

/** Canonical entities whose id, name or alias is this, in any case; by id. */
export function findEntities(db: Database, name: string): readonly Entity[] {
  return db
    .prepare<[string, string, string], EntityRow>(`
      select ${ENTITY_COLUMNS} from entities e
      where e.id = ? or e.id in (select entity_id from entity_aliases where folded = ?)
        or e.id in (select canonical_id from entity_redirects where entity_id = ?)
      order by e.id`)
    .all(name, fold(name), name)
    .map(entityOf)
}

/** By id, what stands for each of some ids that texts use; what nobody knows is absent. */
export function readEntitiesById(db: Database, ids: readonly EntityId[]): ReadonlyMap<EntityId, Entity> {
  const entity = db.prepare<[string, string], EntityRow>(`
    select ${ENTITY_COLUMNS} from entities e
    where e.id = coalesce((select canonical_id from entity_redirects where entity_id = ?), ?)`)
  return new Map(
    ids.flatMap((id) => {
      const row = entity.get(id, id)
      return row ? [[id, entityOf(row)] as const] : []
    }),
  )
}

/** Canonical entities of which a name begins so, the shortest name first. */
export function completeEntities(db: Database, beginning: string, limit: number): readonly Entity[] {
  const first = fold(beginning)
  return db
    .prepare<[string, string, number], EntityRow>(`
      select ${ENTITY_COLUMNS} from entities e where e.id in (
        select entity_id from entity_aliases where folded >= ? and folded < ?)
      order by length(e.name), e.id limit ?`)
    .all(first, `${first}\u{10ffff}`, limit)
    .map(entityOf)
}

interface UseRow {
  readonly id: string
  readonly mentions: number
  readonly documents: string
  readonly ids: string
}

/** Canonical entities with what current texts make of them: the most often mentioned first, then by id. */
export function readEntities(db: Database): readonly EntityRecord[] {
  const uses = new Map(
    db
      .prepare<[], UseRow>(`
        select coalesce(r.canonical_id, m.entity_id) as id, count(*) as mentions,
          json_group_array(distinct m.document_id) as documents, json_group_array(distinct m.entity_id) as ids
        from mentions m join documents d on d.id = m.document_id
        left join entity_redirects r on r.entity_id = m.entity_id
        where d.current = 1 and m.entity_id is not null group by 1`)
      .all()
      .map((row) => [row.id, row]),
  )
  const claims = new Map(
    db
      .prepare<[], { id: string; claims: number }>(`
        select coalesce(r.canonical_id, n.entity_id) as id, count(distinct n.claim_key) as claims
        from claim_entities n join claims c on c.key = n.claim_key join documents d on d.id = c.document_id
        left join entity_redirects r on r.entity_id = n.entity_id
        where d.current = 1 group by 1`)
      .all()
      .map((row) => [row.id, row.claims]),
  )
  return db
    .prepare<[], EntityRow>(`select ${ENTITY_COLUMNS} from entities e order by e.id`)
    .all()
    .map((row) => {
      const use = uses.get(row.id)
      return {
        ...entityOf(row),
        ids: use ? (JSON.parse(use.ids) as EntityId[]).sort() : [],
        mentions: use?.mentions ?? 0,
        claims: claims.get(row.id) ?? 0,
        documents: use ? (JSON.parse(use.documents) as DocumentId[]).sort() : [],
      }
    })
    .sort((a, b) => b.mentions - a.mentions || (a.id < b.id ? -1 : 1))
}

interface MentionRow {
  readonly document_id: string
  readonly start_utf16: number
  readonly end_utf16: number
}

/** Where current texts name an entity, by path and place in the text. */
export function readMentionsOf(db: Database, entity: EntityId, limit: number): readonly QuoteRecord[] {
  const reader = recordReader(db)
  return db
    .prepare<[string, string, number], MentionRow>(`
      select m.document_id, m.start_utf16, m.end_utf16
      from mentions m join document_source s on s.document_id = m.document_id
      where s.current = 1 and m.form = 'name' and (m.entity_id = ? or m.entity_id in (
        select entity_id from entity_redirects where canonical_id = ?))
      order by s.path, m.start_utf16 limit ?`)
    .all(entity, entity, limit)
    .map(({ document_id, start_utf16, end_utf16 }) => {
      return reader.quote(document_id, { start: start_utf16, end: end_utf16 })
    })
}

/** Open mentions of one document: spans with those who may be meant. */
export function readOpenMentionsOf(
  db: Database,
  document: DocumentId,
): readonly (Span & { readonly text: string; readonly candidates: readonly EntityId[] })[] {
  return db
    .prepare<[string], { text: string; start: number; end: number; candidates: string }>(`
      select text, start_utf16 as start, end_utf16 as end, candidates from mentions
      where document_id = ? and entity_id is null and plural = 0 and form = 'name' order by start_utf16`)
    .all(document)
    .map(({ candidates, ...mention }) => ({ ...mention, candidates: JSON.parse(candidates) }))
}

interface OpenRow {
  readonly text: string
  readonly type: EntityType
  readonly form: Mention['form']
  readonly start_utf16: number
  readonly candidates: string
  readonly document_id: string
  readonly path: string
}

/** Mentions of current texts that were linked to nothing, with those who were in question; by path and place. */
export function readOpenMentions(db: Database): readonly OpenMention[] {
  const canonical = db
    .prepare<[string], string>('select canonical_id from entity_redirects where entity_id = ?')
    .pluck()
  const text = db.prepare<[string], string>('select text from documents where id = ?').pluck()
  let lines: { document: string; lineOf: (offset: number) => number } | undefined
  return db
    .prepare<[], OpenRow>(`
      select m.text, m.type, m.form, m.start_utf16, m.candidates, m.document_id, s.path
      from mentions m join document_source s on s.document_id = m.document_id
      where s.current = 1 and m.entity_id is null and m.plural = 0 order by s.path, m.start_utf16`)
    .all()
    .flatMap((row) => {
      const known = JSON.parse(row.candidates) as EntityId[]
      const candidates = [...new Set(known.map((id) => canonical.get(id) ?? id))]
      // Who was open between two that turned out to be one is open no longer.
      if (known.length > 1 && candidates.length === 1) return []
      if (lines?.document !== row.document_id)
        lines = { document: row.document_id, lineOf: lineNumbers(text.get(row.document_id)!) }
      return {
        text: row.text,
        type: row.type,
        form: row.form,
        candidates,
        document: row.document_id,
        path: row.path,
        line: lines.lineOf(row.start_utf16),
      }
    })
}
