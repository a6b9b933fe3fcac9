import type { ConflictType, Strength } from '../model/conflict.ts'
import type { ConflictStatus } from '../model/record.ts'
import { SOURCE_NAME } from './metadata-columns.ts'
import type { Database } from './sql.ts'

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

/** The month of a date that lies in one; null for a wider one. */
const MONTH = `case when substr(first_day, 1, 7) = substr(last_day, 1, 7) then substr(first_day, 1, 7) end`

interface Side {
  readonly conflict: string
  readonly position: string
  readonly document: string
}

export function readOverview(db: Database): OverviewRecord {
  const all = <Row>(sql: string) => db.prepare<[], Row>(sql).all()
  const documents = new Map(
    all<{ id: string; current: number; source: string; month: string | null }>(`
      select document_id as id, current, ${SOURCE_NAME('publisher', 'path')} as source, ${MONTH} as month
      from document_source order by document_id`).map((document) => [document.id, document]),
  )
  const sides = db
    .prepare<[], Side>(`
      select p.conflict_id as conflict, p.id as position, coalesce(c.document_id, e.document_id) as document
      from conflicts x join positions p on p.conflict_id = x.id join position_evidence e on e.position_id = p.id
      left join claims c on c.id = e.claim_id where x.current = 1`)
    .all()
  const months: Tally = new Map()
  for (const { current, month } of documents.values()) if (current === 1 && month !== null) add(months, month)
  const disputes: Tally = new Map()
  const pairs: Tally = new Map()
  for (const evidence of groupBy(sides, ({ conflict }) => conflict).values()) {
    const held = new Map(
      [...groupBy(evidence, (side) => side.position)].map(([position, records]) => [
        position,
        new Set(records.flatMap(({ document }) => documents.get(document)?.source ?? [])),
      ]),
    )
    for (const pair of disagreeing([...held.values()])) add(pairs, pair)
    for (const month of new Set(evidence.map(({ document }) => documents.get(document)?.month)))
      if (month) add(disputes, month)
  }
  const between = sorted(pairs).map(({ key, count }) => {
    const [a, b] = key.split(SEPARATOR) as [string, string]
    return { a, b, count }
  })
  const totals: Tally = new Map()
  for (const { a, b, count } of between) for (const source of [a, b]) add(totals, source, count)
  const disputing = sorted(totals).slice(0, SOURCES)
  const listed = new Set(disputing.map(({ key }) => key))
  return {
    months: [...months.keys()].sort().map((month) => ({
      month,
      texts: months.get(month)!,
      conflicts: disputes.get(month) ?? 0,
    })),
    undatedTexts: [...documents.values()].filter(({ current, month }) => current === 1 && month === null)
      .length,
    byType: all(`
      select f.value as kind, q.status, count(*) as count from queue_facets f join review_queue q on q.place = f.place
      where f.kind = 'type' group by 1, 2 order by 1, 2`),
    byStrength: all(
      'select strength as kind, status, count(*) as count from review_queue group by 1, 2 order by 1, 2',
    ),
    disputing: disputing.map(({ key, count }) => ({ source: key, count })),
    pairs: between.filter(({ a, b }) => listed.has(a) && listed.has(b)),
    entities: all(`
      select value as entity, count(*) as count from queue_facets where kind = 'entity'
      group by 1 order by 2 desc, 1 limit ${ENTITIES}`),
  }
}

/** No name of a source holds it. */
const SEPARATOR = '\u001f'

/** Pairs of sources on different sides of one dispute, each pair once. */
function disagreeing(sides: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const [at, side] of sides.entries())
    for (const other of sides.slice(at + 1))
      for (const a of side)
        for (const b of other) if (a !== b) pairs.add(a < b ? a + SEPARATOR + b : b + SEPARATOR + a)
  return pairs
}

type Tally = Map<string, number>

function add(tally: Tally, key: string, count = 1): void {
  tally.set(key, (tally.get(key) ?? 0) + count)
}

/** The most first, then in the order of code units. */
function sorted(tally: Tally): { readonly key: string; readonly count: number }[] {
  return [...tally]
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
