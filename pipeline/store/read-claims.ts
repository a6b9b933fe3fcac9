import type { ClaimRecord } from '../model/record.ts'
import type { IsoDate } from '../model/time.ts'
import type { ClaimFilter } from './filters.ts'
import { fold } from './fold.ts'
import { bestClaims, claimsWithPhrase } from './full-text.ts'
import { findEntities } from './read-entities.ts'
import { CLAIM_COLUMNS, type ClaimRow, type RecordReader, recordReader } from './records.ts'
import type { Database } from './sql.ts'

/** Conditions of a query, with the values of their question marks in the same order. */
export interface Conditions {
  readonly where: string
  readonly values: readonly (string | number)[]
}

/** For `limit`, of which SQLite and PostgreSQL spell "none" each in its own way. */
export const NO_LIMIT = Number.MAX_SAFE_INTEGER

const IN_READING_ORDER = 'order by s.path, c.start_utf16, c.end_utf16, c.id'

/** Claims of current documents, by path and place in the text. */
export function readClaims(db: Database, filter: ClaimFilter): readonly ClaimRecord[] {
  const { where, values } = claimConditions(db, filter)
  const rows = db
    .prepare<unknown[], ClaimRow>(`
      select ${CLAIM_COLUMNS} from claims c join document_source s on s.document_id = c.document_id
      where s.current = 1 and ${where} ${IN_READING_ORDER} limit ? offset ?`)
    .all(...values, filter.limit ?? NO_LIMIT, filter.offset ?? 0)
  const reader = recordReader(db)
  return rows.map((row) => reader.claim(row))
}

/** Current documents, by path; and the claims of one of them that pass the filter. */
export function claimsByText(db: Database, filter: ClaimFilter) {
  const documents = db
    .prepare<[], string>('select document_id from document_source where current = 1 order by path')
    .pluck()
    .all()
  const { where, values } = claimConditions(db, filter)
  const ofText = db.prepare<unknown[], ClaimRow>(`
    select ${CLAIM_COLUMNS} from claims c join document_source s on s.document_id = c.document_id
    where c.document_id = ? and ${where} order by c.start_utf16, c.end_utf16, c.id`)
  // One for all: preparing its statements takes longer than reading a document.
  const reader = recordReader(db)
  return {
    documents,
    claimsOf(document: string): readonly ClaimRecord[] {
      return ofText.all(document, ...values).map((row) => reader.claim(row))
    },
  }
}

/** The claims of one document, current or not. */
export function readClaimsOf(db: Database, document: string, reader: RecordReader): readonly ClaimRecord[] {
  return db
    .prepare<[string], ClaimRow>(`
      select ${CLAIM_COLUMNS} from claims c where c.document_id = ? order by c.start_utf16, c.end_utf16, c.id`)
    .all(document)
    .map((row) => reader.claim(row))
}

/** Claims whose plain sentence or quote holds all the words, best match first. */
export function searchClaims(db: Database, words: string, limit: number): readonly ClaimRecord[] {
  const reader = recordReader(db)
  const claim = db.prepare<[number], ClaimRow>(`select ${CLAIM_COLUMNS} from claims c where c.key = ?`)
  return bestClaims(db, words, limit).map((key) => reader.claim(claim.get(key)!))
}

/** What a filter asks of `claims c` and its source `s`. */
function claimConditions(db: Database, filter: ClaimFilter): Conditions {
  const asked: Conditions[] = []
  const ask = (where: string, ...values: readonly (string | number)[]) => asked.push({ where, values })
  if (filter.about !== undefined) asked.push(aboutCondition(db, filter.about))
  if (filter.type !== undefined) {
    ask('(c.relation_type = ? or c.relation_lemma = ?)', filter.type, filter.type)
  }
  if (filter.kind !== undefined) ask('c.kind = ?', filter.kind)
  if (filter.factuality !== undefined) ask('c.factuality = ?', filter.factuality)
  if (filter.source !== undefined) asked.push(sourceCondition(filter.source))
  if (filter.firstSeenRun !== undefined) {
    ask('c.document_id in (select id from documents where first_run = ?)', filter.firstSeenRun)
  }
  if (filter.changedSinceRun !== undefined) {
    ask('c.document_id in (select id from documents where first_run > ?)', filter.changedSinceRun)
  }
  if (filter.publishedSince !== undefined) asked.push(publishedCondition(filter.publishedSince))
  if (filter.onlyInConflict)
    ask('c.id in (select claim_id from position_evidence where claim_id is not null)')
  if (filter.onlyDecided) {
    ask(`c.id in (select e.claim_id from position_evidence e join positions p on p.id = e.position_id
      join conflict_status t on t.conflict_id = p.conflict_id where t.status <> 'open' and e.claim_id is not null)`)
  }
  return {
    where: asked.map(({ where }) => where).join(' and ') || 'true',
    values: asked.flatMap(({ values }) => values),
  }
}

/** A part of path, title or publisher of the source `s`, in any case. */
export function sourceCondition(part: string): Conditions {
  return { where: 'instr(s.folded, ?) > 0', values: [fold(part)] }
}

/** Sources `s` that may have appeared on this day or later; what has no date did not, as far as we know. */
export function publishedCondition(since: IsoDate): Conditions {
  return { where: 's.last_day >= ?', values: [since] }
}

/**
 * Claims `c` that name the entity in a slot, in a qualifier or as the speaker. A name that nobody has as an entity
 * is looked for as words in a row.
 */
export function aboutCondition(db: Database, about: string): Conditions {
  const ids = findEntities(db, about).map(({ id }) => id)
  if (ids.length > 0) {
    const list = ids.map(() => '?')
    return {
      where: `c.key in (select claim_key from claim_entities where entity_id in (${list}) or entity_id in (
        select entity_id from entity_redirects where canonical_id in (${list})))`,
      values: [...ids, ...ids],
    }
  }
  return claimsWithPhrase(db, about) ?? { where: 'false', values: [] }
}
