import type { CorpusClaim, CorpusDocument } from '../model/corpus.ts'
import type { Entity } from '../model/entity.ts'
import type { ClaimId, DocumentId, EntityId } from '../model/ids.ts'
import { CLAIM, type ClaimColumns, unpackClaim } from './claim-row.ts'
import { unpackEntity, unpackSentences } from './layers.ts'
import { corpusDocumentReader } from './read-corpus.ts'
import type { Database } from './sql.ts'

/** What the database holds of texts and entities, as comparing reads it: piece by piece, and each piece when needed. */
export interface StoredTexts {
  /** Of a current text; null for others. */
  document(id: DocumentId): CorpusDocument | null
  /** As the text alone tells them. */
  entities(document: DocumentId): readonly Entity[]
  /** In the order of their ids, with the entity ids that the text itself uses. */
  claims(document: DocumentId): readonly CorpusClaim[]
  /** By its number. */
  claim(key: number): CorpusClaim
  /** The numbers of claims. */
  keys(ids: Iterable<ClaimId>): readonly number[]
  canonical(id: EntityId): EntityId
  isPlaceName(name: string): boolean
  /** Canonical entities with exactly this name. */
  namesakes(name: string): readonly EntityId[]
}

/** Documents, names and whole texts that are held at a time. */
const HELD = 10_000
const HELD_TEXTS = 500

export function storedTexts(db: Database): StoredTexts {
  const documents = corpusDocumentReader(db)
  const entities = db.prepare<[string], { id: string; record: string }>(
    'select entity_id as id, record from document_entities where document_id = ? order by entity_id',
  )
  const columns = `${CLAIM}, c.key, c.document_id, c.quote`
  const ofDocument = db.prepare<[string], ClaimRow>(
    `select ${columns} from claims c where c.document_id = ? order by c.id`,
  )
  const ofKey = db.prepare<[number], ClaimRow>(`select ${columns} from claims c where c.key = ?`)
  const keyOf = db.prepare<[string], number>('select key from claims where id = ?').pluck()
  const text = db.prepare<[string], { text: string; sentences: string }>(
    'select text, sentences from documents where id = ?',
  )
  const textOf = held((id) => {
    const row = text.get(id)!
    return { text: row.text, sentences: unpackSentences(row.sentences) }
  }, HELD_TEXTS)
  const claimOf = (row: ClaimRow): CorpusClaim => {
    const claim = unpackClaim(row)
    const { text, sentences } = textOf(row.document_id)
    const sentence = sentences[claim.sentence]
    return {
      document: row.document_id,
      claim,
      key: row.key,
      sentence: sentence ? text.slice(sentence.start, sentence.end) : row.quote,
    }
  }
  const redirect = db
    .prepare<[string], string>('select canonical_id from entity_redirects where entity_id = ?')
    .pluck()
  const place = db
    .prepare<[string], number>("select 1 from entities where name = ? and type = 'place' limit 1")
    .pluck()
  const namesakes = db.prepare<[string], string>('select id from entities where name = ? order by id').pluck()
  return {
    document: held(documents),
    entities: (document) => entities.all(document).map(({ id, record }) => unpackEntity(id, record)),
    claims: (document) => ofDocument.all(document).map(claimOf),
    claim: (key) => claimOf(ofKey.get(key)!),
    keys: (ids) => [...ids].map((id) => keyOf.get(id)!),
    canonical: held((id) => redirect.get(id) ?? id),
    isPlaceName: held((name) => place.get(name) !== undefined),
    namesakes: (name) => namesakes.all(name),
  }
}

interface ClaimRow extends ClaimColumns {
  readonly key: number
  readonly document_id: string
  readonly quote: string
}

function held<T>(read: (key: string) => T, most = HELD): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    if (known.has(key)) return known.get(key)!
    if (known.size >= most) known.clear()
    const value = read(key)
    known.set(key, value)
    return value
  }
}
