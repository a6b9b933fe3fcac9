import type { Database, Statement } from '../sql.ts'
import type { Item, Outcome } from './messages.ts'
import { plainInsert } from './parcels.ts'
import type { Session } from './session.ts'
import { arrange, translate } from './translate.ts'
import type { Units } from './units.ts'
import { type Given, type Sent, toSend } from './values.ts'

/** Rows that one step of `iterate` fetches. */
const PAGE = 200

/** Statements on a connection: `run` waits for company inside of a unit; alone, each is a unit of its own. */
export function preparer(
  session: Session,
  units: Units,
  explained: <T>(work: () => T) => T,
): Database['prepare'] {
  let cursors = 0

  /** All rows, a page at a time; the unit's end closes what somebody left in the middle. */
  function* pages(text: string, values: readonly Sent[]): Generator<Outcome> {
    const cursor = `cursor_${++cursors}`
    session.later({ sql: `declare ${cursor} no scroll cursor for ${text}`, values, rows: false })
    for (;;) {
      const page = session.ask({ sql: `fetch ${PAGE} from ${cursor}`, values: null, rows: true })
      yield page
      if (page.rows.length < PAGE) break
    }
    session.later({ sql: `close ${cursor}`, values: null, rows: false })
  }

  return function prepare<P extends readonly unknown[], R>(sql: string): Statement<P, R> {
    const { text, parameters } = translate(sql)
    const reads = /^\s*(?:select|with)\b/i.test(sql) && !/\b(?:insert|update|delete)\b/i.test(sql)
    const valuesOf = (given: readonly unknown[]) => arrange(given, parameters).map(toSend)
    const insert = plainInsert(text)
    let plucked = false
    const rowsOf = ({ columns, rows }: Outcome): R[] =>
      rows.map((row) => (plucked ? row[0] : objectOf(columns, row)) as R)
    const ask = (item: Item): Outcome => {
      if (units.open()) return session.ask(item)
      return explained(() => (reads ? units.again : units.write)(() => session.ask(item)))
    }
    const all = (given: readonly unknown[]): R[] =>
      rowsOf(ask({ sql: text, values: valuesOf(given), rows: true }))
    return {
      get: (...given) => all(given)[0],
      all: (...given) => all(given),
      *iterate(...given) {
        if (!units.open()) yield* all(given)
        else for (const page of pages(text, valuesOf(given))) yield* rowsOf(page)
      },
      run(...given) {
        const item: Item = { sql: text, values: valuesOf(given), rows: false }
        if (!units.open()) return { changes: ask(item).changes }
        const later = session.later(item, insert)
        return {
          get changes() {
            return later.outcome().changes
          },
        }
      },
      pluck() {
        plucked = true
        return this
      },
    }
  }
}

function objectOf(columns: readonly string[], row: readonly Given[]): Record<string, Given> {
  const object: Record<string, Given> = {}
  for (let at = 0; at < columns.length; at++) object[columns[at]!] = row[at]!
  return object
}
