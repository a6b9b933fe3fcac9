import { existsSync } from 'node:fs'
import type { Claim } from '../model/claim.ts'
import type { ConflictId, DocumentId, TopicId } from '../model/ids.ts'
import type { Span } from '../model/span.ts'
import { CLAIM, type ClaimColumns, unpackClaim } from './claim-row.ts'
import { connect, isAddress } from './connection.ts'
import { unpackSentences } from './layers.ts'
import { databasePath } from './sqlite/connect.ts'
import { explainDatabaseErrors } from './sqlite/errors.ts'
import { type ExaminedFile, examineFile } from './sqlite/integrity.ts'

/** A stored text with the claims that were found in it, current or not. */
export interface StoredText {
  readonly id: DocumentId
  readonly text: string
  readonly textSha256: string
  readonly current: boolean
  /** Of files that hold it, or held it. */
  readonly paths: readonly string[]
  readonly sentences: readonly Span[]
  /** Evidence of disputes that is no claim. */
  readonly quotes: readonly Span[]
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
}

/**
 * Opens a database for examination, read only, and calls `work`, which sees what can be read of it. Null where there is no
 * database. Throws a `UserError` where it cannot be read at all. PostgreSQL looks after its own files and references.
 */
export async function examineDatabase<T>(
  place: string,
  work: (examination: Examination) => T,
): Promise<T | null> {
  if (isAddress(place)) {
    const { db, explain } = await connect(place, { readonly: true })
    try {
      return explain(() => work(examinationOf({ db, damage: [], danglingReferences: [] })))
    } finally {
      db.close()
    }
  }
  const path = databasePath(place)
  if (!existsSync(path)) return null
  return explainDatabaseErrors(path, () => {
    const file = examineFile(place)
    try {
      return work(examinationOf(file))
    } finally {
      file.db.close()
    }
  })
}

function examinationOf({ db, damage, danglingReferences }: ExaminedFile): Examination {
  const claims = db.prepare<[string], ClaimColumns>(`
    select ${CLAIM} from claims c where c.document_id = ? order by c.start_utf16, c.id`)
  const paths = db
    .prepare<[string], string>('select path from sources where document_id = ? order by path')
    .pluck()
  const quotes = db.prepare<[string], Span>(`
    select start_utf16 as start, end_utf16 as "end" from position_evidence where document_id = ?
    order by start_utf16, end_utf16`)
  // Texts one at a time, by id: a statement that is being stepped through would keep others out.
  const ids = () => db.prepare<[], string>('select id from documents order by id').pluck().all()
  const text = db.prepare<[string], TextRow>(
    'select id, text, text_sha256 as "textSha256", current, sentences from documents where id = ?',
  )
  return {
    damage,
    danglingReferences,
    *texts() {
      for (const id of ids()) {
        const { sentences: packed, current, ...row } = text.get(id)!
        const sentences = unpackSentences(packed)
        const found = claims.all(id).map((stored) => {
          const claim = unpackClaim(stored)
          const { start, end } = claim
          return { start, end, quote: stored.quote, claim, sentence: sentences[claim.sentence] ?? null }
        })
        const layers = { paths: paths.all(id), sentences, quotes: quotes.all(id), claims: found }
        yield { ...row, current: current === 1, ...layers }
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
  }
}

interface TextRow {
  readonly id: string
  readonly text: string
  readonly textSha256: string
  readonly current: number
  readonly sentences: string
}
