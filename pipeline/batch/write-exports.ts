import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { exportFindings, VERSION } from '../export/index.ts'
import type { Store } from '../store/index.ts'
import { maskDocument } from './mask.ts'

const FILES = ['claims.csv', 'conflicts.csv', 'disputes.csv']

/**
 * Brings the CSV files of an output folder up to date. Where nothing that they hold has changed since they were written,
 * and nobody touched them, they are left: of ten thousand articles, they take longer than looking for what is new.
 */
export async function writeExports(store: Store, out: string): Promise<void> {
  const before = stampOf(out)
  if (before !== null && before === (await store.exported())) return
  mkdirSync(out, { recursive: true })
  const state = await store.stamp()
  await exportFindings(store, out, { mask: maskDocument })
  const after = stampOf(out)
  // What came in between is not in them.
  if (after !== null && state === (await store.stamp())) await store.markExported(after)
}

/** How the files look from outside, and by which rules they were written; null where one is missing. */
function stampOf(out: string): string | null {
  const seen = FILES.map((name) => statSync(join(out, name), { throwIfNoEntry: false }))
  if (seen.some((file) => !file)) return null
  return JSON.stringify([VERSION, ...seen.map((file) => [file!.size, file!.mtimeMs])])
}
