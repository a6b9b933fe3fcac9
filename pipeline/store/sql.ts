/**
 * A connection to a database, as the store uses one: the little of better-sqlite3's face that PostgreSQL is given, too
 * (`postgres/`). It is synchronous on purpose: what is inside a transaction cannot be interrupted by anything else that
 * this process does, and the comparison of texts is plain code over tables. One text of SQL serves both databases; where
 * they must differ, `dialect` tells.
 */
export interface Database {
  readonly dialect: Dialect
  /** Parameters are `?` in their order, or `@name` of one object. */
  prepare<P extends readonly unknown[] = readonly unknown[], R = unknown>(sql: string): Statement<P, R>
  /** One or more statements without parameters. */
  exec(sql: string): void
  /**
   * Runs all of it or nothing. Inside another unit it is a part of that one. `immediate` is for what writes; `deferred`
   * sees one state of the database.
   */
  transaction<T>(work: () => T): { immediate(): T; deferred(): T }
  /**
   * Until the transaction ends, whoever else asks for the same name waits: for what is read first and then written. SQLite
   * has one writer at a time, and needs none.
   */
  lock(name: string): void
  close(): void
}

export interface Statement<P extends readonly unknown[] = readonly unknown[], R = unknown> {
  get(...parameters: Parameters<P>): R | undefined
  all(...parameters: Parameters<P>): R[]
  iterate(...parameters: Parameters<P>): IterableIterator<R>
  /** May be sent later, with what follows, but before anything is read and before the transaction ends. */
  run(...parameters: Parameters<P>): { readonly changes: number }
  /** Gives the first column instead of the row. */
  pluck(): this
}

/** A list of values, also as one array; or one object with the values by name. */
type Parameters<P extends readonly unknown[]> =
  | P
  | readonly [P]
  | readonly [Readonly<Record<string, unknown>>]

export type Dialect = 'sqlite' | 'postgres'
