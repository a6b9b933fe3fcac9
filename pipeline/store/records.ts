import type { ConflictType, Strength } from '../model/conflict.ts'
import type { SourceFormat } from '../model/document.ts'
import type { Appearance, ClaimRecord, DocumentRecord, NearCopy, QuoteRecord } from '../model/record.ts'
import type { Span } from '../model/span.ts'
import { CLAIM, type ClaimColumns, unpackClaim } from './claim-row.ts'
import { unpackSentences } from './layers.ts'
import { lineNumbers } from './line-numbers.ts'
import { metadataOf } from './metadata-columns.ts'
import type { Database } from './sql.ts'
import { topicClaims } from './topic-claims.ts'

/** The strongest first. */
const RANK: Readonly<Record<Strength, number>> = { contradiction: 1, tension: 2, detail: 3 }

/** A claim's row before its document is put in; `CLAIM_COLUMNS` selects it. */
export interface ClaimRow extends ClaimColumns {
  readonly document_id: string
  readonly line: number
  readonly canonical_subject: string | null
  readonly canonical_object: string | null
  readonly topics: string
  readonly conflicts: string
  readonly independent_sources: number | null
}

/**
 * What a `ClaimRecord` is made of, for a query over `claims c`. Lists are sorted when they are read: to order what is
 * gathered into one, SQLite makes a table each time.
 */
export const CLAIM_COLUMNS = `
  ${CLAIM}, c.document_id, c.line,
  coalesce((select canonical_id from entity_redirects where entity_id = c.subject_entity), c.subject_entity)
    as canonical_subject,
  coalesce((select canonical_id from entity_redirects where entity_id = c.object_entity), c.object_entity)
    as canonical_object,
  (select json_group_array(topic_id) from ${topicClaims((claim) => `${claim} = c.key`)} m) as topics,
  (select json_group_array(p.conflict_id) from position_evidence e join positions p on p.id = e.position_id
    where e.claim_id = c.id) as conflicts,
  (select max(k.independent_sources) from corroboration_claims r join corroborations k on k.number = r.corroboration
    where r.claim_id = c.id) as independent_sources`

/** Documents that a reader holds at the same time, so that a stream over a large corpus stays within memory. */
const HELD_DOCUMENTS = 256

/** Turns rows into records; a document is read once, while it is held, and shared by the records that lie in it. */
export interface RecordReader {
  document(id: string): DocumentRecord
  claim(row: ClaimRow): ClaimRecord
  /** A stretch of a document that is no claim. */
  quote(document: string, span: Span): QuoteRecord & { readonly claim: null }
}

type DocumentRow = Readonly<Record<string, unknown>> & {
  path: string
  sha256: string
  format: SourceFormat
  revision_of: string | null
  text: string
  text_sha256: string
  sentences: string
  is_current: number
  pipeline_version: string
  annotations_sha256: string
  superseded_by: string | null
  superseding: number
  pages: string | null
  corrections: string | null
}

function pagesOf(json: string): readonly Span[] {
  return (JSON.parse(json) as [number, number][]).map(([start, end]) => ({ start, end }))
}

interface Held {
  readonly record: DocumentRecord
  readonly sentences: readonly Span[]
}

