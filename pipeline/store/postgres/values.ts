/** A value on its way to PostgreSQL, in its text form; bytes as they are. */
export type Sent = string | Uint8Array | null

/** A value as better-sqlite3 gives it. */
export type Given = string | number | Uint8Array | null

/**
 * PostgreSQL's text holds any character but U+0000, which hostile articles do hold. It travels as this character and
 * `0`; the character itself, which Unicode keeps from being one (a noncharacter), travels as itself and `1`.
 */
const ESCAPE = '\uFDD0'

/** Reversible; a text without the two characters stays as it is. */
function escapeNul(text: string): string {
  if (!text.includes('\0') && !text.includes(ESCAPE)) return text
  return text.replaceAll(ESCAPE, `${ESCAPE}1`).replaceAll('\0', `${ESCAPE}0`)
}

/** The way back of `escapeNul`. */
export function unescapeNul(text: string): string {
  if (!text.includes(ESCAPE)) return text
  return text.replace(/\uFDD0([01])/g, (_, which) => (which === '0' ? '\0' : ESCAPE))
}

/**
 * Half of a surrogate pair has no bytes in UTF-8. What better-sqlite3 writes for one is read as three U+FFFD, and ours
 * is to be the same.
 */
function mendHalves(text: string): string {
  return /[\uD800-\uDFFF]/.test(text) ? text.replace(/\p{Surrogate}/gu, '\uFFFD\uFFFD\uFFFD') : text
}

/** Takes what better-sqlite3 takes, and refuses what it refuses. */
export function toSend(value: unknown): Sent {
  switch (typeof value) {
    case 'string':
      return mendHalves(escapeNul(value))
    case 'number':
      // What is no number is NULL in SQLite.
      return Number.isNaN(value) ? null : String(value)
    case 'bigint':
      return String(value)
  }
  if (value === null || value instanceof Uint8Array) return value
  throw new TypeError('a parameter is a number, a string, a bigint, bytes or null')
}

/** Types by their number in pg_type, with how their text form is read; all others stay text. */
const READERS: Readonly<Record<number, (text: string) => Given>> = {
  16: (text) => (text === 't' ? 1 : 0), // bool, as SQLite gives it
  17: (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex')), // bytea
  20: Number, // int8
  21: Number, // int2
  23: Number, // int4
  26: Number, // oid
  700: Number, // float4
  701: Number, // float8
  1700: Number, // numeric
}

/** How a column of this type is read. */
export function readerOf(type: number): (text: string) => Given {
  return READERS[type] ?? unescapeNul
}
