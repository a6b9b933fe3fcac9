import type { ComparisonTables, FindingsShelf } from '../model/comparison.ts'
import type { DocumentId } from '../model/ids.ts'
import type { EntityShelf, NamingTables } from '../model/naming.ts'
import type { Fingerprint } from '../model/record.ts'
import { comparisonTables, namingTables } from './comparison-tables.ts'
import { type StoredTexts, storedTexts } from './library.ts'
import { keyOf } from './postgres/locks.ts'
import { entityShelf, findingsShelf, type StoredFindings } from './shelves.ts'
import type { Database } from './sql.ts'
import { writeQueue } from './write-queue.ts'
import { verdictWriter } from './write-verdicts.ts'

/** What comparing is given: what it remembers, what it reads, and where its findings go. Nothing of it outlives the call. */
export interface ComparisonWork {
  /** Documents that were stored, changed or taken out since; all of them where nothing is remembered. */
  readonly touched: readonly DocumentId[]
  readonly texts: StoredTexts
  readonly naming: NamingTables
  readonly entities: EntityShelf
  readonly comparison: ComparisonTables
  readonly findings: FindingsShelf
}

/** What findings are made with, and what of it everything that was compared before rests on. */
export interface MadeWith {
  readonly findings: Fingerprint
  readonly comparison: Fingerprint
}

/** What the lock of a comparison is called among those of PostgreSQL: held alone here, together by those who store texts. */
export const COMPARING = 'comparing'

/**
 * Brings the findings up to date, inside a transaction: all of it is stored, or nothing. `work` gives, in words, what was
 * too large to be compared in full.
 */
export function compare(
  db: Database,
  made: MadeWith,
  run: number,
  work: (given: ComparisonWork) => readonly string[],
): void {
  const findings = begin(db, made, run)
  const given = workOn(db, findings)
  const bounded = work(given)
  finish(db, made, run, bounded, given)
}

/** Forgets what was compared with another fingerprint. */
export function begin(db: Database, made: MadeWith, run: number): StoredFindings {
  // Texts that came in meanwhile would be taken for compared; SQLite lets nobody write meanwhile anyway.
  if (db.dialect === 'postgres') db.prepare('select pg_advisory_xact_lock(?, ?)').get(...keyOf(COMPARING))
  const remembered = db
    .prepare<[string, string], number>(
      'select 1 from comparison where pipeline_version = ? and annotations_sha256 = ?',
    )
    .pluck()
    .get(made.comparison.pipelineVersion, made.comparison.annotationsSha256)
  const findings = findingsShelf(db, run)
  if (!remembered) {
    findings.dropAll()
    forget(db)
  }
  return findings
}

/** What comparing is given; of one transaction. */
export function workOn(
  db: Database,
  findings: StoredFindings,
): ComparisonWork & { findings: StoredFindings } {
  return {
    touched: db.prepare<[], string>('select document_id from touched_documents order by 1').pluck().all(),
    texts: storedTexts(db),
    naming: namingTables(db),
    entities: entityShelf(db),
    comparison: comparisonTables(db),
    findings,
  }
}

/** Notes that what was touched is filed, and with what. */
export function markFiled(
  db: Database,
  { comparison }: MadeWith,
  { naming, comparison: tables }: ComparisonWork,
): void {
  naming.settle()
  tables.settle()
  db.exec('delete from touched_documents; delete from comparison; delete from findings')
  db.prepare('insert into comparison values (1, ?, ?)').run(
    comparison.pipelineVersion,
    comparison.annotationsSha256,
  )
}

/** Notes what the findings are made with, and brings what rests on them up to date. */
export function finish(
  db: Database,
  made: MadeWith,
  run: number,
  bounded: readonly string[],
  work: ComparisonWork & { findings: StoredFindings },
): void {
  markFiled(db, made, work)
  work.findings.settle()
  const { findings: now } = made
  db.prepare('insert into findings values (1, ?, ?, ?, ?)').run(
    now.pipelineVersion,
    now.annotationsSha256,
    run,
    JSON.stringify(bounded),
  )
  writeQueue(db)
  verdictWriter(db).follow()
}

/** Forgets what was compared, and every finding but the ids of disputes: should they come back, they are not new. */
function forget(db: Database): void {
  const tables =
    'known_entities named_entities name_tallies name_keys entity_parts compared_documents compared_claims cells bounded_cells found_pairs source_checks finding_origins waiting_claims unfolded_changes entity_redirects entity_aliases entities developments corroborations topic_evidence topics'
  for (const table of tables.split(' ')) db.exec(`delete from ${table}`)
  db.exec(`
    delete from conflict_context where conflict_id in (select id from conflicts);
    delete from position_evidence;
    update conflicts set current = 0;
    insert into touched_documents select id from documents where current = 1 on conflict do nothing`)
}
