import type { DocumentId } from '../model/ids.ts'
import type { Database } from './sql.ts'
import { versionLinker } from './versions.ts'

/** What went with a source. */
export interface Removal {
  readonly path: string
  readonly claims: number
  /** Documents of which nothing is left: no path holds or held them any more. */
  readonly documents: readonly { readonly id: DocumentId; readonly textSha256: string }[]
}

/**
 * Takes a path out with everything that only its texts gave, earlier revisions included: layers, claims, and what the
 * findings made of them. A text that another path holds stays. Conflicts keep their rows, so that a verdict still
 * finds what it judged; the next comparison says which of them still stand. Null where no such path is known.
 */
export function removeSource(db: Database, path: string): Removal | null {
  const held = db
    .prepare<[string], string>('select document_id from sources where path = ? order by document_id')
    .pluck()
    .all(path)
  const failed = db.prepare('delete from failures where path = ?').run(path).changes > 0
  if (held.length === 0) return failed ? { path, claims: 0, documents: [] } : null
  const revised = db.prepare('update sources set revision_of = null where revision_of = ? and path = ?')
  for (const id of held) revised.run(id, path)
  const addresses = db
    .prepare<[string], string>('select distinct address from sources where path = ? and address is not null')
    .pluck()
    .all(path)
  db.prepare('delete from sources where path = ?').run(path)
  for (const address of addresses) versionLinker(db)(address)
  const elsewhere = db.prepare<[string], number>('select count(*) from sources where document_id = ?').pluck()
  const current = db.prepare(
    'update documents set current = cast(exists (select 1 from sources where document_id = @id and current = 1) as integer) where id = @id',
  )
  const text = db.prepare<[string], string>('select text_sha256 from documents where id = ?').pluck()
  const claims = db.prepare<[string], number>('select count(*) from claims where document_id = ?').pluck()
  const removed: { id: DocumentId; textSha256: string }[] = []
  let count = 0
  for (const id of held) {
    if (elsewhere.get(id)! > 0) {
      current.run({ id })
      continue
    }
    count += claims.get(id)!
    removed.push({ id, textSha256: text.get(id)! })
    for (const statement of OF_A_DOCUMENT) db.prepare(statement).run(id)
  }
  db.prepare('delete from findings').run()
  return { path, claims: count, documents: removed }
}

/** In an order that keeps every reference whole; what hangs on claims goes with them. */
const OF_A_DOCUMENT = [
  'update sources set revision_of = null where revision_of = ?',
  'delete from position_evidence where document_id = ?',
  `delete from claim_entities where (entity_id, claim_key) in (
    select e.entity_id, c.key from claims c join document_entities e on e.document_id = c.document_id
    where c.document_id = ?)`,
  'delete from claims where document_id = ?',
  'delete from document_entities where document_id = ?',
  'delete from documents where id = ?',
]
