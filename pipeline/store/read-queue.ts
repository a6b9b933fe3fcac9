import type { ConflictType, Strength } from '../model/conflict.ts'
import type { ConflictId, PositionId } from '../model/ids.ts'
import type { ConflictStatus, Verdict } from '../model/record.ts'
import type { IsoDate } from '../model/time.ts'
import { queueWith } from './full-text.ts'
import { SOURCE_NAME } from './metadata-columns.ts'
import type { Conditions } from './read-claims.ts'
import { type FacetCount, readCounted } from './read-overview.ts'
import { verdictInForce } from './read-verdicts.ts'
import type { Database } from './sql.ts'

/** What the queue is narrowed to; everything at once. */
export interface QueueFilter {
  readonly type?: ConflictType
  readonly strength?: Strength
  readonly status?: ConflictStatus
  /** Id of an entity that evidence names. */
  readonly entity?: string
  /** Publisher of some evidence, or the path of a text without one. */
  readonly source?: string
  /** Another one, where the two are on different sides; without `source` it narrows nothing. */
  readonly against?: string
  /** Evidence was published on this day or later, as far as is known; and on this day or before. */
  readonly from?: IsoDate
  readonly to?: IsoDate
  /** Question, answers, quotes and sources hold all these words; the last one may be the beginning of one. */
  readonly words?: string
}

/** A dispute as a line of the queue. */
export interface QueueRecord {
  readonly id: ConflictId
  readonly question: string
  readonly types: readonly ConflictType[]
  readonly strength: Strength
  readonly score: number
  readonly status: ConflictStatus
  readonly positions: readonly {
    readonly id: PositionId
    readonly number: number
    readonly answer: string
    readonly independentSources: number
  }[]
  readonly verdict: Verdict | null
  readonly firstDay: IsoDate | null
  readonly lastDay: IsoDate | null
}

/** How many disputes each value of a filter would leave, with the other filters as they are; the most first. */
export type QueueCounts = Readonly<
  Record<Facet, readonly { readonly value: string; readonly count: number }[]>
>

export type Facet = 'type' | 'strength' | 'status' | 'source' | 'entity'

export interface QueueSize {
  /** Disputes that pass, and disputes in all. */
  readonly total: number
  readonly all: number
  readonly counts: QueueCounts
}

/** Where a dispute stands in the queue, and what stands beside it; number 0 where it does not pass. */
export interface QueuePlace {
  readonly number: number
  readonly total: number
  readonly previous: ConflictId | null
  readonly next: ConflictId | null
}

/** Values that are counted of each facet. */
export const COUNTED = 40

/** A page of the queue, the strongest first. */
export function readQueue(
  db: Database,
  filter: QueueFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): readonly QueueRecord[] {
  const { where, values } = conditions(db, filter)
  return db
    .prepare<unknown[], number>(
      `select q.place from review_queue q where ${where} order by q.place limit ? offset ?`,
    )
    .pluck()
    .all(...values, limit, offset)
    .map(lineReader(db))
}

/** The same for all its pages. */
export function readQueueSize(db: Database, filter: QueueFilter): QueueSize {
  const { where, values } = conditions(db, filter)
  const count = (sql: string, ...given: Conditions['values']) =>
    db
      .prepare<unknown[], number>(sql)
      .pluck()
      .get(...given)!
  return {
    total: count(`select count(*) from review_queue q where ${where}`, ...values),
    all: count('select count(*) from review_queue'),
    counts: {
      type: countFacet(db, 'type', filter),
      strength: countColumn(db, 'strength', filter),
      status: countColumn(db, 'status', filter),
      source: countFacet(db, 'source', filter),
      entity: countFacet(db, 'entity', filter),
    },
  }
}

/** Of one dispute in the queue so narrowed. */
export function readQueuePlace(db: Database, filter: QueueFilter, conflict: ConflictId): QueuePlace {
  const { where, values } = conditions(db, filter)
  const place = db
    .prepare<[string], number>('select place from review_queue where conflict_id = ?')
    .pluck()
    .get(conflict)
  const ask = <T>(sql: string, ...given: readonly number[]) =>
    db
      .prepare<unknown[], T>(sql)
      .pluck()
      .get(...values, ...given)
  const total = ask<number>(`select count(*) from review_queue q where ${where}`)!
  if (place === undefined) return { number: 0, total, previous: null, next: null }
  const beside = (than: '<' | '>', order: 'desc' | 'asc') =>
    ask<string>(
      `select q.conflict_id from review_queue q where ${where} and q.place ${than} ? order by q.place ${order} limit 1`,
      place,
    ) ?? null
  const passes = ask<number>(`select count(*) from review_queue q where ${where} and q.place = ?`, place)! > 0
  return {
    number: passes
      ? ask<number>(`select count(*) from review_queue q where ${where} and q.place <= ?`, place)!
      : 0,
    total,
    previous: beside('<', 'desc'),
    next: beside('>', 'asc'),
  }
}

