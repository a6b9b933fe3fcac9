import type { ConflictType, Strength } from '../model/conflict.ts'
import type { ConflictStatus } from '../model/record.ts'
import type { Totals } from './given.ts'
import type { Database } from './sql.ts'

/** How many disputes of a kind stand how. */
export interface StandingCount<Kind> {
  readonly kind: Kind
  readonly status: ConflictStatus
  readonly count: number
}

/** What was counted when the findings were made, whatever people decided since. */
interface Counted {
  readonly totals: Totals
  /** By month, `2023-04`: texts published in it, and disputes with evidence from it. Months without any are absent. */
  readonly months: readonly { readonly month: string; readonly texts: number; readonly conflicts: number }[]
  /** Current texts whose month of publication is not known. */
  readonly undatedTexts: number
  /** Sources in most disputes with others. Named as the queue's filter names them. */
  readonly disputing: readonly { readonly source: string; readonly count: number }[]
  /** Two of them that hold different positions, and in how many disputes. */
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly count: number }[]
}

/** What there is, counted; lists in a stable order. */
export interface OverviewRecord extends Counted {
  readonly byType: readonly StandingCount<ConflictType>[]
  readonly byStrength: readonly StandingCount<Strength>[]
  /** Entities that the evidence of most disputes names. */
  readonly entities: readonly { readonly entity: string; readonly count: number }[]
}

export interface FacetCount {
  readonly value: string
  readonly count: number
}

/** As it is stored. */
export interface OverviewRow extends Counted {
  /** How many disputes have a value, the most first; of sources and entities no more than the queue shows. */
  readonly facets: Readonly<Record<'type' | 'source' | 'entity', readonly FacetCount[]>>
}

const ENTITIES = 20

/** The month of a date that lies in one; null for a wider one. */
export const MONTH = `case when substr(first_day, 1, 7) = substr(last_day, 1, 7) then substr(first_day, 1, 7) end`

const NOTHING: OverviewRow = {
  totals: { documents: 0, claims: 0, conflicts: 0 },
  months: [],
  undatedTexts: 0,
  disputing: [],
  pairs: [],
  facets: { type: [], source: [], entity: [] },
}

/** What `writeOverview` has counted; nothing before the first findings. */
export function readCounted(db: Database): OverviewRow {
  const row = db.prepare<[], string>('select record from overview').pluck().get()
  return row === undefined ? NOTHING : JSON.parse(row)
}

export function readOverview(db: Database): OverviewRecord {
  const all = <Row>(sql: string) => db.prepare<[], Row>(sql).all()
  const { facets, ...counted } = readCounted(db)
  // Those that are not open are few, and told by an index: all others are.
  const judged = all<StandingCount<ConflictType>>(`
    select f.value as kind, q.status, count(*) as count
    from review_queue q join queue_facets f on f.place = q.place and f.kind = 'type'
    where q.status in ('decided', 'new evidence') group by 1, 2 order by 1, 2`)
  return {
    ...counted,
    byType: facets.type.flatMap(({ value, count }) => {
      const kind = value as ConflictType
      const others = judged.filter((one) => one.kind === kind)
      const open = count - others.reduce((sum, one) => sum + one.count, 0)
      return open > 0 ? [...others, { kind, status: 'open' as const, count: open }] : others
    }),
    byStrength: all(
      'select strength as kind, status, count(*) as count from review_queue group by 1, 2 order by 1, 2',
    ),
    entities: facets.entity.slice(0, ENTITIES).map(({ value, count }) => ({ entity: value, count })),
  }
}
