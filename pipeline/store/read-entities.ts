import type { Entity, EntityType, Mention } from '../model/entity.ts'
import type { DocumentId, EntityId } from '../model/ids.ts'
import type { EntityRecord, OpenMention, QuoteRecord } from '../model/record.ts'
import type { Span } from '../model/span.ts'
import { fold } from './fold.ts'
import { unpackMentions } from './layers.ts'
import { lineNumbers } from './line-numbers.ts'
import { recordReader } from './records.ts'
import type { Database } from './sql.ts'

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
        select coalesce(r.canonical_id, m.entity_id) as id, sum(m.mentions) as mentions,
          json_group_array(distinct m.document_id) as documents, json_group_array(distinct m.entity_id) as ids
        from document_entities m join documents d on d.id = m.document_id
        left join entity_redirects r on r.entity_id = m.entity_id
        where d.current = 1 and m.mentions > 0 group by 1`)
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

interface TextRow {
  readonly id: DocumentId
  readonly path: string
  readonly text: string
  readonly mentions: string
}

const TEXT =
  'd.id, s.path, d.text, d.mentions from document_source s join documents d on d.id = s.document_id'

/** Where current texts name an entity, by path and place in the text. */
export function readMentionsOf(db: Database, entity: EntityId, limit: number): readonly QuoteRecord[] {
  const reader = recordReader(db)
  const ids = new Set([
    entity,
    ...db
      .prepare<[string], string>('select entity_id from entity_redirects where canonical_id = ?')
      .pluck()
      .all(entity),
  ])
  const texts = db
    .prepare<[string, string], TextRow>(`
      select ${TEXT} where s.current = 1 and d.id in (
        select document_id from document_entities where mentions > 0 and (entity_id = ? or entity_id in (
          select entity_id from entity_redirects where canonical_id = ?)))
      order by s.path`)
    .iterate(entity, entity)
  const found: QuoteRecord[] = []
  for (const { id, mentions } of texts) {
    for (const mention of unpackMentions(mentions))
      if (mention.form === 'name' && mention.entity !== null && ids.has(mention.entity))
        found.push(reader.quote(id, { start: mention.start, end: mention.end }))
    if (found.length >= limit) break
  }
  return found.slice(0, limit)
}

/** Open mentions of one document: spans with those who may be meant. */
export function readOpenMentionsOf(
  db: Database,
  document: DocumentId,
): readonly (Span & { readonly text: string; readonly candidates: readonly EntityId[] })[] {
  return db
    .prepare<[string], TextRow>(`select ${TEXT} where d.id = ?`)
    .all(document)
    .flatMap(({ text, mentions }) =>
      unpackMentions(mentions)
        .filter((mention) => isOpen(mention) && mention.form === 'name')
        .map(({ start, end, candidates }) => ({ text: text.slice(start, end), start, end, candidates })),
    )
}

/** Mentions of current texts that were linked to nothing, with those who were in question; by path and place. */
export function readOpenMentions(db: Database): readonly OpenMention[] {
  const canonical = db
    .prepare<[string], string>('select canonical_id from entity_redirects where entity_id = ?')
    .pluck()
  const ids = db
    .prepare<[], string>('select document_id from document_source where current = 1 order by path')
    .pluck()
  const textOf = db.prepare<[string], TextRow>(`select ${TEXT} where d.id = ?`)
  return ids.all().flatMap((id) => {
    const { path, text, mentions } = textOf.get(id)!
    const lineOf = lineNumbers(text)
    return unpackMentions(mentions)
      .filter(isOpen)
      .flatMap(({ start, end, type, form, candidates: known }) => {
        const candidates = [...new Set(known.map((candidate) => canonical.get(candidate) ?? candidate))]
        // Who was open between two that turned out to be one is open no longer.
        if (known.length > 1 && candidates.length === 1) return []
        const mentioned = text.slice(start, end)
        return [{ text: mentioned, type, form, candidates, document: id, path, line: lineOf(start) }]
      })
  })
}

function isOpen({ entity, plural }: Mention): boolean {
  return entity === null && !plural
}
