import { dirname } from 'node:path'
import { checkRow } from './check-row.ts'
import { openExport } from './read-rows.ts'
import { type SourceFolders, sourceTexts } from './source-texts.ts'

export interface RowProblem {
  /** As spreadsheets count: the header is 1. */
  readonly row: number
  /** In a few words each. */
  readonly problems: readonly string[]
}

export interface VerifyOptions extends SourceFolders {
  /** Called for each row that fails, in the order of the file. */
  readonly onProblem: (problem: RowProblem) => void
}

/** How many rows were looked at, and how many of them fail. */
export interface Verified {
  readonly rows: number
  readonly failed: number
}

/**
 * Reads an export back and holds every row against its source: hashes of file and text, offsets, quote with what
 * stands around it, and the link's words. Throws a `UserError` for a file that is no such export.
 */
export async function verifyExport(file: string, options: VerifyOptions): Promise<Verified> {
  const { spreadsheet, rows } = await openExport(file)
  const open = sourceTexts({ ...options, exports: [dirname(file), ...options.exports] })
  let count = 0
  let failed = 0
  for await (const row of rows) {
    count++
    const source = await open(row.cell('source_path')!, row.cell('text_sha256')!)
    const problems = checkRow(row, source, { spreadsheet })
    if (problems.length === 0) continue
    failed++
    options.onProblem({ row: row.number, problems })
  }
  return { rows: count, failed }
}
