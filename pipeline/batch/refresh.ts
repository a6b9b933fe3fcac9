import { layOver } from '../corrections/lay-over.ts'
import type { DocumentId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { KnownSource, Store } from '../store/index.ts'
import { compareClaims } from './compare.ts'
import { linkCopies } from './link-copies.ts'
import { startAnnotator } from './threads.ts'
import { documentFingerprints, findingsFingerprint, sameFingerprint } from './versions.ts'
import { writeExports } from './write-exports.ts'

/** Current documents, each once, that were annotated by other rules, or when less was known of what they name. */
async function staleDocuments(
  store: Store,
  knowledge: Knowledge,
  among?: ReadonlySet<DocumentId>,
): Promise<readonly KnownSource[]> {
  const fingerprintOf = documentFingerprints(knowledge)
  const documents = new Map<string, KnownSource>()
  for (const source of (await store.knownSources()).values())
    if (!documents.has(source.document) && (among?.has(source.document) ?? true))
      documents.set(source.document, source)
  const stale: KnownSource[] = []
  for (const source of documents.values()) {
    const fingerprint = fingerprintOf(await store.textOf(source.document))
    if (!sameFingerprint(source.fingerprint, fingerprint)) stale.push(source)
  }
  return stale
}

/** What a run would make anew: paths of texts, and whether the findings. Files that changed are not looked at. */
export async function staleness(
  store: Store,
  knowledge: Knowledge,
): Promise<{ readonly texts: readonly string[]; readonly findings: boolean }> {
  const texts = (await staleDocuments(store, knowledge)).map(({ path }) => path)
  const made = await store.findingsFingerprint()
  const findings = made === null || !sameFingerprint(made, findingsFingerprint(knowledge))
  return { texts, findings: texts.length > 0 || findings }
}

/**
 * Brings the database and the exports up to date with the knowledge, and gives the number of texts that had to be
 * annotated again: from what is stored of them, so that no file need be there. What is new then is news of the last run.
 */
export async function refresh(
  store: Store,
  knowledge: Knowledge,
  { out, jobs, among, exports = true }: RefreshOptions,
): Promise<number> {
  const run = Math.max(0, ...(await store.runs()).map(({ id }) => id))
  await layOver(store, knowledge)
  const stale = await staleDocuments(store, knowledge, among)
  await annotateAgain(stale, store, knowledge, { jobs, run })
  // Which text is the copy hangs on dates, and a text whose date changed is stale.
  if (!among || stale.length > 0) await linkCopies(store)
  await compareClaims(store, knowledge, run)
  if (exports) await writeExports(store, out)
  return stale.length
}

export interface RefreshOptions {
  readonly out: string
  readonly jobs: number
  /** Where only these texts can be stale: the others are not looked at. */
  readonly among?: ReadonlySet<DocumentId>
  /** False where the exports are written later. */
  readonly exports?: boolean
}

async function annotateAgain(
  stale: readonly KnownSource[],
  store: Store,
  knowledge: Knowledge,
  { jobs, run }: { readonly jobs: number; readonly run: number },
): Promise<void> {
  const fingerprintOf = documentFingerprints(knowledge)
  const annotator = startAnnotator(Math.max(1, Math.min(jobs, stale.length)), knowledge)
  const annotate = async (source: KnownSource): Promise<void> => {
    // What was drawn out of a file, or described beside it, is not whole in its text: the next run reads the file.
    if (!isItsOwnText(source)) return
    const { path, document: id, sha256 } = source
    const text = await store.textOf(id)
    const prepared = await annotator.document({ file: path, path, bytes: new TextEncoder().encode(text) })
    // What fails here fails in the next run, too, which then tells why.
    if (!prepared.ok || prepared.value.document.id !== id) return
    const { document, evidence } = prepared.value
    await store.commitDocument({ ...document, sha256 }, evidence, fingerprintOf(text), run)
  }
  try {
    for (let at = 0; at < stale.length; at += jobs)
      await Promise.all(stale.slice(at, at + jobs).map(annotate))
  } finally {
    await annotator.stop()
  }
}

/** The stored text is the file, and all that is known of it stands in it. */
function isItsOwnText({ format, besideSha256 }: KnownSource): boolean {
  return (format === 'text' || format === 'markdown') && besideSha256 === null
}
