import { join } from 'node:path'
import type { ClaimRecord, ConflictRecord, DocumentRecord } from '../model/record.ts'
import { writeClaimsCsv } from './claims-csv.ts'
import { writeConflictsCsv } from './conflicts-csv.ts'
import { deepLinks } from './deep-link.ts'
import { writeDisputesCsv } from './disputes-csv.ts'
import { keepText } from './texts.ts'

export { annotationLine, toAnnotation } from './annotation.ts'
export { writeClaimsCsv } from './claims-csv.ts'
export { writeConflictsCsv } from './conflicts-csv.ts'

/** Raised when what an export holds changes. */
export const VERSION = '2'

/** What an export reads: the store's face, as far as it is needed here; a selection of it does as well. */
export interface Exportable {
  streamClaims(): AsyncIterable<ClaimRecord>
  streamConflicts(): AsyncIterable<ConflictRecord>
}

export interface ExportOptions {
  /** Gives a document's text, in the same length, with its markup blanked; links lead to what a browser shows. */
  readonly mask: (document: DocumentRecord) => string
  /** Beside each plain CSV file one for spreadsheets. */
  readonly excel?: boolean
}

/** How many rows each file holds. */
export interface Exported {
  readonly claims: number
  readonly evidence: number
  readonly disputes: number
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
): Promise<Exported> {
  const links = deepLinks(mask)
  const write = async (suffix: string, spreadsheet: boolean): Promise<Exported> => {
    const file = (name: string) => join(directory, `${name}${suffix}.csv`)
    const options = { links, spreadsheet }
    const claims = await writeClaimsCsv(
      keepingTexts(store.streamClaims(), directory),
      file('claims'),
      options,
    )
    const evidence = await writeConflictsCsv(store.streamConflicts(), file('conflicts'), options)
    const disputes = await writeDisputesCsv(store.streamConflicts(), file('disputes'), options)
    return { claims, evidence, disputes }
  }
  const exported = await write('', false)
  if (excel) await write('-excel', true)
  return exported
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
