import { mkdirSync, statSync } from 'node:fs'
import { csvPath, updateFindings, VERSION } from '../export/index.ts'
import { EXPORTED } from '../model/part.ts'
import type { Store } from '../store/index.ts'
import { maskDocument } from './mask.ts'
import { PIPELINE_VERSION } from './versions.ts'

/**
 * Brings the CSV files of an output folder up to date. Where nobody touched them since they were written, only the rows
 * of texts and disputes that changed since are made again, and all others copied; where nothing changed, the files are
 * left. Of ten thousand articles, making all rows takes longer than taking in what is new. Tells how many texts and
 * disputes were copied, and how many made, in all files; null where the files are left.
 */
export async function writeExports(
  store: Store,
  out: string,
): Promise<{ readonly made: number; readonly copied: number } | null> {
  const state = await store.stamp()
  const exported = await store.exported()
  const before = exported !== null && exported.stamp === looksOf(out) ? exported : null
  if (before && Object.values(before.changed).every(({ size }) => size === 0)) return null
  mkdirSync(out, { recursive: true })
  const { parts, copied } = await updateFindings(store, out, { mask: maskDocument }, before)
  const looks = looksOf(out)
  // What came in between is not in them.
  if (looks !== null) await store.markExported(looks, parts, state)
  const all = Object.values(parts).reduce((sum, { length }) => sum + length, 0)
  return { made: all - copied, copied }
}

/** How the files look from outside, and by which rules they were written; null where one is missing. */
function looksOf(out: string): string | null {
  const files = EXPORTED.map((name) => statSync(csvPath(out, name), { throwIfNoEntry: false }))
  const looks = files.flatMap((file) => (file ? [[file.size, file.mtimeMs, file.ctimeMs]] : []))
  return looks.length < files.length ? null : JSON.stringify([VERSION, PIPELINE_VERSION, looks])
}
