import type { Database } from 'better-sqlite3'
import type { ConflictType, Strength } from '../model/conflict.ts'
import type { ConflictStatus } from '../model/record.ts'

/** How many disputes of a kind stand how. */
export interface StandingCount<Kind> {
  readonly kind: Kind
  readonly status: ConflictStatus
  readonly count: number
}

/** What there is, counted; lists in a stable order. */
export interface OverviewRecord {
  /** By month, `2023-04`: texts published in it, and disputes with evidence from it. Months without any are absent. */
  readonly months: readonly { readonly month: string; readonly texts: number; readonly conflicts: number }[]
  /** Current texts whose month of publication is not known. */
  readonly undatedTexts: number
  readonly byType: readonly StandingCount<ConflictType>[]
  readonly byStrength: readonly StandingCount<Strength>[]
  /** Sources in most disputes with others. Named as the queue's filter names them. */
  readonly disputing: readonly { readonly source: string; readonly count: number }[]
  /** Two of them that hold different positions, and in how many disputes. */
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly count: number }[]
  /** Entities that the evidence of most disputes names. */
  readonly entities: readonly { readonly entity: string; readonly count: number }[]
}

const SOURCES = 12
const ENTITIES = 20

/** The month of a date that lies in one. */
const month = (edtf: string) =>
  `case when substr(first_day(${edtf}), 1, 7) = substr(last_day(${edtf}), 1, 7) then substr(first_day(${edtf}), 1, 7) end`

/** Which source stands on which side of which current dispute. */
const STANDING = `
  with dated as materialized (
    select document_id, coalesce(publisher, path) as source, ${month('published')} as month from document_source
  ), standing as materialized (
    select distinct p.conflict_id, p.id as position_id, d.source, d.month
    from position_evidence e join positions p on p.id = e.position_id
    join conflicts x on x.id = p.conflict_id and x.current = 1 left join claims c on c.id = e.claim_id
    join dated d on d.document_id = coalesce(c.document_id, e.document_id)
  )`

export function readOverview(db: Database): OverviewRecord {
  const all = <Row>(sql: string) => db.prepare<[], Row>(sql).all()
  const pairs = all<OverviewRecord['pairs'][number]>(`${STANDING}
    select one.source as a, other.source as b, count(distinct one.conflict_id) as count
    from standing one join standing other on other.conflict_id = one.conflict_id
      and other.position_id <> one.position_id and other.source > one.source
    group by 1, 2 order by 3 desc, 1, 2`)
  const totals = new Map<string, number>()
  for (const { a, b, count } of pairs)
    for (const source of [a, b]) totals.set(source, (totals.get(source) ?? 0) + count)
  const disputing = [...totals]
    .map(([source, count]) => ({ source, count }))
    .sort((one, other) => other.count - one.count || (one.source < other.source ? -1 : 1))
    .slice(0, SOURCES)
  const listed = new Set(disputing.map(({ source }) => source))
  const texts = all<{ month: string | null; count: number }>(`
    select ${month('published')} as month, count(*) as count from document_source where current = 1 group by 1 order by 1`)
  const conflicts = new Map(
    all<{ month: string; count: number }>(`${STANDING}
      select month, count(distinct conflict_id) as count from standing where month is not null group by 1`).map(
      ({ month, count }) => [month, count],
    ),
  )
  return {
    months: texts.flatMap(({ month, count }) =>
      month === null ? [] : [{ month, texts: count, conflicts: conflicts.get(month) ?? 0 }],
    ),
    undatedTexts: texts.find(({ month }) => month === null)?.count ?? 0,
    byType: all(`
      select f.value as kind, q.status, count(*) as count from queue_facets f join review_queue q on q.place = f.place
      where f.kind = 'type' group by 1, 2 order by 1, 2`),
    byStrength: all(
      'select strength as kind, status, count(*) as count from review_queue group by 1, 2 order by 1, 2',
    ),
    disputing,
    pairs: pairs.filter(({ a, b }) => listed.has(a) && listed.has(b)),
    entities: all(`
      select value as entity, count(*) as count from queue_facets where kind = 'entity'
      group by 1 order by 2 desc, 1 limit ${ENTITIES}`),
  }
}
