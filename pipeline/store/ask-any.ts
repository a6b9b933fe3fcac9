import type { Database } from './sql.ts'
import type { Value } from './table-statements.ts'

/** Values that one statement asks for: few sizes, so that few statements are prepared; the largest first. */
const SIZES = [256, 16, 1]

/**
 * Gives the function that reads the rows of any of some values: `sql` is given the list that stands behind `in`. Both
 * databases read it alike.
 */
export function askAny<Row>(
  db: Database,
  sql: (list: string) => string,
): (values: readonly Value[]) => readonly Row[] {
  const prepared = new Map<number, ReturnType<Database['prepare']>>()
  const ask = (size: number) => {
    const known = prepared.get(size) ?? db.prepare(sql(`(${Array.from({ length: size }, () => '?').join()})`))
    prepared.set(size, known)
    return known
  }
  return (values) => {
    const rows: Row[] = []
    for (const some of portionsOf(values, SIZES))
      for (const row of ask(some.length).all(some)) rows.push(row as Row)
    return rows
  }
}

/** In portions of these sizes, of which the last is 1. */
export function* portionsOf<T>(list: readonly T[], sizes: readonly number[]): Generator<readonly T[]> {
  let at = 0
  for (const size of sizes) for (; list.length - at >= size; at += size) yield list.slice(at, at + size)
}
