import { findConflicts } from '../conflicts/index.ts'
import { textId } from '../entities/names.ts'
import type { Resolution } from '../model/corpus.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { resolveEntities } from '../resolve/index.ts'
import type { Store } from '../store/index.ts'
import { buildCorpus } from './corpus.ts'
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
  const resolution = withTextIds(resolveEntities(linked, knowledge), knowledge)
  await store.saveResolution(resolution)
  await store.saveFindings(findConflicts(buildCorpus(stored, resolution), knowledge), fingerprint, run)
}

/**
 * Adds the ids that a text alone gives the catalogue's names. A text that was read before a name was written down used
 * such an id, and no longer does when it is read again: whoever noted the id down still finds the entity by it.
 */
function withTextIds({ canonical, entities }: Resolution, { entities: catalogue }: Knowledge): Resolution {
  const all = new Map(canonical)
  for (const { id, type, name, aliases } of catalogue)
    for (const written of [name, ...aliases]) {
      const textual = textId(type, written)
      if (!all.has(textual)) all.set(textual, all.get(id)!)
    }
  return { canonical: all, entities }
}
