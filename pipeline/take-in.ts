import { loadFile } from './load-file.ts'
import type { Note } from './model/document.ts'
import { UserError } from './model/errors.ts'
import { sha256 } from './model/ids.ts'
import type { Knowledge } from './model/knowledge.ts'
import { type LoadedFile, reasonOf } from './prepare.ts'
import type { SourceFile } from './read/index.ts'
import type { CommitOutcome, KnownSource, Store } from './store/index.ts'
import type { Annotator } from './threads.ts'
import { documentFingerprints, sameFingerprint } from './versions.ts'

/** What became of one file. */
export type TakenIn =
  | { readonly kind: CommitOutcome; readonly words: number; readonly notes: readonly Note[] }
  | { readonly kind: 'failed'; readonly reason: string }

/**
 * Gives a function that takes one file in. What is wrong with the file comes back as its failure; what is wrong with
 * the database is wrong for every file, and is thrown.
 */
export async function startTakingIn(store: Store, annotator: Annotator, knowledge: Knowledge, run: number) {
  const fingerprintOf = documentFingerprints(knowledge)
  const known = await store.knownSources()

  const fail = async ({ path }: SourceFile, error: unknown): Promise<TakenIn> => {
    const reason = typeof error === 'string' ? error : reasonOf(error, path)
    await store.recordFailure(path, reason, run)
    return { kind: 'failed', reason }
  }

  const isUpToDate = async ({ document, fingerprint }: KnownSource): Promise<boolean> =>
    sameFingerprint(fingerprint, fingerprintOf(await store.textOf(document)))

  return async (file: SourceFile): Promise<TakenIn> => {
    let loaded: LoadedFile
    try {
      loaded = await loadFile(file)
    } catch (error) {
      return fail(file, error)
    }
    const before = known.get(file.path)
    if (before && before.sha256 === sha256(loaded.bytes) && (await isUpToDate(before))) {
      await store.clearFailure(file.path)
      return { kind: 'unchanged', words: 0, notes: [] }
    }
    const prepared = await annotator.document(loaded)
    if (!prepared.ok) return fail(file, prepared.reason)
    const { document, evidence, words } = prepared.value
    try {
      return {
        kind: await store.commitDocument(document, evidence, fingerprintOf(document.text), run),
        words,
        notes: document.notes,
      }
    } catch (error) {
      if (error instanceof UserError) throw error
      return fail(file, error)
    }
  }
}
