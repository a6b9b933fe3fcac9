import type { CorpusClaim, CorpusDocument } from '../model/corpus.ts'
import type { Entity } from '../model/entity.ts'
import { unpackEntity } from '../model/entity-record.ts'
import type { ClaimId, DocumentId, EntityId } from '../model/ids.ts'
import { askAny } from './ask-any.ts'
import { CLAIM, type ClaimColumns, unpackClaim } from './claim-row.ts'
import { grouped, held } from './held.ts'
import { unpackSentences } from './layers.ts'
import { corpusDocumentReader } from './read-corpus.ts'
import type { Database } from './sql.ts'

/**
 * What the database holds of texts and entities, as comparing reads it: each piece when it is needed, or several at one
 * go, ahead of who asks for them.
 */
export interface StoredTexts {
  /** Of a current text; null for others. */
  document(id: DocumentId): CorpusDocument | null
  /** As the text alone tells them. */
  entities(document: DocumentId): readonly Entity[]
  /** In the order of their ids, with the entity ids that the text itself uses. */
  claims(document: DocumentId): readonly CorpusClaim[]
  /** Reads the entities of texts at one go, with what is known of these texts. */
  aheadEntities(documents: readonly DocumentId[]): void
  /** Reads whole texts at one go; the claims of others are forgotten. */
  aheadTexts(documents: readonly DocumentId[]): void
  /** By its number. */
  claim(key: number): CorpusClaim
  /** Reads claims at one go, with their documents; other claims are forgotten. */
  aheadClaims(keys: readonly number[]): void
  /** The numbers of claims. */
  keys(ids: Iterable<ClaimId>): readonly number[]
  canonical(id: EntityId): EntityId
  aheadCanonical(ids: Iterable<EntityId>): void
  isPlaceName(name: string): boolean
  aheadPlaceNames(names: Iterable<string>): void
  /** Canonical entities with exactly these names. */
  namesakes(names: readonly string[]): readonly EntityId[]
}

/** Documents, names and claims, and whole texts, that are held at a time. */
const HELD = 10_000
const HELD_TEXTS = 500

export function storedTexts(db: Database): StoredTexts {
  const readDocuments = corpusDocumentReader(db)
  const documentOf = held((ids) => readDocuments(ids).map((document) => [document.id, document]), HELD)
  const readTexts = askAny<{ id: string; text: string; sentences: string }>(
    db,
    (list) => `select id, text, sentences from documents where id in ${list}`,
  )
  const textOf = held(
    (ids) =>
      readTexts(ids).map(({ id, text, sentences }) => [id, { text, sentences: unpackSentences(sentences) }]),
    HELD_TEXTS,
  )
  const readEntities = askAny<{ document: string; id: string; record: string }>(
    db,
    (list) =>
      `select document_id as document, entity_id as id, record from document_entities where document_id in ${list}
       order by document_id, entity_id`,
  )
  const entitiesOf = held((ids) => grouped(readEntities(ids), ({ document }) => document), HELD_TEXTS)

  const columns = `${CLAIM}, c.key, c.document_id`
  const ofDocuments = askAny<ClaimRow>(
    db,
    (list) => `select ${columns} from claims c where c.document_id in ${list} order by c.id`,
  )
  const ofKeys = askAny<ClaimRow>(db, (list) => `select ${columns} from claims c where c.key in ${list}`)
  const readKeys = askAny<{ id: string; key: number }>(
    db,
    (list) => `select id, key from claims where id in ${list}`,
  )
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
  const claims = new Map<number, CorpusClaim>()
  const readClaims = (keys: readonly number[]) => {
    if (claims.size >= HELD) claims.clear()
    const rows = ofKeys(keys)
    textOf.ahead(rows.map(({ document_id }) => document_id))
    for (const row of rows) claims.set(row.key, claimOf(row))
  }
  let claimsOf: ReadonlyMap<string, readonly CorpusClaim[]> = new Map()

  const readCanonical = askAny<{ id: string; canonical: string }>(
    db,
    (list) =>
      `select entity_id as id, canonical_id as canonical from entity_redirects where entity_id in ${list}`,
  )
  const canonicalOf = held((ids) => readCanonical(ids).map(({ id, canonical }) => [id, canonical]), HELD)
  const readPlaces = askAny<{ name: string }>(
    db,
    (list) => `select distinct name from entities where type = 'place' and name in ${list}`,
  )
  const placeNamed = held((names) => readPlaces(names).map(({ name }) => [name, true]), HELD)
  const readNamesakes = askAny<{ id: string }>(db, (list) => `select id from entities where name in ${list}`)
  const aheadEntities = (documents: readonly DocumentId[]) => {
    documentOf.ahead(documents)
    entitiesOf.ahead(documents)
  }
  return {
    document: (id) => documentOf(id) ?? null,
    entities: (document) => (entitiesOf(document) ?? []).map(({ id, record }) => unpackEntity(id, record)),
    claims: (document) => claimsOf.get(document) ?? ofDocuments([document]).map(claimOf),
    aheadEntities,
    aheadTexts(documents) {
      aheadEntities(documents)
      textOf.ahead(documents)
      claimsOf = grouped(ofDocuments(documents).map(claimOf), ({ document }) => document)
    },
    claim(key) {
      if (!claims.has(key)) readClaims([key])
      return claims.get(key)!
    },
    aheadClaims(keys) {
      claims.clear()
      readClaims(keys)
      aheadEntities([...claims.values()].map(({ document }) => document))
    },
    keys(ids) {
      const wanted = [...ids]
      const found = new Map(readKeys(wanted).map(({ id, key }) => [id, key]))
      return wanted.map((id) => found.get(id)!)
    },
    canonical: (id) => canonicalOf(id) ?? id,
    aheadCanonical: canonicalOf.ahead,
    isPlaceName: (name) => placeNamed(name) === true,
    aheadPlaceNames: placeNamed.ahead,
    namesakes: (names) => readNamesakes(names).map(({ id }) => id),
  }
}

interface ClaimRow extends ClaimColumns {
  readonly key: number
  readonly document_id: string
}
