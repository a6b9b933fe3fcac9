import { findConflicts } from './conflicts/index.ts'
import { buildCorpus } from './corpus.ts'
import type { Knowledge } from './model/knowledge.ts'
import { resolveEntities } from './resolve/index.ts'
import type { Store } from './store/index.ts'
import { findingsFingerprint, sameFingerprint } from './versions.ts'

/**
 * Everybody's claims, side by side: entities across documents, then disputes. Not again where nothing that they
 * depend on has changed since.
 */
export async function compareClaims(store: Store, knowledge: Knowledge, run: number): Promise<void> {
  const fingerprint = findingsFingerprint(knowledge)
  const before = await store.findingsFingerprint()
  if (before && sameFingerprint(before, fingerprint)) return
  const stored = await store.loadCorpus()
  const linked = stored.map(({ document, entities }) => ({ id: document.id, entities }))
  const resolution = resolveEntities(linked, knowledge)
  await store.saveResolution(resolution)
  await store.saveFindings(findConflicts(buildCorpus(stored, resolution), knowledge), fingerprint, run)
}
