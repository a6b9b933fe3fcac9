import type { Shown } from './given.ts'
import { readClaimsOf } from './read-claims.ts'
import { conflictReader, readTopic } from './read-conflicts.ts'
import { CLAIM_COLUMNS, type ClaimRow, recordReader } from './records.ts'
import type { Database } from './sql.ts'

const TABLES = ['claims', 'conflicts', 'documents', 'topics'] as const

/** What has this id, or an id that begins so if no other does; also a document by its path. */
export function show(db: Database, asked: string): Shown | null {
  const found = findId(db, asked)
  if (!found) return null
  const { table, id } = found
  const reader = recordReader(db)
  switch (table) {
    case 'claims': {
      const row = db
        .prepare<[string], ClaimRow>(`select ${CLAIM_COLUMNS} from claims c where c.id = ?`)
        .get(id)!
      return { kind: 'claim', claim: reader.claim(row) }
    }
    case 'conflicts':
      return { kind: 'conflict', conflict: conflictReader(db, reader)(idToday(db, id))! }
    case 'documents':
      return { kind: 'document', document: reader.document(id), claims: readClaimsOf(db, id, reader) }
    case 'topics':
      return { kind: 'topic', topic: readTopic(db, id, reader)! }
  }
}

/** The dispute that holds the evidence of one that goes by another id today, and perhaps by a third meanwhile. */
function idToday(db: Database, id: string): string {
  const alias = db
    .prepare<[string], string>('select conflict_id from conflict_aliases where alias = ?')
    .pluck()
  const followed = new Set([id])
  for (const known of followed) {
    const next = alias.get(known)
    if (next === undefined) return known
    followed.add(next)
  }
  return id
}

function findId(db: Database, asked: string): { table: (typeof TABLES)[number]; id: string } | null {
  if (asked === '') return null
  const document = db
    .prepare<[string], string>(`
      select document_id from sources where path = ?
      order by current desc, superseded_by is null, last_run desc limit 1`)
    .pluck()
    .get(asked)
  if (document !== undefined) return { table: 'documents', id: document }
  const found = TABLES.flatMap((table) =>
    db
      .prepare<[string, string], string>(
        `select id from ${table} where id >= ? and id < ? order by id limit 2`,
      )
      .pluck()
      .all(asked, `${asked}\u{10ffff}`)
      .map((id) => ({ table, id })),
  )
  return found.find(({ id }) => id === asked) ?? (found.length === 1 ? found[0]! : null)
}
