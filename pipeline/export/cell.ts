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

/** What Excel holds in a cell, in UTF-16 units; a longer one breaks the row. */
const LONGEST_CELL = 32_767
const CUT_MARK = ' […cut]'

/**
 * A cell as a spreadsheet may be given it: what it would take for a formula (`= + - @`, tab, CR; OWASP's CSV
 * injection) has an apostrophe before it, and what is too long for a cell is cut, with a mark.
 */
export function spreadsheetCell(text: string): string {
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  if (guarded.length <= LONGEST_CELL) return guarded
  return guarded.slice(0, LONGEST_CELL - CUT_MARK.length).replace(/[\ud800-\udbff]$/, '') + CUT_MARK
}
