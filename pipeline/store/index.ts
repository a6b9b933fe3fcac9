import { compare } from './compare.ts'
import { compareTogether, judgeWaiting } from './compare-together.ts'
import { connect } from './connection.ts'
import { readExported, writeExported } from './exported.ts'
import type { Store, StoreOptions } from './face.ts'
import type { ClaimFilter, ConflictFilter } from './filters.ts'
import { copiesWriter, readSignedTexts } from './near-copies.ts'
import { claimsByText, readClaims, searchClaims } from './read-claims.ts'
import {
  conflictIds,
  conflictReader,
  readConflictOfPosition,
  readConflicts,
  readDevelopments,
  readTopic,
} from './read-conflicts.ts'
import { readCorpusDocuments, readKnownSources, textReader } from './read-corpus.ts'
import {
  completeEntities,
  findEntities,
  readEntities,
  readEntitiesById,
  readMentionsOf,
  readOpenMentions,
  readOpenMentionsOf,
} from './read-entities.ts'
import { readOverview } from './read-overview.ts'
import { readQueue, readQueuePlace, readQueueSize } from './read-queue.ts'
import { readRevision, revisionKeys, versionKeys } from './read-revisions.ts'
import { readCorroborations, readTopics } from './read-topics.ts'
import { readVerdict, readVerdicts } from './read-verdicts.ts'
import { readSources, recordReader } from './records.ts'
import { removeSource } from './remove-source.ts'
import { finishRun, readFailures, readRuns, startRun } from './runs.ts'
import { show } from './show.ts'
import { readClaimCounts, readFindingsState, readTotals, summarize } from './summary.ts'
import {
  correctedWriter,
  correctionIndexer,
  readCorrectionStamps,
  readFoundText,
  readMetadataAt,
} from './write-corrections.ts'
import { documentWriter } from './write-document.ts'
import { findingsWriter } from './write-findings.ts'
import { isIndexed, verdictWriter } from './write-verdicts.ts'

export type * from './face.ts'
export type * from './filters.ts'
export type * from './given.ts'
export { type Journal, openJournal } from './journal.ts'
export type { OverviewRecord } from './read-overview.ts'
export type { Facet, QueueFilter, QueuePlace, QueueRecord, QueueSize } from './read-queue.ts'
export { lockRuns, type RunLock } from './run-lock.ts'

/** Raised when what is stored of a document changes. */
export const VERSION = '1'

/**
 * Opens `claims.db` in a folder, made where missing, a database in memory (`:memory:`), or one of PostgreSQL at an
 * address (`postgres://user@host/name`). Throws a `UserError` for a folder that cannot be written, a server that cannot be
 * reached, and for a database that is newer, locked or corrupt.
 */
