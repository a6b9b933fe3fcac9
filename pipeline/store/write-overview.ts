import { type FacetCount, MONTH, type OverviewRow } from './read-overview.ts'
import { COUNTED } from './read-queue.ts'
import type { Database } from './sql.ts'

/** A source behind a position. */
interface Side {
  readonly place: number
  readonly position: string
  readonly source: string
  readonly month: string | null
}

const SOURCES = 12

/**
 * Counts what the overview and the queue show of all texts and disputes, once for all who look: asked for in a large
 * collection, it would be waited for. Reads the tables that `writeQueue` has made by then.
 */
export function writeOverview(db: Database): void {
  const all = <Row>(sql: string) => db.prepare<[], Row>(sql).all()
  const count = (sql: string) => db.prepare<[], number>(sql).pluck().get()!
  // Of several files with one text, the one that speaks for it: as the view document_source.
  const texts = all<{ month: string | null; texts: number }>(`
    select month, count(*) as texts from (
      select ${MONTH} as month,
        row_number() over (partition by document_id order by published is null, published, path) as nth
      from sources where current = 1) as dated where nth = 1 group by month order by month`)
  const disputes: Tally = new Map()
  const pairs: Tally = new Map()
  const sides = all<Side>(`
    select distinct e.place, e.position_id as position, s.source, ${MONTH} as month
    from queued_evidence e join queued_sources s on s.document_id = e.document_id`)
  for (const evidence of groupBy(sides, ({ place }) => place).values()) {
    const held = [...groupBy(evidence, ({ position }) => position).values()]
    for (const pair of disagreeing(held.map((one) => new Set(one.map(({ source }) => source)))))
      add(pairs, pair)
    for (const month of new Set(evidence.map(({ month }) => month))) if (month !== null) add(disputes, month)
  }
  const between = sorted(pairs).map(({ key, count }) => {
    const [a, b] = key.split(SEPARATOR) as [string, string]
    return { a, b, count }
  })
  const totals: Tally = new Map()
  for (const { a, b, count } of between) for (const source of [a, b]) add(totals, source, count)
  const disputing = sorted(totals).slice(0, SOURCES)
  const listed = new Set(disputing.map(({ key }) => key))
  const facets = (kind: string) =>
    db
      .prepare<[string], FacetCount>(`
        select value, count(*) as count from queue_facets where kind = ? group by value order by 2 desc, 1
        limit ${COUNTED}`)
      .all(kind)
  const row: OverviewRow = {
    totals: {
      documents: texts.reduce((sum, one) => sum + one.texts, 0),
      claims:
        count('select count(*) from claims') -
        count(`select count(*) from claims where document_id in (
          select document_id from sources group by document_id having max(current) = 0)`),
      conflicts: count('select count(*) from review_queue'),
    },
    months: texts.flatMap(({ month, texts }) =>
      month === null ? [] : [{ month, texts, conflicts: disputes.get(month) ?? 0 }],
    ),
    undatedTexts: texts.find(({ month }) => month === null)?.texts ?? 0,
    disputing: disputing.map(({ key, count }) => ({ source: key, count })),
    pairs: between.filter(({ a, b }) => listed.has(a) && listed.has(b)),
    facets: { type: facets('type'), source: facets('source'), entity: facets('entity') },
  }
  db.exec('delete from overview')
  db.prepare('insert into overview values (1, ?)').run(JSON.stringify(row))
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

function groupBy<Item, Key>(items: readonly Item[], key: (item: Item) => Key): ReadonlyMap<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
