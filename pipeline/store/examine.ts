import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Claim } from '../model/claim.ts'
import type { ConflictId, DocumentId, TopicId } from '../model/ids.ts'
import type { Span } from '../model/span.ts'
import { databasePath } from './open.ts'

/** A stored text with the claims that were found in it, current or not. */
export interface StoredText {
  readonly id: DocumentId
  readonly text: string
  readonly textSha256: string
  readonly current: boolean
  /** Of files that hold it, or held it. */
  readonly paths: readonly string[]
  readonly claims: readonly (Span & {
    readonly quote: string
    readonly claim: Claim
    /** Null where the database holds no such sentence. */
    readonly sentence: Span | null
  })[]
}

/** A damaged database, as far as it can be read. */
export interface Examination {
  /** What SQLite's `integrity_check` and `foreign_key_check` find, at most a hundred lines each. */
  readonly damage: readonly string[]
  readonly danglingReferences: readonly string[]
  texts(): IterableIterator<StoredText>
  /** Current ones, with the number of their positions that have evidence. */
  conflicts(): readonly { readonly id: ConflictId; readonly question: string; readonly positions: number }[]
  topics(): readonly { readonly id: TopicId; readonly key: string }[]
  close(): void
}

const MOST_LINES = 100

/**
 * Opens a database for examination: read only, by SQL alone, without the checks that opening it for work makes. Null
 * where there is none. Throws what SQLite throws where it cannot be read at all.
 */
export function examineDatabase(directory: string): Examination | null {
  const path = databasePath(directory)
  if (!existsSync(path)) return null
  const db = new Database(path, { readonly: true })
  const damage = (db.pragma(`integrity_check(${MOST_LINES})`) as { readonly integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
  const dangling = db.pragma('foreign_key_check') as { readonly table: string; readonly parent: string }[]
  const claims = db.prepare<[string], ClaimRow>(`
    select c.start_utf16 as start, c.end_utf16 as end, c.quote, c.record, n.start_utf16 as sentenceStart,
      n.end_utf16 as sentenceEnd
    from claims c left join sentences n on n.document_id = c.document_id and n.number = c.sentence_number
    where c.document_id = ? order by c.start_utf16, c.id`)
  const paths = db
    .prepare<[string], string>('select path from sources where document_id = ? order by path')
    .pluck()
  // Texts one at a time, by id: a statement that is being stepped through would keep others out.
  const ids = () => db.prepare<[], string>('select id from documents order by id').pluck().all()
  const text = db.prepare<[string], TextRow>(
    'select id, text, text_sha256 as textSha256, current from documents where id = ?',
  )
  return {
    damage,
    danglingReferences: dangling
      .slice(0, MOST_LINES)
      .map(({ table, parent }) => `a row of ${table} speaks of a row of ${parent} that is not there`),
    *texts() {
      for (const id of ids()) {
        const row = text.get(id)!
        const found = claims.all(id).map(({ record, sentenceStart, sentenceEnd, ...claim }) => ({
          ...claim,
          claim: JSON.parse(record) as Claim,
          sentence:
            sentenceStart === null || sentenceEnd === null
              ? null
              : { start: sentenceStart, end: sentenceEnd },
        }))
        yield { ...row, current: row.current === 1, paths: paths.all(id), claims: found }
      }
    },
    conflicts: () =>
      db
        .prepare<[], { readonly id: string; readonly question: string; readonly positions: number }>(`
          select id, question, (
            select count(*) from positions p where p.conflict_id = x.id
              and exists (select 1 from position_evidence e where e.position_id = p.id)
          ) as positions
          from conflicts x where current = 1 order by id`)
        .all(),
    topics: () =>
      db
        .prepare<[], { readonly id: string; readonly key: string }>('select id, key from topics order by id')
        .all(),
    close: () => void db.close(),
  }
}

interface ClaimRow extends Span {
  readonly quote: string
  readonly record: string
  readonly sentenceStart: number | null
  readonly sentenceEnd: number | null
}

interface TextRow {
  readonly id: string
  readonly text: string
  readonly textSha256: string
  readonly current: number
}