export function recordReader(db: Database): RecordReader {
  const documentRow = db.prepare<[string, string], DocumentRow>(`
    select s.*, d.text, d.text_sha256, d.sentences, d.current as is_current, d.pipeline_version, d.annotations_sha256,
      d.pages, (select count(*) from sources where superseded_by = d.id) as superseding
    from documents d join sources s on s.document_id = d.id where d.id = ? and s.path = ?`)
  // The first of them is what the view document_source gives.
  const appearances = db.prepare<[string, string], Appearance>(`
    select path, url, publisher, published from sources
    where document_id = ? and current = (select current from documents where id = ?)
    order by published is null, published, path`)
  const paths = db
    .prepare<[string, number], string>(
      'select path from sources where document_id = ? and current = ? order by path',
    )
    .pluck()
  // The newest of them that is not of this path.
  const predecessor = db
    .prepare<[string], string>(`
      select document_id from sources where superseded_by = ?
      order by published is null, published desc, first_run desc, path desc limit 1`)
    .pluck()
  const origin = db.prepare<[string], NearCopy>(`
    select n.origin_id as document, s.path, n.similarity from near_copies n
    join document_source s on s.document_id = n.origin_id where n.document_id = ?`)
  const copies = db.prepare<[string], NearCopy>(`
    select n.document_id as document, s.path, n.similarity from near_copies n
    join document_source s on s.document_id = n.document_id where n.origin_id = ? order by s.path`)
  const conflict = db.prepare<[string], { types: string; strength: Strength }>(
    'select types, strength from conflicts where id = ?',
  )
  const documents = new Map<string, Held>()

  function hold(id: string): Held {
    const known = documents.get(id)
    if (known) return known
    const places = appearances.all(id, id)
    const row = places[0] && documentRow.get(id, places[0].path)
    if (!row) throw new Error(`no document ${id}`)
    const record: DocumentRecord = {
      id,
      text: row.text,
      textSha256: row.text_sha256,
      path: row.path,
      sha256: row.sha256,
      format: row.format,
      metadata: metadataOf(row),
      ...(row.corrections && { corrections: JSON.parse(row.corrections) }),
      alsoAt: places.length > 1 ? paths.all(id, row.is_current).filter((path) => path !== row.path) : [],
      appearances: places,
      copyOf: origin.get(id) ?? null,
      copies: copies.all(id),
      revisionOf: row.revision_of ?? (row.superseding > 0 ? predecessor.get(id)! : null),
      supersededBy: row.superseded_by,
      current: row.is_current === 1,
      ...(row.pages && { pages: pagesOf(row.pages) }),
      fingerprint: { pipelineVersion: row.pipeline_version, annotationsSha256: row.annotations_sha256 },
    }
    if (documents.size >= HELD_DOCUMENTS) documents.delete(documents.keys().next().value!)
    const held = { record, sentences: unpackSentences(row.sentences) }
    documents.set(id, held)
    return held
  }

  return {
    document: (id) => hold(id).record,
    claim(row) {
      const claim = unpackClaim(row)
      const { record, sentences } = hold(row.document_id)
      const sentence = sentences[claim.sentence]
      return {
        claim,
        document: record,
        start: row.start_utf16,
        end: row.end_utf16,
        quote: row.quote,
        sentence: sentence ? record.text.slice(sentence.start, sentence.end) : row.quote,
        line: row.line,
        subjectEntity: row.canonical_subject,
        objectEntity: row.canonical_object,
        topics: (JSON.parse(row.topics) as string[]).sort(),
        conflicts: [...new Set(JSON.parse(row.conflicts) as string[])]
          .map((id) => {
            const { types, strength } = conflict.get(id)!
            return { id, types: JSON.parse(types) as ConflictType[], strength }
          })
          .sort((a, b) => RANK[a.strength] - RANK[b.strength] || (a.id < b.id ? -1 : 1)),
        independentSources: row.independent_sources,
      }
    },
    quote(id, { start, end }) {
      const { record, sentences } = hold(id)
      const around = sentences.filter((sentence) => sentence.end > start && sentence.start < end)
      const first = Math.min(start, ...around.map((sentence) => sentence.start))
      const last = Math.max(end, ...around.map((sentence) => sentence.end))
      return {
        claim: null,
        document: record,
        start,
        end,
        quote: record.text.slice(start, end),
        sentence: record.text.slice(first, last),
        line: lineNumbers(record.text)(start),
      }
    },
  }
}

/** Current documents, by path. */
export function readSources(db: Database): readonly DocumentRecord[] {
  const reader = recordReader(db)
  return db
    .prepare<[], string>('select document_id from document_source where current = 1 order by path')
    .pluck()
    .all()
    .map((id) => reader.document(id))
}
