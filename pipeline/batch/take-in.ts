import type { Note, Source } from '../model/document.ts'
import { UserError } from '../model/errors.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { metadataFinder, type ReadOptions, type SourceFile } from '../read/index.ts'
import type { CommitOutcome, Store } from '../store/index.ts'
import { besideSha256Of, knownFiles } from './known-files.ts'
import { loadFile } from './load-file.ts'
import { type LoadedFile, type Outcome, type PreparedDocument, reasonOf } from './prepare.ts'
import type { Annotator } from './threads.ts'
import { documentFingerprints } from './versions.ts'

/** What became of one article of a file. */
export type TakenIn = { readonly path: string } & (
  | { readonly kind: CommitOutcome; readonly words: number; readonly notes: readonly Note[] }
  | { readonly kind: 'failed'; readonly reason: string }
)

export interface TakingIn {
  readonly reading?: ReadOptions
  /** Reads and annotates again what did not change, too. */
  readonly force?: boolean
  /** Called with every article before it is stored. */
  readonly keep?: (source: Source) => void
}

/** Articles of one file that a thread gives back at a time: their layers are large. */
export const PORTION = 100

/**
 * Gives a function that begins to load a file, and gives the one that takes it in, with all its articles: in a folder in
 * which nothing changed, most of the time goes by waiting for the disk. What is wrong with the file comes back as its
 * failure; what is wrong with the database is wrong for every file, and is thrown.
 */
export async function startTakingIn(
  store: Store,
  annotator: Annotator,
  knowledge: Knowledge,
  run: number,
  { reading = {}, force = false, keep }: TakingIn = {},
) {
  const fingerprintOf = documentFingerprints(knowledge)
  const known = await knownFiles(store, knowledge)
  const besideOf = metadataFinder()

  const fail = async (path: string, error: unknown): Promise<TakenIn> => {
    const reason = typeof error === 'string' ? error : reasonOf(error, path)
    await store.recordFailure(path, reason, run)
    return { path, kind: 'failed', reason }
  }

  const commit = async (outcome: Outcome<PreparedDocument>, path: string, besideSha256: string | null) => {
    if (!outcome.ok) return fail(outcome.path ?? path, outcome.reason)
    const { document, evidence, words } = outcome.value
    const fingerprint = fingerprintOf(document.text)
    try {
      keep?.(document)
      const kind = await store.commitDocument(document, evidence, fingerprint, run, besideSha256)
      return { path: document.path, kind, words, notes: document.notes }
    } catch (error) {
      if (error instanceof UserError) throw error
      return fail(document.path, error)
    }
  }

  const load = async (file: SourceFile) => {
    const beside = besideOf(file.file, file.path)
    return { besideSha256: besideSha256Of(beside), loaded: await loadFile(file, { ...reading, beside }) }
  }

  const takeIn = async (file: SourceFile, loading: ReturnType<typeof load>): Promise<readonly TakenIn[]> => {
    let loaded: LoadedFile
    let besideSha256: string | null
    try {
      ;({ loaded, besideSha256 } = await loading)
    } catch (error) {
      return [await fail(file.path, error)]
    }
    const unchanged = force ? null : await known.unchanged(file.path, loaded.bytes, besideSha256)
    if (unchanged) {
      if (known.hasFailed(file.path)) await store.clearFailure(file.path)
      return unchanged.map(({ path }) => ({ path, kind: 'unchanged', words: 0, notes: [] }))
    }
    const taken: TakenIn[] = []
    for (let from = 0; ; from += PORTION) {
      const options = { ...loaded.options, from, count: PORTION }
      const outcomes = await annotator.documents({ ...loaded, options })
      for (const outcome of outcomes) taken.push(await commit(outcome, file.path, besideSha256))
      if (outcomes.length < PORTION) break
    }
    if (taken.every(({ path }) => path !== file.path)) await store.clearFailure(file.path)
    return taken
  }

  return (file: SourceFile) => {
    const loading = load(file)
    // Told when its turn comes; should it never come, it is nobody's.
    loading.catch(() => undefined)
    return () => takeIn(file, loading)
  }
}
