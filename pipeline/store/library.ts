import type { Database } from 'better-sqlite3'
import type { Claim } from '../model/claim.ts'
import type { CorpusClaim, CorpusDocument } from '../model/corpus.ts'
import type { Entity } from '../model/entity.ts'
import type { ClaimId, DocumentId, EntityId } from '../model/ids.ts'
import { corpusDocumentReader } from './read-corpus.ts'

/** What the database holds of texts and entities, as comparing reads it: piece by piece, and each piece when needed. */
export interface StoredTexts {
  /** Of a current text; null for others. */
  document(id: DocumentId): CorpusDocument | null
  /** As the text alone tells them. */
  entities(document: DocumentId): readonly Entity[]
  /** In the order of their ids, with the entity ids that the text itself uses. */
  claims(document: DocumentId): readonly CorpusClaim[]
  claim(id: ClaimId): CorpusClaim
  canonical(id: EntityId): EntityId
  isPlaceName(name: string): boolean
  /** Canonical entities with exactly this name. */
  namesakes(name: string): readonly EntityId[]
}

/** Documents and names that are held at a time. */
const HELD = 10_000

export function storedTexts(db: Database): StoredTexts {
  const documents = corpusDocumentReader(db)
  const entities = db
    .prepare<[string], string>(
      'select record from document_entities where document_id = ? order by entity_id',
    )
    .pluck()
  const columns = `c.document_id as document, c.record, coalesce(
    (select text from sentences where document_id = c.document_id and number = c.sentence_number), c.quote) as sentence`
  const ofDocument = db.prepare<[string], ClaimRow>(
    `select ${columns} from claims c where c.document_id = ? order by c.id`,
  )
  const ofId = db.prepare<[string], ClaimRow>(`select ${columns} from claims c where c.id = ?`)
  const redirect = db
    .prepare<[string], string>('select canonical_id from entity_redirects where entity_id = ?')
    .pluck()
  const place = db
    .prepare<[string], number>("select 1 from entities where name = ? and type = 'place' limit 1")
    .pluck()
  const namesakes = db.prepare<[string], string>('select id from entities where name = ? order by id').pluck()
  return {
    document: held(documents),
    entities: (document) => entities.all(document).map((record) => JSON.parse(record) as Entity),
    claims: (document) => ofDocument.all(document).map(claimOf),
    claim: (id) => claimOf(ofId.get(id)!),
    canonical: held((id) => redirect.get(id) ?? id),
    isPlaceName: held((name) => place.get(name) !== undefined),
    namesakes: (name) => namesakes.all(name),
  }
}

interface ClaimRow {
  readonly document: string
  readonly record: string
  readonly sentence: string
}

function claimOf({ document, record, sentence }: ClaimRow): CorpusClaim {
  return { document, claim: JSON.parse(record) as Claim, sentence }
}

function held<T>(read: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    if (known.has(key)) return known.get(key)!
    if (known.size >= HELD) known.clear()
    const value = read(key)
    known.set(key, value)
    return value
  }
}
