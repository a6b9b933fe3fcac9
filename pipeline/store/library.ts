import type { CorpusClaim, CorpusDocument } from '../model/corpus.ts'
import type { Entity } from '../model/entity.ts'
import type { ClaimId, DocumentId, EntityId } from '../model/ids.ts'
import { askAny } from './ask-any.ts'
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
  /** Reads claims at one go, with their documents: who asks for one of them next need not wait for the database. */
  ahead(keys: readonly number[]): void
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
  const documentOf = held((ids) => documents(ids).map((document) => [document.id, document]))
  const entities = db.prepare<[string], { id: string; record: string }>(
    'select entity_id as id, record from document_entities where document_id = ? order by entity_id',
  )
  const columns = `${CLAIM}, c.key, c.document_id, c.quote`
  const ofDocument = db.prepare<[string], ClaimRow>(
    `select ${columns} from claims c where c.document_id = ? order by c.id`,
  )
  const ofKeys = askAny<ClaimRow>(db, (list) => `select ${columns} from claims c where c.key in ${list}`)
  const keyOf = db.prepare<[string], number>('select key from claims where id = ?').pluck()
  const texts = askAny<{ id: string; text: string; sentences: string }>(
    db,
    (list) => `select id, text, sentences from documents where id in ${list}`,
  )
  const textOf = held(
    (ids) =>
      texts(ids).map(({ id, text, sentences }) => [id, { text, sentences: unpackSentences(sentences) }]),
    HELD_TEXTS,
  )
  /** Those that were asked for last. */
  const claims = new Map<number, CorpusClaim>()
  const readClaims = (keys: readonly number[]) => {
    const rows = ofKeys(keys)
    textOf.ahead(rows.map(({ document_id }) => document_id))
    for (const row of rows) claims.set(row.key, claimOf(row))
  }
  const claimOf = (row: ClaimRow): CorpusClaim => {
    const claim = unpackClaim(row)
    const { text, sentences } = textOf(row.document_id)!
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
    document: (id) => documentOf(id) ?? null,
    entities: (document) => entities.all(document).map(({ id, record }) => unpackEntity(id, record)),
    claims: (document) => ofDocument.all(document).map(claimOf),
    claim(key) {
      if (claims.size >= HELD && !claims.has(key)) claims.clear()
      if (!claims.has(key)) readClaims([key])
      return claims.get(key)!
    },
    ahead(keys) {
      claims.clear()
      readClaims(keys)
      documentOf.ahead([...claims.values()].map(({ document }) => document))
    },
    keys: (ids) => [...ids].map((id) => keyOf.get(id)!),
    canonical: heldOne((id) => redirect.get(id) ?? id),
    isPlaceName: heldOne((name) => place.get(name) !== undefined),
    namesakes: (name) => namesakes.all(name),
  }
}

interface ClaimRow extends ClaimColumns {
  readonly key: number
  readonly document_id: string
  readonly quote: string
}

interface Held<T> {
  (key: string): T | undefined
  /** Reads several at one go. */
  ahead(keys: readonly string[]): void
}

/** Remembers what was read, also what there is none of, until there is too much of it. */
function held<T>(read: (keys: readonly string[]) => readonly (readonly [string, T])[], most = HELD): Held<T> {
  const known = new Map<string, T | undefined>()
  const ahead = (keys: readonly string[]) => {
    const missing = [...new Set(keys)].filter((key) => !known.has(key))
    if (missing.length === 0) return
    if (known.size >= most) known.clear()
    for (const key of missing) known.set(key, undefined)
    for (const [key, value] of read(missing)) known.set(key, value)
  }
  const get = (key: string) => {
    if (!known.has(key)) ahead([key])
    return known.get(key)
  }
  return Object.assign(get, { ahead })
}

function heldOne<T>(read: (key: string) => T): (key: string) => T {
  const get = held((keys) => keys.map((key) => [key, read(key)] as const))
  return (key) => get(key)!
}
