import type { WrittenParts } from '../model/part.ts'
import type { Database } from './sql.ts'

/** How the exported files looked when they were written, and what changed since. */
export interface ExportedState {
  /** What `markExported` was given. */
  readonly stamp: string
  readonly parts: WrittenParts
  /** The parts of each file that may be others now, or none at all; what is not in the files yet is among them, too. */
  readonly changed: Readonly<Record<keyof WrittenParts, ReadonlySet<string>>>
}

/** Null where no files are kept track of. */
export function readExported(db: Database): ExportedState | null {
  const row = db.prepare<[], { stamp: string; parts: string }>('select stamp, parts from exported').get()
  if (!row) return null
  const ids = (sql: string) => new Set(db.prepare<[], string>(sql).pluck().all())
  const conflicts = ids(CONFLICTS)
  return {
    stamp: row.stamp,
    parts: JSON.parse(row.parts),
    changed: { claims: ids(TEXTS), conflicts, disputes: conflicts },
  }
}

/** Keeps track of files that say what the database says now. */
export function writeExported(db: Database, stamp: string, parts: WrittenParts): void {
  db.exec('delete from unexported; delete from exported')
  db.prepare('insert into exported values (1, ?, ?)').run(stamp, JSON.stringify(parts))
}

/** A claim shows which disputes it is evidence of. */
const TEXTS = `
  select id from unexported where kind = 'document'
  union select c.document_id from unexported u join positions p on p.conflict_id = u.id
    join position_evidence e on e.position_id = p.id join claims c on c.id = e.claim_id where u.kind = 'conflict'`

/** A dispute shows its evidence, with the texts where that stands. */
const CONFLICTS = `
  select id from unexported where kind = 'conflict'
  union select p.conflict_id from unexported u join claims c on c.document_id = u.id
    join position_evidence e on e.claim_id = c.id join positions p on p.id = e.position_id where u.kind = 'document'
  union select p.conflict_id from unexported u join position_evidence e on e.document_id = u.id
    join positions p on p.id = e.position_id where u.kind = 'document'`
