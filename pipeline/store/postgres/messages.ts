import type { Given, Sent } from './values.ts'

/** One statement; without values it may be several, and needs no plan. */
export interface Item {
  readonly sql: string
  readonly values: readonly Sent[] | null
  /** Rows are wanted; else only how many there were. */
  readonly rows: boolean
}

/** What the calling thread asks of the thread that holds the connection. */
export type Request =
  | { readonly kind: 'connect'; readonly url: string }
  /** All are sent at once; they run in their order. */
  | { readonly kind: 'run'; readonly items: readonly Item[] }
  | { readonly kind: 'close' }

/** What one statement gave. */
export interface Outcome {
  readonly changes: number
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Given[])[]
}

/** Plain data: an `Error` would lose its fields between threads. */
export interface Failure {
  readonly message: string
  /** SQLSTATE, or Node's code (`ECONNREFUSED`); empty where there is none. */
  readonly code: string
  readonly detail: string
  /** The connection is gone; what was not committed did not happen. */
  readonly lost: boolean
  /** Which statement; null where none. */
  readonly sql: string | null
}

export type Answer =
  | { readonly ok: true; readonly outcomes: readonly Outcome[] }
  | { readonly ok: false; readonly failure: Failure }
