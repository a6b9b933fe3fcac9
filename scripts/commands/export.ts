import { join } from 'node:path'
import { keepTexts } from '../../pipeline/batch/kept-texts.ts'
import { maskDocument } from '../../pipeline/batch/mask.ts'
import { type ExportFormat, exportAs, FORMATS } from '../../pipeline/export/index.ts'
import { UsageError } from '../../pipeline/model/errors.ts'
import type { ClaimFilter, ConflictFilter } from '../../pipeline/store/index.ts'
import { plainJson } from '../terminal/plain.ts'
import { openTerminal } from '../terminal/terminal.ts'
import { withStore } from './database.ts'
import type { SharedOptions } from './options.ts'

export interface ExportCommandOptions extends SharedOptions {
  readonly format: string
  /** Where the files go. */
  readonly to?: string
  readonly excel?: boolean
  readonly about?: string
  readonly type?: string
  readonly source?: string
  /** A day. */
  readonly since?: string
  /** Number of a run. */
  readonly changedSince?: number
  readonly inConflict?: boolean
  readonly decided?: boolean
}

/**
 * `gainsay export`: all findings into the folder of the database, or a selection of them into `selection/` there, so
 * that a part never stands in the place of the whole.
 */
export async function exportCommand(options: ExportCommandOptions): Promise<number> {
  const terminal = openTerminal(options)
  const format = FORMATS.find((known) => known === options.format)
  if (!format) throw notKnown(options.format)
  if (options.excel && format !== 'csv' && format !== 'csvw') {
    throw new UsageError('--excel goes with --format csv.')
  }
  const filter = filterOf(options)
  const selection = Object.keys(filter).length > 0
  const directory = options.to ?? (selection ? join(options.out, 'selection') : options.out)
  return withStore(options, async (store) => {
    if (options.db !== undefined) await keepTexts(store, options.out)
    if (options.about !== undefined && (await store.findEntities(options.about)).length === 0) {
      terminal.say(`No text names "${options.about}"; claims with these words are looked for.`)
    }
    const part = {
      claimParts: () => store.claimParts(filter),
      conflictParts: () => store.conflictParts(conflictFilterOf(filter)),
    }
    const written = { format, selection, mask: maskDocument, excel: options.excel === true }
    const files = await exportAs(part, directory, written)
    if (options.json) terminal.print(plainJson(files))
    else
      for (const { path, rows, of } of files)
        terminal.print(`${path}: ${rows} ${rows === 1 ? of.replace(/s$/, '') : of}`)
    return 0
  })
}

function filterOf(options: ExportCommandOptions): Omit<ClaimFilter, 'limit' | 'offset'> {
  const { about, type, source, since, changedSince, inConflict, decided } = options
  if (since !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(since)) {
    throw new UsageError(`--since ${since}: this is no day.`, { remedy: 'Give one like 2026-03-31.' })
  }
  return {
    ...(about !== undefined && { about }),
    ...(type !== undefined && { type }),
    ...(source !== undefined && { source }),
    ...(since !== undefined && { publishedSince: since }),
    ...(changedSince !== undefined && { changedSinceRun: changedSince }),
    ...(inConflict && { onlyInConflict: true }),
    ...(decided && { onlyDecided: true }),
  }
}

/** The same selection of disputes; the type is one of relations, of which a dispute has none but its claims'. */
function conflictFilterOf({
  type,
  onlyInConflict,
  kind,
  factuality,
  ...filter
}: ClaimFilter): ConflictFilter {
  return { ...filter, ...(type !== undefined && { relation: type }) }
}

function notKnown(format: string): UsageError {
  const formats: readonly ExportFormat[] = FORMATS
  return new UsageError(`--format ${format}: there is no such one.`, {
    remedy: `Give one of ${formats.join(', ')}.`,
  })
}
