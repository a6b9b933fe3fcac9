import type { Database, Dialect } from './sql.ts'

/** Words that are looked for, as a condition with the values of its question marks; null where there are none. */
export interface Search {
  readonly where: string
  readonly values: readonly string[]
}

/**
 * The words of a query, and nothing that either database reads as an operator: `NEAR(` finds "near". Letters and digits
 * hang together, as both of them cut.
 */
function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

type Manner = 'all words' | 'in a row' | 'the last begun'

/** A query in the language of FTS5 (https://sqlite.org/fts5.html), or of PostgreSQL's `to_tsquery`. */
function query(dialect: Dialect, words: readonly string[], manner: Manner): string {
  const begun = (at: number) => manner === 'the last begun' && at === words.length - 1
  if (dialect === 'sqlite') {
    if (manner === 'in a row') return `"${words.join(' ')}"`
    return words.map((word, at) => `"${word}"${begun(at) ? ' *' : ''}`).join(' ')
  }
  return words
    .map((word, at) => `'${word}'${begun(at) ? ':*' : ''}`)
    .join(manner === 'in a row' ? ' <-> ' : ' & ')
}

function search(
  db: Database,
  words: readonly string[],
  manner: Manner,
  where: Readonly<Record<Dialect, string>>,
) {
  if (words.length === 0) return null
  return { where: where[db.dialect], values: [query(db.dialect, words, manner)] }
}

const CLAIMS = {
  sqlite: 'c.key in (select rowid from claim_search where claim_search match ?)',
  postgres: "c.search @@ to_tsquery('gainsay.english', without_accents(?))",
} as const

/** Claims `c` whose plain sentence or quote holds the words in a row. */
export function claimsWithPhrase(db: Database, text: string): Search | null {
  return search(db, wordsOf(text), 'in a row', CLAIMS)
}

const QUEUE = {
  sqlite: 'q.place in (select rowid from queue_search where queue_search match ?)',
  postgres:
    "q.place in (select place from queue_search where words @@ to_tsquery('gainsay.english', without_accents(?)))",
} as const

/** Lines `q` of the queue with all the words, of which the last may be the beginning of one. */
export function queueWith(db: Database, text: string): Search | null {
  return search(db, wordsOf(text), 'the last begun', QUEUE)
}

/** Keys of claims of current texts with all the words, the best match first. */
export function bestClaims(db: Database, text: string, limit: number): readonly number[] {
  const words = wordsOf(text)
  if (words.length === 0) return []
  const sql = {
    sqlite: `select c.key from claim_search f join claims c on c.key = f.rowid join documents d on d.id = c.document_id
      where claim_search match ? and d.current = 1 order by f.rank, c.id limit ?`,
    postgres: `select c.key from claims c join documents d on d.id = c.document_id,
      to_tsquery('gainsay.english', without_accents(?)) asked
      where c.search @@ asked and d.current = 1 order by ts_rank(c.search, asked) desc, c.id limit ?`,
  }
  return db
    .prepare<[string, number], number>(sql[db.dialect])
    .pluck()
    .all(query(db.dialect, words, 'all words'), limit)
}
