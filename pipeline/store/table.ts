import type { Database } from 'better-sqlite3'
import type { FindOptions, Table } from '../model/table.ts'

type Value = string | number | null

/** How the rows of a table are called in SQL: their columns by field, and the fields of the primary key. */
export interface TableNames<Row> {
  readonly name: string
  readonly columns: Readonly<Record<keyof Row & string, string>>
  readonly key: readonly (keyof Row & string)[]
  /** A condition that a row must meet to be removed. */
  readonly removable?: string
}

/** A table of the database as the cross-document stages see one. */
export function sqlTable<Row extends object>(
  db: Database,
  { name, columns, key, removable = 'true' }: TableNames<Row>,
): Table<Row> {
  type Field = keyof Row & string
  const fields = Object.keys(columns) as Field[]
  const keyColumns = key.map((field) => columns[field])
  const others = fields.filter((field) => !key.includes(field)).map((field) => columns[field])
  const upsert = db.prepare(
    `insert into ${name} (${fields.map((field) => columns[field])}) values (${fields.map(() => '?')})
    on conflict (${keyColumns}) do ${
      others.length > 0 ? `update set ${others.map((column) => `${column} = excluded.${column}`)}` : 'nothing'
    }`,
  )
  const selected = fields.map((field) => `${columns[field]} as ${field}`).join()
  const prepared = new Map<string, ReturnType<Database['prepare']>>()
  const statement = (sql: string) => {
    const known = prepared.get(sql)
    if (known) return known
    const made = db.prepare(sql)
    prepared.set(sql, made)
    return made
  }
  const condition = (where: Partial<Row>, { beginning }: FindOptions<Row> = {}) => {
    const asked = Object.keys(where) as Field[]
    const tests = asked.map((field) => `${columns[field]} = ?`)
    const values = asked.map((field) => where[field] as Value)
    if (beginning) {
      const column = columns[beginning[0] as Field]
      tests.push(`${column} >= ? and ${column} < ?`)
      values.push(beginning[1], `${beginning[1]}\u{10ffff}`)
    }
    return { sql: tests.join(' and ') || 'true', values }
  }
  return {
    put: (row) => void upsert.run(fields.map((field) => row[field] as Value)),
    find(where, options = {}) {
      const { sql, values } = condition(where, options)
      const first = options.highest ? [`${columns[options.highest as Field]} desc`] : []
      const order = [...first, ...keyColumns].join()
      const query = `select ${selected} from ${name} where ${sql} order by ${order} limit ?`
      return statement(query).all(values, options.limit ?? -1) as Row[]
    },
    count(where, options = {}) {
      const { sql, values } = condition(where, options)
      const counted = `select count(*) as n from (select 1 from ${name} where ${sql} limit ?)`
      return (statement(counted).get(values, options.limit ?? -1) as { n: number }).n
    },
    remove(where) {
      const { sql, values } = condition(where)
      statement(`delete from ${name} where ${sql} and ${removable}`).run(values)
    },
  }
}
