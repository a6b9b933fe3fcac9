import type { FindOptions } from '../model/table.ts'
import { askAny } from './ask-any.ts'
import type { Database } from './sql.ts'

export type Value = string | number | null

/** How the texts of a column are kept as bytes: SQL, for a small blob takes twice as long to hand over as a small text. */
export interface Packing {
  write(text: string): string
  read(bytes: string): string
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
  /**
   * Takes the indexes off, and gives the function that puts them back: over many rows at once, an index is made in a
   * fraction of the time that it takes to grow row by row. PostgreSQL would keep those out who read meanwhile: there,
   * they stay.
   */
  withoutIndexes(): () => void
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
  const mark = (field: Field) => packed[field]?.write('?') ?? '?'
  const shown = (field: Field) => packed[field]?.read(columns[field]) ?? columns[field]
  const selected = fields.map((field) => `${shown(field)} as ${field}`).join()
  const row = `(${fields.map(mark)})`
  const statement = remembered((sql: string) => db.prepare(sql))
  const insert = remembered((rows: number) =>
    db.prepare(
      `insert into ${name} (${fields.map((field) => columns[field])}) values ${Array.from({ length: rows }, () => row)}
      on conflict (${keyColumns}) do ${onConflict}`,
    ),
  )
  const asking = remembered((field: Field) =>
    askAny<Row>(
      db,
      (list) => `select ${selected} from ${name} where ${columns[field]} in ${list}`,
      mark(field),
    ),
  )
  const counting = remembered((field: Field) =>
    askAny<{ value: Value; n: number }>(
      db,
      (list) =>
        `select ${shown(field)} as value, count(*) as n from ${name} where ${columns[field]} in ${list}
        group by ${columns[field]}`,
      mark(field),
    ),
  )
  const condition = (where: Partial<Row>, { beginning }: FindOptions<Row> = {}) => {
    const asked = Object.keys(where) as Field[]
    const tests = asked.map((field) => `${columns[field]} = ${mark(field)}`)
    const values = asked.map((field) => where[field] as Value)
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
      if (options.limit === undefined) return statement(query).all(values) as Row[]
      return statement(`${query} limit ?`).all([...values, options.limit]) as Row[]
    },
    findAny: (field, values) => asking(field)(values),
    countAny: (field, values) => new Map(counting(field)(values).map(({ value, n }) => [value, n])),
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
        for (const each of some) for (const field of fields) values.push(each[field] as Value)
        insert(some.length).run(values)
      }
    },
    remove(rows) {
      const tests = key.map((field) => `${columns[field]} = ${mark(field)}`).join(' and ')
      const remove = statement(`delete from ${name} where ${tests}`)
      for (const each of rows) remove.run(key.map((field) => each[field] as Value))
    },
    withoutIndexes() {
      if (db.dialect === 'postgres') return () => {}
      const indexes = db
        .prepare<[string], { name: string; sql: string }>(
          "select name, sql from sqlite_schema where type = 'index' and tbl_name = ? and sql is not null",
        )
        .all(name)
      for (const index of indexes) db.exec(`drop index ${index.name}`)
      return () => {
        for (const { sql } of indexes) db.exec(sql)
      }
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
