import type { FindOptions, Table } from '../model/table.ts'
import type { Database } from './sql.ts'
import { type TableNames, tableStatements, type Value } from './table-statements.ts'

/** A table of the database, as the cross-document stages see one. */
export interface StoredTable<Row> extends Table<Row> {
  /** Writes what was put and removed, and forgets what was read. */
  settle(): void
}

/** Rows that are held at a time, some hundred bytes each: with more, they are written, forgotten, and read again. */
const HELD = 300_000

/** Rows that an empty table gets at once, from which on its indexes are made behind them. */
const MANY = 10_000

/** The key of a row: its value, or those of its columns, joined. */
type Name = string | number

/** A row that was read or put; null where there is none any more. */
interface Held<Row> {
  readonly name: Name
  readonly row: Row
  gone: boolean
}

/** The rows with one value in a column, as far as they are held. */
interface Group<Row> {
  entries: Held<Row>[]
  /** All that there are are held. */
  complete: boolean
  sorted: boolean
}

/**
 * A table that remembers what it read and keeps what it is to write, for a statement costs more than a row: over a
 * network the way there and back, and on disk, for keys that are hashes, another page each time. What is empty at first
 * is never read at all, and what changed is written in bulk, in the order of its keys.
 */
export function sqlTable<Row extends object>(db: Database, names: TableNames<Row>): StoredTable<Row> {
  type Field = keyof Row & string
  const { key } = names
  const statements = tableStatements(db, names)
  const held = new Map<Name, Held<Row>>()
  /** By column, then by value; the column '' stands for all rows. */
  const indexes = new Map<Field | '', Map<Value, Group<Row>>>()
  const changed = new Set<Held<Row>>()
  let blank: boolean | null = null
  let isWritten = false
  let putIndexesBack = () => {}

  const isBlank = () => (blank ??= statements.isEmpty())
  const keyOf = (row: Partial<Row>) => {
    let name = row[key[0]!] as Name
    for (let at = 1; at < key.length; at++) name += `\u0000${row[key[at]!]}`
    return name
  }
  const valueIn = (row: Partial<Row>, column: Field | '') => (column === '' ? '' : (row[column] as Value))
  const byKey = (a: Held<Row>, b: Held<Row>) =>
    key.length === 1 ? (a.name < b.name ? -1 : 1) : compare(a.row, b.row, key)

  const groupOf = (column: Field | '', value: Value): Group<Row> => {
    let groups = indexes.get(column)
    if (!groups) {
      groups = new Map()
      indexes.set(column, groups)
      for (const entry of held.values()) if (!entry.gone) enter(entry, column, groups)
    }
    const known = groups.get(value)
    if (known) return known
    const group = { entries: [], complete: isBlank(), sorted: true }
    groups.set(value, group)
    return group
  }
  const enter = (entry: Held<Row>, column: Field | '', groups: Map<Value, Group<Row>>) => {
    const value = valueIn(entry.row, column)
    const group = groups.get(value)
    if (!group) groups.set(value, { entries: [entry], complete: isBlank(), sorted: true })
    else {
      group.entries.push(entry)
      group.sorted = false
    }
  }
  const hold = (row: Row, name: Name): Held<Row> => {
    const entry = { name, row, gone: false }
    held.set(name, entry)
    for (const [column, groups] of indexes) enter(entry, column, groups)
    return entry
  }
  /** What was read; what was put or removed meanwhile counts. */
  const take = (rows: readonly Row[]) => {
    for (const row of rows) {
      const name = keyOf(row)
      if (!held.has(name)) hold(row, name)
    }
  }
  const dismiss = (name: Name) => {
    const before = held.get(name)
    if (!before) return
    before.gone = true
    changed.delete(before)
  }
  const inOrder = (entries: ReadonlySet<Held<Row>>): readonly Held<Row>[] => {
    for (const { name } of entries) if (typeof name !== 'number') return [...entries].sort(byKey)
    // Numbers are sorted ten times as fast by themselves.
    const names = Float64Array.from(entries, ({ name }) => name as number).sort()
    return Array.from(names, (name) => held.get(name)!)
  }
  const write = () => {
    const [removed, put]: [Row[], Row[]] = [[], []]
    for (const { row, gone } of inOrder(changed)) (gone ? removed : put).push(row)
    changed.clear()
    if (!isWritten && put.length >= MANY && isBlank()) putIndexesBack = statements.withoutIndexes()
    isWritten = true
    statements.remove(removed)
    statements.put(put)
  }
  const forget = () => {
    write()
    held.clear()
    indexes.clear()
    blank = null
  }
  const bound = () => {
    if (held.size >= HELD) forget()
  }
  /** The table, for who asks by other columns than its key. */
  const indexed = () => {
    putIndexesBack()
    putIndexesBack = () => {}
    return statements
  }
  /** All rows with a value in a column. */
  const complete = (column: Field | '', value: Value): Group<Row> => {
    const group = groupOf(column, value)
    if (group.complete) return group
    take(indexed().find((column === '' ? {} : { [column]: value }) as Partial<Row>, {}))
    group.complete = true
    return group
  }
  const live = (group: Group<Row>): readonly Held<Row>[] => {
    const current = group.entries.filter(({ gone }) => !gone)
    if (!group.sorted) current.sort(byKey)
    group.entries = current
    group.sorted = true
    return current
  }
  const isWhole = (where: Partial<Row>) => {
    if (key.length === 1) return where[key[0]!] !== undefined
    for (const field of key) if (where[field] === undefined) return false
    return true
  }
  const byWholeKey = (where: Partial<Row>): Held<Row> | undefined => {
    const name = keyOf(where)
    const known = held.get(name)
    if (known || isBlank()) return known
    const [row] = statements.find(
      Object.fromEntries(key.map((field) => [field, where[field]])) as Partial<Row>,
      {},
    )
    if (row) return hold(row, name)
    const none = { name, row: where as Row, gone: true }
    held.set(name, none)
    return none
  }
  /** The rows that are meant, from memory; null where only a few of very many are asked for, and none of them is held. */
  const meant = (where: Partial<Row>, { beginning, highest, limit }: FindOptions<Row>): Row[] | null => {
    if (isWhole(where)) {
      const entry = byWholeKey(where)
      return entry && !entry.gone && meets(entry.row, where) ? [entry.row] : []
    }
    const fields = Object.keys(where) as Field[]
    const columns = fields.length > 0 ? fields : (['' as const] as const)
    const known = columns.find((column) => groupOf(column, valueIn(where, column)).complete)
    const isPart = beginning !== undefined || limit !== undefined
    if (known === undefined && isPart) return null
    const group = complete(known ?? columns[0]!, valueIn(where, known ?? columns[0]!))
    let rows = live(group).map(({ row }) => row)
    if (fields.length > 1) rows = rows.filter((row) => meets(row, where))
    if (beginning) rows = rows.filter((row) => String(row[beginning[0]]).startsWith(beginning[1]))
    if (highest)
      rows.sort((a, b) => (a[highest] === b[highest] ? compare(a, b, key) : a[highest] > b[highest] ? -1 : 1))
    return rows
  }

  return {
    put(row) {
      const name = keyOf(row)
      const before = held.get(name)
      // What is as it was is not written again.
      if (before && !before.gone && meets(before.row, row)) return
      dismiss(name)
      changed.add(hold(row, name))
      bound()
    },
    find(where, options = {}) {
      bound()
      const rows = meant(where, options)
      if (rows) return options.limit === undefined ? rows : rows.slice(0, options.limit)
      write()
      return indexed().find(where, options)
    },
    count(where, options = {}) {
      bound()
      const rows = meant(where, options)
      if (rows) return Math.min(rows.length, options.limit ?? Number.POSITIVE_INFINITY)
      write()
      return indexed().count(where, options)
    },
    remove(where) {
      bound()
      const drop = (row: Row) => {
        const name = keyOf(row)
        const before = held.get(name)
        if (before?.gone) return
        dismiss(name)
        const entry = before ?? { name, row, gone: true }
        held.set(name, entry)
        changed.add(entry)
      }
      if (isWhole(where) && Object.keys(where).length === key.length) {
        if (held.has(keyOf(where)) || !isBlank()) drop(where as Row)
      } else for (const row of meant(where, {})!) drop(row)
    },
    ahead(column, values, most) {
      bound()
      if (isBlank()) return
      const field = column as Field
      const single = key.length === 1 && key[0] === field
      let wanted = ([...new Set(values)] as Value[]).filter((value) =>
        single ? !held.has(value as Name) : !groupOf(field, value).complete,
      )
      if (most !== undefined && wanted.length > 0) {
        write()
        const counts = indexed().countAny(field, wanted)
        wanted = wanted.filter((value) => (counts.get(value) ?? 0) <= most)
      }
      take((single ? statements : indexed()).findAny(field, wanted))
      for (const value of wanted)
        if (!single) groupOf(field, value).complete = true
        else if (!held.has(value as Name))
          held.set(value as Name, { name: value as Name, row: { [field]: value } as Row, gone: true })
    },
    settle() {
      forget()
      indexed()
    },
  }
}

function meets<Row>(row: Row, where: Partial<Row>): boolean {
  for (const field in where) if (row[field] !== where[field]) return false
  return true
}

/** The order of keys. */
function compare<Row>(a: Row, b: Row, fields: readonly (keyof Row)[]): number {
  for (const field of fields) {
    if (a[field] === b[field]) continue
    return a[field] < b[field] ? -1 : 1
  }
  return 0
}
