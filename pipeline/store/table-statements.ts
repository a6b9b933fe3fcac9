import type { FindOptions } from '../model/table.ts'
import { askAny } from './ask-any.ts'
import type { Database } from './sql.ts'

export type Value = string | number | Uint8Array | null

/** How the texts of a column are kept as bytes. */
export interface Packing {
  write(text: string): Uint8Array
  read(bytes: Uint8Array): string
}

/** How the rows of a table are called in SQL: their columns by field, and the fields of the primary key. */
export interface TableNames<Row> {
  readonly name: string
  readonly columns: Readonly<Record<keyof Row & string, string>>
  readonly key: readonly (keyof Row & string)[]
  /** By field. */
  readonly packed?: Readonly<Record<string, Packing>>
}

/** The SQL of a table. */
export interface TableStatements<Row> {
  isEmpty(): boolean
  find(where: Partial<Row>, options: FindOptions<Row>): Row[]
  findAny(field: keyof Row & string, values: readonly Value[]): Row[]
  /** How many rows each value has; none is left out. */
  countAny(field: keyof Row & string, values: readonly Value[]): ReadonlyMap<Value, number>
  count(where: Partial<Row>, options: FindOptions<Row>): number
  put(rows: readonly Row[]): void
  /** By their keys. */
  remove(rows: readonly Partial<Row>[]): void
}

/** Rows that one statement writes: the largest portions first. */
const WRITTEN = [64, 8, 1]

export function tableStatements<Row extends object>(
  db: Database,
  { name, columns, key, packed = {} }: TableNames<Row>,
): TableStatements<Row> {
  type Field = keyof Row & string
  const fields = Object.keys(columns) as Field[]
  const keyColumns = key.map((field) => columns[field])
  const others = fields.filter((field) => !key.includes(field)).map((field) => columns[field])
  const onConflict =
    others.length > 0 ? `update set ${others.map((column) => `${column} = excluded.${column}`)}` : 'nothing'
  const selected = fields.map((field) => `${columns[field]} as ${field}`).join()
  const marks = (count: number, mark: string) => Array.from({ length: count }, () => mark).join()
  const row = `(${marks(fields.length, '?')})`
  const packings = Object.entries(packed)
  const stored = (field: Field, value: unknown): Value =>
    packed[field]?.write(value as string) ?? (value as Value)
  /** Rows that were just read, unpacked where they are. */
  const unpacked = <Some extends object>(rows: Some[]): Some[] => {
    for (const [field, { read }] of packings)
      for (const each of rows as Record<string, unknown>[]) each[field] = read(each[field] as Uint8Array)
    return rows
  }
  const statement = remembered((sql: string) => db.prepare(sql))
  const insert = remembered((rows: number) =>
    db.prepare(
      `insert into ${name} (${fields.map((field) => columns[field])}) values ${marks(rows, row)}
      on conflict (${keyColumns}) do ${onConflict}`,
    ),
  )
  const asking = remembered((field: Field) =>
    askAny<Row>(db, (list) => `select ${selected} from ${name} where ${columns[field]} in ${list}`),
  )
  const counting = remembered((field: Field) =>
    askAny<{ value: Value; n: number }>(
      db,
      (list) =>
        `select ${columns[field]} as value, count(*) as n from ${name} where ${columns[field]} in ${list}
        group by ${columns[field]}`,
    ),
  )
  const condition = (where: Partial<Row>, { beginning }: FindOptions<Row> = {}) => {
    const asked = Object.keys(where) as Field[]
    const tests = asked.map((field) => `${columns[field]} = ?`)
    const values = asked.map((field) => stored(field, where[field]))
    if (beginning) {
      const column = columns[beginning[0] as Field]
      tests.push(`${column} >= ? and ${column} < ?`)
      values.push(beginning[1], `${beginning[1]}\u{10ffff}`)
    }
    return { sql: tests.join(' and ') || 'true', values }
  }
  return {
    isEmpty: () => statement(`select 1 from ${name} limit 1`).get() === undefined,
    find(where, options) {
      const { sql, values } = condition(where, options)
      const first = options.highest ? [`${columns[options.highest as Field]} desc`] : []
      const query = `select ${selected} from ${name} where ${sql} order by ${[...first, ...keyColumns]}`
      if (options.limit === undefined) return unpacked(statement(query).all(values) as Row[])
      return unpacked(statement(`${query} limit ?`).all([...values, options.limit]) as Row[])
    },
    findAny: (field, values) => unpacked(asking(field)(values.map((value) => stored(field, value)))),
    countAny(field, values) {
      const counts = counting(field)(values.map((value) => stored(field, value)))
      return new Map(counts.map(({ value, n }) => [packed[field]?.read(value as Uint8Array) ?? value, n]))
    },
    count(where, options) {
      const { sql, values } = condition(where, options)
      const some = options.limit === undefined ? '' : ' limit ?'
      const counted = `select count(*) as n from (select 1 from ${name} where ${sql}${some}) as found`
      if (options.limit !== undefined) values.push(options.limit)
      return (statement(counted).get(values) as { n: number }).n
    },
    put(rows) {
      for (const some of portionsOf(rows, WRITTEN)) {
        const values: Value[] = []
        for (const each of some) for (const field of fields) values.push(stored(field, each[field]))
        insert(some.length).run(values)
      }
    },
    remove(rows) {
      const tests = keyColumns.map((column) => `${column} = ?`).join(' and ')
      const remove = statement(`delete from ${name} where ${tests}`)
      for (const each of rows) remove.run(key.map((field) => stored(field, each[field])))
    },
  }
}

/** In portions of these sizes, of which the last is 1. */
function* portionsOf<T>(list: readonly T[], sizes: readonly number[]): Generator<readonly T[]> {
  let at = 0
  for (const size of sizes) for (; list.length - at >= size; at += size) yield list.slice(at, at + size)
}

/** Prepares each statement once. */
function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const made = make(key)
    known.set(key, made)
    return made
  }
}