interface LineRow {
  readonly id: string
  readonly question: string
  readonly types: string
  readonly strength: Strength
  readonly score: number
  readonly status: ConflictStatus
  readonly firstDay: string | null
  readonly lastDay: string | null
}

function lineReader(db: Database): (place: number) => QueueRecord {
  const line = db.prepare<[number], LineRow>(`
    select x.id, x.question, x.types, x.strength, x.score, q.status, q.first_day as "firstDay", q.last_day as "lastDay"
    from review_queue q join conflicts x on x.id = q.conflict_id where q.place = ?`)
  const positions = db.prepare<[string], QueueRecord['positions'][number]>(`
    select id, number, answer, independent_sources as "independentSources"
    from positions where conflict_id = ? order by number, id`)
  const verdict = verdictInForce(db)
  return (place) => {
    const row = line.get(place)!
    return {
      ...row,
      types: JSON.parse(row.types),
      positions: positions.all(row.id),
      verdict: verdict(row.id),
    }
  }
}

/** What a filter asks of `review_queue q`. */
function conditions(db: Database, filter: QueueFilter): Conditions {
  const asked: Conditions[] = []
  const ask = (where: string, ...values: readonly (string | number)[]) => asked.push({ where, values })
  for (const facet of ['type', 'source', 'entity'] as const) {
    const value = filter[facet]
    if (value !== undefined) {
      ask('q.place in (select place from queue_facets where kind = ? and value = ?)', facet, value)
    }
  }
  if (filter.source !== undefined && filter.against !== undefined) {
    ask('q.place in (select place from queue_facets where kind = ? and value = ?)', 'source', filter.against)
    ask(BETWEEN, filter.source, filter.against)
  }
  if (filter.strength !== undefined) ask('q.strength = ?', filter.strength)
  if (filter.status !== undefined) ask('q.status = ?', filter.status)
  if (filter.from !== undefined) ask('q.last_day >= ?', filter.from)
  if (filter.to !== undefined) ask('q.first_day <= ?', filter.to)
  const words = queueWith(db, filter.words ?? '')
  if (words) asked.push(words)
  return {
    where: asked.map(({ where }) => where).join(' and ') || 'true',
    values: asked.flatMap(({ values }) => values),
  }
}

const SIDES = `
  select p.conflict_id, p.id, ${SOURCE_NAME('s.publisher', 's.path')} as source
  from positions p join position_evidence e on e.position_id = p.id left join claims c on c.id = e.claim_id
  join document_source s on s.document_id = coalesce(c.document_id, e.document_id)`

/** Two sources stand behind different positions, as the overview counts them. */
const BETWEEN = `exists (
  select 1 from (${SIDES}) a join (${SIDES}) b on b.conflict_id = a.conflict_id and b.id <> a.id
  where a.conflict_id = q.conflict_id and a.source = ? and b.source = ?)`

function countColumn(db: Database, column: 'strength' | 'status', filter: QueueFilter): QueueCounts[Facet] {
  const { where, values } = conditions(db, { ...filter, [column]: undefined })
  return db
    .prepare<unknown[], { value: string; count: number }>(`
      select q.${column} as value, count(*) as count from review_queue q where ${where}
      group by 1 order by 2 desc, 1`)
    .all(...values)
}

function countFacet(
  db: Database,
  facet: 'type' | 'source' | 'entity',
  filter: QueueFilter,
): QueueCounts[Facet] {
  const { where, values } = conditions(db, { ...filter, [facet]: undefined })
  const whole = where === 'true'
  const count = (limit: number, chosen = '', ...value: readonly string[]) =>
    db
      .prepare<unknown[], FacetCount>(`
        select f.value, count(*) as count from review_queue q join queue_facets f on f.place = q.place
        where f.kind = ? and ${where} ${chosen} group by f.value order by 2 desc, 1 limit ?`)
      .all(facet, ...values, ...value, limit)
  const counts = whole ? readCounted(db).facets[facet] : count(COUNTED)
  const asked = filter[facet]
  if (asked === undefined || counts.some(({ value }) => value === asked)) return counts
  return [...counts, ...count(1, 'and f.value = ?', asked)]
}
