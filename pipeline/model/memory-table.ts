import type { FindOptions, Table } from './table.ts'

/** A table in memory: rows by key, and by every set of columns that was ever asked for. */
export function memoryTable<Row extends object>(key: readonly (keyof Row)[]): Table<Row> {
  const rows = new Map<string, Row>()
  const indexes = new Map<string, Map<string, Map<string, Row>>>()
  const nameOf = (row: Partial<Row>, columns: readonly (keyof Row)[]) =>
    columns.map((column) => String(row[column])).join('\u0000')
  const columnsOf = (name: string) => (name === '' ? [] : name.split(',')) as (keyof Row)[]
  const into = (index: Map<string, Map<string, Row>>, columns: readonly (keyof Row)[], row: Row) => {
    const at = nameOf(row, columns)
    const found = index.get(at) ?? new Map<string, Row>()
    index.set(at, found.set(nameOf(row, key), row))
  }
  const indexOf = (columns: readonly (keyof Row)[]) => {
    const name = columns.join()
    const known = indexes.get(name)
    if (known) return known
    const index = new Map<string, Map<string, Row>>()
    for (const row of rows.values()) into(index, columns, row)
    indexes.set(name, index)
    return index
  }
  const drop = (row: Row) => {
    const name = nameOf(row, key)
    rows.delete(name)
    for (const [columns, index] of indexes) index.get(nameOf(row, columnsOf(columns)))?.delete(name)
  }
  const meeting = (where: Partial<Row>, { beginning }: FindOptions<Row>): [string, Row][] => {
    const columns = (Object.keys(where) as (keyof Row)[]).sort()
    const found = [...(indexOf(columns).get(nameOf(where, columns)) ?? [])]
    if (!beginning) return found
    return found.filter(([, row]) => String(row[beginning[0]]).startsWith(beginning[1]))
  }
  const find = (where: Partial<Row>, options: FindOptions<Row> = {}): readonly Row[] => {
    const { highest, limit } = options
    const found = meeting(where, options).sort(([a, one], [b, other]) => {
      if (highest && one[highest] !== other[highest]) return one[highest] > other[highest] ? -1 : 1
      return a < b ? -1 : 1
    })
    return found.slice(0, limit).map(([, row]) => row)
  }
  return {
    find,
    put(row) {
      const before = rows.get(nameOf(row, key))
      if (before) drop(before)
      rows.set(nameOf(row, key), row)
      for (const [columns, index] of indexes) into(index, columnsOf(columns), row)
    },
    count: (where, options = {}) =>
      Math.min(meeting(where, options).length, options.limit ?? Number.POSITIVE_INFINITY),
    remove: (where) => find(where).forEach(drop),
    ahead: () => {},
  }
}
