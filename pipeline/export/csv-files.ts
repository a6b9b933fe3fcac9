import { join } from 'node:path'
import type { ClaimRecord, DocumentRecord } from '../model/record.ts'
import { writeClaimsCsv } from './claims-csv.ts'
import { writeConflictsCsv } from './conflicts-csv.ts'
import { deepLinks } from './deep-link.ts'
import { writeDisputesCsv } from './disputes-csv.ts'
import type { Exportable } from './exportable.ts'
import { keepText } from './texts.ts'

/** A file that was written, with what it holds: 1204 and "claims". */
export interface ExportedFile {
  readonly path: string
  readonly rows: number
  readonly of: 'claims' | 'evidence' | 'disputes' | 'annotations' | 'tables'
}

export interface ExportOptions {
  /** Gives a document's text, in the same length, with its markup blanked; links lead to what a browser shows. */
  readonly mask: (document: DocumentRecord) => string
  /** Beside each plain CSV file one for spreadsheets. */
  readonly excel?: boolean
}

/**
 * Writes `claims.csv`, `conflicts.csv` and `disputes.csv` into a folder, and the texts that no file holds as they are.
 * They hold no clock reading and no run number: the same sources, annotations and verdicts give the same bytes.
 * Throws a `UserError` where a file cannot be written.
 */
export async function exportFindings(
  store: Exportable,
  directory: string,
  { mask, excel = false }: ExportOptions,
): Promise<readonly ExportedFile[]> {
  const links = deepLinks(mask)
  const files: ExportedFile[] = []
  for (const spreadsheet of excel ? [false, true] : [false]) {
    const file = (name: string) => join(directory, `${name}${spreadsheet ? '-excel' : ''}.csv`)
    const options = { links, spreadsheet }
    const [claims, conflicts, disputes] = [file('claims'), file('conflicts'), file('disputes')]
    const rows = await writeClaimsCsv(keepingTexts(store.streamClaims(), directory), claims, options)
    files.push({ path: claims, rows, of: 'claims' })
    const evidence = await writeConflictsCsv(store.streamConflicts(), conflicts, options)
    files.push({ path: conflicts, rows: evidence, of: 'evidence' })
    const told = await writeDisputesCsv(store.streamConflicts(), disputes, options)
    files.push({ path: disputes, rows: told, of: 'disputes' })
  }
  return files
}

/** Passes claims on; with the first one of each document, its text is kept. */
async function* keepingTexts(
  claims: AsyncIterable<ClaimRecord>,
  directory: string,
): AsyncGenerator<ClaimRecord> {
  let last: string | null = null
  for await (const claim of claims) {
    if (claim.document.id !== last) {
      last = claim.document.id
      await keepText(claim.document, directory)
    }
    yield claim
  }
}
