import type { Database } from 'better-sqlite3'
import type { DocumentId } from '../model/ids.ts'
import type { RevisionRecord } from '../model/record.ts'
import { readClaimsOf } from './read-claims.ts'
import { recordReader } from './records.ts'

/** Which text a path took the place of another with; null where the path held none and no other text had its address. */
export interface RevisionKey {
  readonly path: string
  readonly before: DocumentId | null
  readonly after: DocumentId
}

/**
 * Paths that held another text after the run `to` than after the run `from`, by path. Of a new path, the text before
 * is one with the same address, if there is one: an article saved again under another name.
 */
export function revisionKeys(db: Database, from: number, to: number): readonly RevisionKey[] {
  const [before, after] = [textsAfter(db, from), textsAfter(db, to)]
  const byUrl = new Map<string, DocumentId>()
  for (const { document, url } of before.values()) {
    if (url !== null && !byUrl.has(url)) byUrl.set(url, document)
  }
  return [...after].flatMap(([path, { document, url }]) => {
    const former = before.get(path)?.document ?? (url === null ? undefined : byUrl.get(url)) ?? null
    return former === document ? [] : [{ path, before: former, after: document }]
  })
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
  readonly url: string | null
}

/** What each path held after a run, by path: of the texts that it ever held, the one that it was given last till then. */
function textsAfter(db: Database, run: number): ReadonlyMap<string, Held> {
  const rows = db
    .prepare<[{ run: number }], Held & { readonly path: string }>(`
      with given as (
        select path, document_id, url, first_run as run from sources where first_run <= @run
        union select path, document_id, url, last_run from sources where last_run <= @run
      )
      select path, document_id as document, url from given g
      where run = (select max(run) from given where path = g.path) order by path`)
    .all({ run })
  return new Map(rows.map(({ path, document, url }) => [path, { document, url }]))
}
