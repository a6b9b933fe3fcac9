import type { Database } from './sql.ts'
import type { Value } from './table-statements.ts'

/** Values that one statement asks for: few sizes, so that few statements are prepared. */
const SIZES = [1, 4, 16, 64, 256]
const MOST = 256

/**
 * Gives the function that reads the rows of any of some values: `sql` is given the list that stands behind `in`, in which
 * each value is `mark`. Both databases read it alike.
 */
export function askAny<Row>(
  db: Database,
  sql: (list: string) => string,
  mark = '?',
): (values: readonly Value[]) => Row[] {
  const prepared = new Map<number, ReturnType<Database['prepare']>>()
  const ask = (size: number) => {
    const known =
      prepared.get(size) ?? db.prepare(sql(`(${Array.from({ length: size }, () => mark).join()})`))
    prepared.set(size, known)
    return known
  }
  return (values) => {
    const rows: Row[] = []
    for (let from = 0; from < values.length; from += MOST) {
      const some = values.slice(from, from + MOST)
      // One of them once more changes nothing, and makes one statement of what would be several.
      while (!SIZES.includes(some.length)) some.push(some[0]!)
      for (const row of ask(some.length).all(some)) rows.push(row as Row)
    }
    return rows
  }
}
