import type { SourceFile } from '../read/index.ts'
import type { Store } from '../store/index.ts'
import { fileOf } from './known-files.ts'

/** A failure of a file that is in none of the folders any more is nobody's to mend. */
export async function forgetGone(
  store: Store,
  files: readonly SourceFile[],
  folders: readonly string[],
): Promise<void> {
  const there = new Set(files.map(({ path }) => path))
  for (const { path } of await store.failures()) {
    const looked = folders.some((folder) => path.startsWith(`${folder}/`))
    if (looked && !there.has(path) && !there.has(fileOf(path))) await store.clearFailure(path)
  }
}