export async function openStore(place: string, options: StoreOptions = {}): Promise<Store> {
  const { now = () => new Date().toISOString() } = options
  const { db, explain, stamp } = await connect(place, options)
  /** A whole unit: what fails inside leaves nothing behind, and is explained. */
  const unit = async <T>(work: () => T): Promise<T> => explain(work)
  let writes = 0
  /** What writes, in units of its own. */
  const units = <T>(work: () => T): Promise<T> =>
    unit(() => {
      writes++
      return work()
    })
  const write = <T>(work: () => T): Promise<T> => units(() => db.transaction(work).immediate())
  /** A reading unit sees one state of the database, also while another program writes. */
  const read = <T>(work: () => T): Promise<T> => unit(() => db.transaction(work).deferred())

  const writeDocument = documentWriter(db)
  const writeFindings = findingsWriter(db)
  const writeCorrected = correctedWriter(db)
  const writeCorrectionIndex = correctionIndexer(db)
  const writeCopies = copiesWriter(db)
  const readText = textReader(db)
  const verdicts = verdictWriter(db)
  const stampNow = () => `${stamp()}.${writes}`
  function* parts<Row>(ids: readonly string[], rowsOf: (id: string) => readonly Row[]) {
    for (const id of ids) yield { id, rows: () => read(() => rowsOf(id)) }
  }
  const claimParts = async (filter: ClaimFilter = {}) => {
    const { documents, claimsOf } = await read(() => claimsByText(db, filter))
    return parts(documents, claimsOf)
  }
  const conflictParts = async (filter: ConflictFilter = {}) => {
    const ids = await read(() => conflictIds(db, filter))
    const conflict = await read(() => conflictReader(db))
    return parts(ids, (id) => [conflict(id) ?? []].flat())
  }
  const failed = db.prepare(`insert into failures values (?, ?, ?)
    on conflict (path) do update set reason = excluded.reason, run = excluded.run`)
  const mended = db.prepare('delete from failures where path = ?')

  return {
    startRun: (fingerprint) => write(() => startRun(db, fingerprint, now())),
    finishRun: (run, counts) => write(() => finishRun(db, run, counts, now())),

    knownSources: () => read(() => readKnownSources(db)),
    textOf: (document) => read(() => readText(document)),
    commitDocument: (document, evidence, fingerprint, run, besideSha256 = null) =>
      write(() => writeDocument(document, evidence, fingerprint, run, besideSha256)),
    together: (work) =>
      write(() =>
        work({
          commitDocument: writeDocument,
          recordFailure: (path, reason, run) => void failed.run(path, reason, run),
          clearFailure: (path) => void mended.run(path),
          ask: (sql, parameters) =>
            db.prepare<[typeof parameters], Record<string, unknown>>(sql).all(parameters),
        }),
      ),
    removeSource: (path) => write(() => removeSource(db, path)),
    recordFailure: (path, reason, run) => write(() => void failed.run(path, reason, run)),
    clearFailure: (path) => write(() => void mended.run(path)),

    signedTexts: () => read(() => readSignedTexts(db)),
    saveCopies: (copies) => write(() => writeCopies(copies)),

    corpusDocuments: (ids) => read(() => readCorpusDocuments(db, ids)),
    findingsFingerprint: () => read(() => readFindingsState(db)?.fingerprint ?? null),
    compare: (made, run, work) => write(() => compare(db, made, run, work)),
    compareTogether: (made, run, acts) => units(() => compareTogether(db, made, run, acts)),
    judgeWaiting: (acts, run) => units(() => judgeWaiting(db, acts, run)),
    saveFindings: (findings, fingerprint, run) => write(() => writeFindings(findings, fingerprint, run)),
    hasVerdicts: (entries) => read(() => isIndexed(db, entries)),
    indexVerdicts: (entries) => write(() => verdicts.index(entries)),

    indexCorrections: (log, undone) => write(() => writeCorrectionIndex(log, undone)),
    correctionStamps: () => read(() => readCorrectionStamps(db)),
    foundText: (textSha256) => read(() => readFoundText(db, textSha256)),
    metadataAt: (document, path) => read(() => readMetadataAt(db, document, path)),
    conflictOfPosition: (position) => read(() => readConflictOfPosition(db, position)),
    saveCorrected: (text) => write(() => writeCorrected(text)),

    exported: () => read(() => readExported(db)),
    markExported: (looks, parts, state) =>
      unit(() => {
        const mark = () => {
          // Nobody writes between the two.
          if (stampNow() === state) writeExported(db, looks, parts)
        }
        db.transaction(mark).immediate()
        writes++
      }),

    claims: (filter = {}) => read(() => readClaims(db, filter)),
    claimParts,
    async *streamClaims(filter) {
      for (const { rows } of await claimParts(filter)) yield* await rows()
    },
    conflicts: (filter = {}) => read(() => readConflicts(db, filter)),
    conflictIds: () => read(() => conflictIds(db, {})),
    conflictParts,
    async *streamConflicts(filter) {
      for (const { rows } of await conflictParts(filter)) yield* await rows()
    },
    async *streamRevisions(from, to) {
      const keys = await read(() => revisionKeys(db, from, to))
      for (const key of keys) yield await read(() => readRevision(db, key))
    },
    queue: (filter, page) => read(() => readQueue(db, filter, page)),
    queueSize: (filter) => read(() => readQueueSize(db, filter)),
    queuePlace: (filter, conflict) => read(() => readQueuePlace(db, filter, conflict)),
    overview: () => read(() => readOverview(db)),
    stamp: () => unit(stampNow),
    verdict: (id) => read(() => readVerdict(db, id)),
    verdicts: (conflict) => read(() => readVerdicts(db, conflict)),
    async *streamVersions(path) {
      const keys = await read(() => versionKeys(db, path))
      for (const key of keys) yield await read(() => readRevision(db, key))
    },
    developments: (topic) => read(() => readDevelopments(db, topic)),
    topic: (id, limit) => read(() => readTopic(db, id, recordReader(db), limit)),
    topics: (filter = {}) => read(() => readTopics(db, filter)),
    corroborations: () => read(() => readCorroborations(db)),
    bounded: () => read(() => readFindingsState(db)?.bounded ?? []),
    show: (id) => read(() => show(db, id)),
    search: (words, limit = 50) => read(() => searchClaims(db, words, limit)),
    findEntities: (name) => read(() => findEntities(db, name)),
    completeEntities: (beginning, limit) => read(() => completeEntities(db, beginning, limit)),
    entitiesById: (ids) => read(() => readEntitiesById(db, ids)),
    entities: () => read(() => readEntities(db)),
    mentionsOf: (entity, limit = 50) => read(() => readMentionsOf(db, entity, limit)),
    openMentionsOf: (document) => read(() => readOpenMentionsOf(db, document)),
    openMentions: () => read(() => readOpenMentions(db)),
    sources: () => read(() => readSources(db)),
    claimCounts: () => read(() => readClaimCounts(db)),
    totals: () => read(() => readTotals(db)),
    runs: () => read(() => readRuns(db)),
    failures: () => read(() => readFailures(db)),
    summarize: (run) => read(() => summarize(db, run)),

    close: () => unit(() => void db.close()),
  }
}
