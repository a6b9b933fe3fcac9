import type { Claim } from '../model/claim.ts'
import type { AnnotatedDocument } from '../model/document.ts'
import type { Entity } from '../model/entity.ts'
import { packEntity } from '../model/entity-record.ts'
import type { DocumentId } from '../model/ids.ts'
import type { Database } from './sql.ts'

/** Gives the function that keeps what was found where people corrected it, beside a document that is stored. */
export function asFoundWriter(db: Database) {
  const writeFound = foundClaimWriter(db)
  const writeEntities = entityByHandWriter(db)
  const source = db.prepare(
    'update sources set found_metadata = ?, corrections = ? where path = ? and document_id = ?',
  )
  return ({ id, path, asFound }: AnnotatedDocument): void => {
    writeFound(id, asFound?.claims ?? [])
    writeEntities(id, asFound?.entitiesByHand ?? [])
    const marks = asFound?.metadataCorrections ?? []
    const corrected = asFound && marks.length > 0
    const found = corrected ? JSON.stringify(asFound.metadata) : null
    source.run(found, corrected ? JSON.stringify(marks) : null, path, id)
  }
}

/** Gives the function that replaces what is kept of a document's claims as they were found. */
export function foundClaimWriter(db: Database) {
  const forget = db.prepare('delete from found_claims where document_id = ?')
  const insert = db.prepare('insert into found_claims values (?, ?, ?)')
  return (document: DocumentId, claims: readonly Claim[]): void => {
    forget.run(document)
    for (const claim of claims) insert.run(claim.id, document, JSON.stringify(claim))
  }
}

/** Gives the function that replaces the entities of a document that only corrections name. */
export function entityByHandWriter(db: Database) {
  const forget = db.prepare('delete from document_entities where document_id = ? and by_hand = 1')
  const insert =
    db.prepare(`insert into document_entities (document_id, entity_id, record, mentions, by_hand) values (?, ?, ?, 0, 1)
    on conflict do nothing`)
  return (document: DocumentId, entities: readonly Entity[]): void => {
    forget.run(document)
    for (const entity of entities) insert.run(document, entity.id, packEntity(entity))
  }
}
