import type { Claim } from '../model/claim.ts'
import { BY_HAND, type Correction, type CorrectionId } from '../model/correction.ts'
import type { Metadata } from '../model/document.ts'
import type { DocumentId } from '../model/ids.ts'
import { CLAIM, type ClaimColumns, unpackClaim } from './claim-row.ts'
import type { CorrectedText, FoundText } from './given.ts'
import { unpackSentences } from './layers.ts'
import { METADATA_COLUMNS, metadataOf } from './metadata-columns.ts'
import type { Database } from './sql.ts'
import { versionLinker } from './versions.ts'
import { entityByHandWriter, foundClaimWriter } from './write-as-found.ts'
import { addressOf, claimWriter, metadataValues } from './write-document.ts'

/** Gives the function that replaces the index of the log of corrections. */
export function correctionIndexer(db: Database) {
  const insert = db.prepare('insert into corrections values (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  return (log: readonly Correction[], undone: ReadonlySet<CorrectionId>): void => {
    db.exec('delete from corrections')
    log.forEach((entry, index) => {
      const { id, kind, reviewer, at, note } = entry
      const text = entry.kind === 'undo' ? null : entry.textSha256
      const isUndone = undone.has(id) ? 1 : 0
      insert.run(index + 1, id, kind, text, reviewer, at, note, isUndone, JSON.stringify(entry))
    })
  }
}

/** By the hash of each stored text what is laid over it. */
export function readCorrectionStamps(db: Database): ReadonlyMap<string, string | null> {
  const rows = db
    .prepare<[], { text: string; corrections: string | null }>(
      'select text_sha256 as text, corrections_sha256 as corrections from documents order by id',
    )
    .all()
  return new Map(rows.map(({ text, corrections }) => [text, corrections]))
}

/** The text of a hash as the rules found it, corrections aside; null where it is not in. */
export function readFoundText(db: Database, textSha256: string): FoundText | null {
  const document = db
    .prepare<[string], { id: DocumentId; text: string; sentences: string }>(
      'select id, text, sentences from documents where text_sha256 = ?',
    )
    .get(textSha256)
  if (!document) return null
  const { id } = document
  return {
    id,
    text: document.text,
    sentences: unpackSentences(document.sentences),
    claims: [
      ...db
        .prepare<[string], string>('select record from found_claims where document_id = ? order by id')
        .pluck()
        .all(id)
        .map((record) => JSON.parse(record) as Claim),
      ...db
        .prepare<[string, string], ClaimColumns>(`
          select ${CLAIM} from claims c where c.document_id = ? and c.rule <> ?
            and c.id not in (select id from found_claims) order by c.key`)
        .all(id, BY_HAND)
        .map(unpackClaim),
    ],
    sources: db
      .prepare<[string], Readonly<Record<string, unknown>>>(
        'select * from sources where document_id = ? order by path',
      )
      .all(id)
      .map((row) => ({
        path: row.path as string,
        metadata: row.found_metadata
          ? (JSON.parse(row.found_metadata as string) as Metadata)
          : metadataOf(row),
        published: row.published as string | null,
      })),
  }
}

/** What is known of a text at a path, corrections included; throws where the path does not hold the text. */
export function readMetadataAt(db: Database, document: DocumentId, path: string): Metadata {
  const row = db
    .prepare<[DocumentId, string], Readonly<Record<string, unknown>>>(
      'select * from sources where document_id = ? and path = ?',
    )
    .get(document, path)
  if (!row) throw new Error(`${path} does not hold ${document}`)
  return metadataOf(row)
}

/** Gives the function that lays corrections over a stored text; says whether that changed anything. */
export function correctedWriter(db: Database) {
  const writeClaims = claimWriter(db)
  const writeFound = foundClaimWriter(db)
  const writeEntities = entityByHandWriter(db)
  const linkVersions = versionLinker(db)
  const columns = METADATA_COLUMNS.flatMap(([, name]) => [name, `${name}_basis`, `${name}_reason`])
  const address = db
    .prepare<[string, DocumentId], string | null>(
      'select address from sources where path = ? and document_id = ?',
    )
    .pluck()
  const source = db.prepare(`
    update sources set found_metadata = @found, corrections = @marks, address = @address, first_day = @first_day,
      last_day = @last_day, folded = @folded,
      ${columns.map((name) => `${name} = @${name}`)}
    where path = @path and document_id = @document`)
  const stamp = db.prepare('update documents set corrections_sha256 = ? where id = ?')
  const markFindingsOld = db.prepare('delete from findings')
  return ({ id, text, claims, touched, entities, sources, correctionsSha256 }: CorrectedText): void => {
    writeClaims({ id, text, claims })
    writeFound(id, touched)
    writeEntities(id, entities)
    for (const { path, metadata, found, marks } of sources) {
      const before = address.get(path, id) ?? null
      const now = addressOf(metadata)
      source.run({
        path,
        document: id,
        found: marks.length > 0 ? JSON.stringify(found) : null,
        marks: marks.length > 0 ? JSON.stringify(marks) : null,
        address: now,
        ...metadataValues(path, metadata),
      })
      if (before !== now) for (const each of new Set([before, now])) if (each !== null) linkVersions(each)
    }
    stamp.run(correctionsSha256, id)
    markFindingsOld.run()
  }
}
