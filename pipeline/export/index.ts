export { annotationLine, toAnnotation } from './annotation.ts'
export { writeClaimsCsv } from './claims-csv.ts'
export { writeConflictsCsv } from './conflicts-csv.ts'
export {
  csvPath,
  type ExportedBefore,
  type ExportedFile,
  type ExportOptions,
  exportFindings,
  updateFindings,
} from './csv-files.ts'
export type { Exportable } from './exportable.ts'
export { type ExportFormat, exportAs, FORMATS } from './formats.ts'
export { runsCsv } from './runs-csv.ts'
export { type RowProblem, type Verified, verifyExport } from './verify/index.ts'

/** Raised when what an export holds changes. */
export const VERSION = '2'
