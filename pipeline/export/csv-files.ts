import { join } from 'node:path'
import { EXPORTED, type Exported, type Part, type WrittenParts } from '../model/part.ts'
import type { ClaimRecord, DocumentRecord } from '../model/record.ts'
import { writeClaimsCsv } from './claims-csv.ts'
import { writeConflictsCsv } from './conflicts-csv.ts'
import type { CsvOptions, WrittenCsv } from './csv-file.ts'
import { deepLinks } from './deep-link.ts'
import { writeDisputesCsv } from './disputes-csv.ts'
import type { Exportable } from './exportable.ts'
import { keptParts } from './kept-parts.ts'
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

/** What the files of a folder hold, and of which texts and disputes they may say what holds no longer. */
export interface ExportedBefore {
  readonly parts: WrittenParts
  readonly changed: Readonly<Record<Exported, ReadonlySet<string>>>
}

/** What a file counts. */
const OF = { claims: 'claims', conflicts: 'evidence', disputes: 'disputes' } as const

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
  for (const spreadsheet of excel ? [false, true] : [false])
    for (const name of EXPORTED) {
      const path = csvPath(directory, spreadsheet ? `${name}-excel` : name)
      const { rows } = await writeFile(name, store, directory, path, { links, spreadsheet })
      files.push({ path, rows, of: OF[name] })
    }
  return files
}

/**
 * The same, for a folder whose files are as they were written: only what changed since is made again, all else is
 * copied. Without `before`, all is made. Tells where the parts stand now, and how many were copied.
 */
export async function updateFindings(
  store: Exportable,
  directory: string,
  { mask }: Pick<ExportOptions, 'mask'>,
  before: ExportedBefore | null,
): Promise<{ readonly parts: WrittenParts; readonly copied: number }> {
  const links = deepLinks(mask)
  const parts: Partial<Record<Exported, WrittenCsv['parts']>> = {}
  let copied = 0
  for (const name of EXPORTED) {
    const path = csvPath(directory, name)
    const kept = before && (await keptParts(path, before.parts[name], before.changed[name]))
    try {
      const written = await writeFile(name, store, directory, path, { links, ...(kept && { kept }) })
      parts[name] = written.parts
      copied += written.copied
    } finally {
      await kept?.close()
    }
  }
  return { parts: parts as WrittenParts, copied }
}

/** Where a CSV file stands. */
export function csvPath(directory: string, name: string): string {
  return join(directory, `${name}.csv`)
}

async function writeFile(
  name: Exported,
  store: Exportable,
  directory: string,
  path: string,
  options: CsvOptions,
): Promise<WrittenCsv> {
  if (name === 'claims')
    return writeClaimsCsv(keepingTexts(await store.claimParts(), directory), path, options)
  const write = name === 'conflicts' ? writeConflictsCsv : writeDisputesCsv
  return write(await store.conflictParts(), path, options)
}

/** Passes claims on; where those of a text are read, the text is kept. */
function* keepingTexts(claims: Iterable<Part<ClaimRecord>>, directory: string): Generator<Part<ClaimRecord>> {
  for (const { id, rows } of claims) {
    const keeping = async () => {
      const read = await rows()
      if (read[0]) await keepText(read[0].document, directory)
      return read
    }
    yield { id, rows: keeping }
  }
}
