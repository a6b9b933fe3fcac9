import type { Item } from './messages.ts'

/** A statement that waits to be sent. */
export interface Waiting {
  readonly item: Item
  /** How to write it with several rows; null where that is not the same. */
  readonly insert: PlainInsert | null
}

/** `insert into ... values (...)` and no more: each row of it counts as one change, or all fail. */
export interface PlainInsert {
  readonly head: string
  readonly row: string
}

/** What is sent as one statement, for one or more that wait. */
export interface Parcel<W extends Waiting> {
  readonly item: Item
  readonly of: readonly W[]
}

const PLAIN = /^(\s*insert\s+into\s+[\w."]+\s*(?:\([^()]*\)\s*)?values\s*)(\([^()]*\))\s*$/i

/** Null for any other statement: an `on conflict`, a `returning`, a row with an expression. `text` has `$n`. */
export function plainInsert(text: string): PlainInsert | null {
  const [, head, row] = PLAIN.exec(text) ?? []
  return head && row ? { head, row } : null
}

/** Rows of one statement, the most first: few sizes, so that few statements are planned. */
const ROWS = [64, 8, 1]

/**
 * The same insert, several times in a row, becomes one with several rows: a quarter of the server's work or less, and a
 * tenth of ours. The order stays.
 */
export function* parcels<W extends Waiting>(waiting: readonly W[]): Generator<Parcel<W>> {
  for (let at = 0; at < waiting.length; ) {
    const first = waiting[at]!
    let run = 1
    if (first.insert) while (waiting[at + run]?.item.sql === first.item.sql) run++
    const rows = ROWS.find((size) => size <= run)!
    const of = waiting.slice(at, at + rows)
    yield { item: together(of), of }
    at += rows
  }
}

function together(waiting: readonly Waiting[]): Item {
  const [{ item, insert }] = waiting as readonly [Waiting]
  if (waiting.length === 1 || !insert) return item
  const each = item.values?.length ?? 0
  const rows = waiting.map((_, nth) => insert.row.replace(/\$(\d+)/g, (_, n) => `$${Number(n) + nth * each}`))
  return {
    sql: insert.head + rows.join(),
    values: waiting.flatMap(({ item: { values } }) => values ?? []),
    rows: false,
  }
}
