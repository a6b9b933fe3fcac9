import type { DocumentId } from '../model/ids.ts'
import type { RevisionRecord } from '../model/record.ts'
import { readClaimsOf } from './read-claims.ts'
import { recordReader } from './records.ts'
import type { Database } from './sql.ts'

/** Which text a path took the place of another with; null where the path held none and no other text had its address. */
export interface RevisionKey {
  readonly path: string
  readonly before: DocumentId | null
  readonly after: DocumentId
}

/**
 * Paths that held another text after the run `to` than after the run `from`, by path. Of a new path, the text before
 * is the version of the same web address that this one took the place of; a new path whose text is the older version
 * is told by the newer one.
 */
export function revisionKeys(db: Database, from: number, to: number): readonly RevisionKey[] {
  const [before, after] = [textsAfter(db, from), textsAfter(db, to)]
  const predecessor = db
    .prepare<[string], DocumentId>(`
      select document_id from sources where superseded_by = ?
      order by published is null, published desc, first_run desc, path desc limit 1`)
    .pluck()
  return [...after].flatMap(([path, { document, supersededBy }]): RevisionKey[] => {
    const former = before.get(path)?.document ?? null
    if (former === document) return []
    if (former !== null) return [{ path, before: former, after: document }]
    const newer = [...after].filter(([, held]) => held.document === supersededBy)
    // Of what came later than both runs, nothing is told.
    if (newer.length === 0) return [{ path, before: predecessor.get(document) ?? null, after: document }]
    return newer.some(([other]) => before.has(other))
      ? [{ path, before: document, after: supersededBy! }]
      : []
  })
}

/**
 * The versions of the article at a path, each with the one that took its place: those that stood at this path, and those
 * at other paths under the same web address. Empty where the path holds none, or only ever held one.
 */
export function versionKeys(db: Database, path: string): readonly RevisionKey[] {
  const own = db
    .prepare<[string], { readonly before: DocumentId; readonly after: DocumentId; readonly path: string }>(`
      with recursive next_to (a, b) as (
        select document_id, revision_of from sources where revision_of is not null
        union select revision_of, document_id from sources where revision_of is not null
        union select document_id, superseded_by from sources where superseded_by is not null
        union select superseded_by, document_id from sources where superseded_by is not null
      ),
      versions (id) as (
        select document_id from sources where path = ?
        union select n.b from versions v join next_to n on n.a = v.id
      )
      select revision_of as before, document_id as after, path, first_run as run from sources
        where revision_of in (select id from versions)
      union
      select s.document_id, s.superseded_by, n.path, n.first_run from sources s
        join sources n on n.document_id = s.superseded_by and n.address = s.address
        where s.document_id in (select id from versions)
      order by run, path, after`)
    .all(path)
  return own.map(({ before, after, path }) => ({ before, after, path }))
}

/** The two texts with all their claims, old ones as they were found at the time. */
export function readRevision(db: Database, { path, before, after }: RevisionKey): RevisionRecord {
  const reader = recordReader(db)
  return {
    path,
    before: before === null ? null : reader.document(before),
    after: reader.document(after),
    claimsBefore: before === null ? [] : readClaimsOf(db, before, reader),
    claimsAfter: readClaimsOf(db, after, reader),
  }
}

interface Held {
  readonly document: DocumentId
  readonly supersededBy: DocumentId | null
}

/** What each path held after a run, by path: of the texts that it ever held, the one that it was given last till then. */
function textsAfter(db: Database, run: number): ReadonlyMap<string, Held> {
  const rows = db
    .prepare<[{ run: number }], Held & { readonly path: string }>(`
      with given as (
        select path, document_id, superseded_by, first_run as run from sources where first_run <= @run
        union select path, document_id, superseded_by, last_run from sources where last_run <= @run
      )
      select path, document_id as document, superseded_by as "supersededBy" from given g
      where run = (select max(run) from given where path = g.path) order by path`)
    .all({ run })
  return new Map(rows.map(({ path, ...held }) => [path, held]))
}
