import type { DocumentId } from '../model/ids.ts'
import type { Fingerprint } from '../model/record.ts'
import type { Summary, Totals } from './given.ts'
import { conflictIds, conflictReader } from './read-conflicts.ts'
import { readCounted } from './read-overview.ts'
import type { Database } from './sql.ts'

interface FindingsRow {
  readonly pipeline_version: string
  readonly annotations_sha256: string
  readonly bounded: string
}

/** What the saved findings were made with, and what could not be compared; null where a document changed since. */
export function readFindingsState(
  db: Database,
): { readonly fingerprint: Fingerprint; readonly bounded: readonly string[] } | null {
  const row = db.prepare<[], FindingsRow>('select * from findings').get()
  if (!row) return null
  const fingerprint = { pipelineVersion: row.pipeline_version, annotationsSha256: row.annotations_sha256 }
  return { fingerprint, bounded: JSON.parse(row.bounded) }
}

/** How many there are of current documents, of their claims and of disputes; as long as no text changes, as counted. */
export function readTotals(db: Database): Totals {
  if (readFindingsState(db)) return readCounted(db).totals
  const count = (sql: string) => db.prepare<[], number>(sql).pluck().get()!
  return {
    documents: count('select count(*) from documents where current = 1'),
    claims: count(
      'select count(*) from claims c join documents d on d.id = c.document_id where d.current = 1',
    ),
    conflicts: count('select count(*) from conflicts where current = 1'),
  }
}

/** Claims of each current document that holds any. */
export function readClaimCounts(db: Database): ReadonlyMap<DocumentId, number> {
  const rows = db
    .prepare<[], { id: DocumentId; claims: number }>(`
      select c.document_id as id, count(*) as claims from claims c join documents d on d.id = c.document_id
      where d.current = 1 group by c.document_id`)
    .all()
  return new Map(rows.map(({ id, claims }) => [id, claims]))
}

/** What a person can act on after a run. */
export function summarize(db: Database, run: number): Summary {
  const count = (sql: string) => db.prepare<[], number>(sql).pluck().get()!
  const paths = (column: string) =>
    db
      .prepare<[], string>(
        `select path from document_source where current = 1 and ${column} is null order by path`,
      )
      .pluck()
      .all()
  const read = conflictReader(db)
  const gained = db
    .prepare<[number, number], { conflict: string; position: string }>(`
      select x.id as conflict, p.id as position from positions p join conflicts x on x.id = p.conflict_id
      where p.gained_run = ? and x.first_seen_run < ? and x.current = 1 order by x.score desc, x.id, p.number`)
    .all(run, run)
    .map((row) => {
      const conflict = read(row.conflict)!
      return { conflict, position: conflict.positions.find(({ id }) => id === row.position)! }
    })
  return {
    ...readTotals(db),
    corroboratedClaims: count(`
      select count(distinct r.claim_id) from corroboration_claims r
      join corroborations k on k.number = r.corroboration where k.independent_sources >= 2`),
    newConflicts: conflictIds(db, { firstSeenRun: run }).map((id) => read(id)!),
    decidedWithNewEvidence: conflictIds(db, { status: 'new evidence' }).map((id) => read(id)!),
    gained,
    withoutDate: paths('published'),
    withoutPublisher: paths('publisher'),
  }
}
