/** What a cell can hold; null is an empty cell: unknown. */
export type Cell = string | number | null

/**
 * A text as a CSV cell shows it: each line break (CRLF, LF or CR) is one space, so that a record is one physical line
 * (DuckDB stumbles over bare line feeds in quoted cells), and NUL, which ends a text for SQLite's shell and stops
 * Python's csv module, is U+FFFD. Whoever compares a cell with the source passes the source's words through here.
 */
export function cellText(text: string): string {
  return text.replace(/\r\n|[\n\r]/g, ' ').replaceAll('\0', '\ufffd')
}

/** Several values in one cell. */
export function cellList(values: readonly string[]): string | null {
  return values.length > 0 ? values.join(' | ') : null
}
