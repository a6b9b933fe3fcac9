import { boundedIn, updateFindings } from '../conflicts/index.ts'
import { textId } from '../entities/names.ts'
import type { DocumentId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { type Moved, updateEntities, type Written } from '../resolve/index.ts'
import type { ComparisonWork, Store } from '../store/index.ts'
import { libraryOf } from './corpus.ts'
import { comparisonFingerprint, findingsFingerprint, sameFingerprint } from './versions.ts'

/**
 * Everybody's claims, side by side: entities across documents, then disputes. Only what hangs together with texts that
 * changed since is resolved and compared again, and what hangs together with entities that people changed; with another
 * program, other relations or other cue words, everything is.
 */
export async function compareClaims(store: Store, knowledge: Knowledge, run: number): Promise<void> {
  const fingerprint = findingsFingerprint(knowledge)
  const before = await store.findingsFingerprint()
  if (before && sameFingerprint(before, fingerprint)) return
  const made = { findings: fingerprint, comparison: comparisonFingerprint(knowledge) }
  await store.compare(made, run, (work) => {
    const { touched, naming, entities, comparison, findings } = work
    const moved = updateEntities(namingTexts(work), naming, entities, catalogueOf(knowledge))
    const changed = new Set([...touched, ...concerned(moved, work)])
    updateFindings(changed, comparison, findings, libraryOf(work), knowledge)
    return boundedIn(comparison)
  })
}

function* namingTexts({ touched, texts }: ComparisonWork) {
  for (const id of touched) yield { id, entities: texts.document(id) ? texts.entities(id) : [] }
}

/**
 * Texts that speak of somebody who is somebody else now or known otherwise, of what is part of such, or of what now
 * bears a place's name, or no longer.
 */
function concerned(moved: Moved, { naming, texts }: ComparisonWork): ReadonlySet<DocumentId> {
  const entities = new Set([...moved.entities, ...[...moved.placeNames].flatMap(texts.namesakes)])
  const ids = new Set(moved.ids)
  for (const entity of entities)
    for (const id of [entity, ...naming.redirects.find({ canonical: entity }).map((row) => row.entity)]) {
      ids.add(id)
      for (const part of naming.parts.find({ whole: id })) entities.add(part.entity)
    }
  return new Set([...ids].flatMap((entity) => naming.named.find({ entity }).map(({ document }) => document)))
}

/**
 * The catalogue, with the ids that a text alone gives its names. A text that was read before a name was written down
 * used such an id, and no longer does when it is read again: whoever noted the id down still finds the entity by it.
 */
function catalogueOf({ entities }: Knowledge): readonly Written[] {
  return entities.map((entity) => ({
    ...entity,
    textIds: [entity.name, ...entity.aliases].map((name) => textId(entity.type, name)),
  }))
}
