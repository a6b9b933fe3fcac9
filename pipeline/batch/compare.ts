import {
  boundedIn,
  fileForJudging,
  foldLeft,
  judgePortion,
  newClaims,
  startComparison,
  updateFindings,
} from '../conflicts/index.ts'
import { textId } from '../entities/names.ts'
import type { DocumentId, EntityId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { type Moved, updateEntities, type Written } from '../resolve/index.ts'
import type { ComparisonActs, ComparisonWork, Store } from '../store/index.ts'
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
    const changed = resolveTouched(work, knowledge)
    updateFindings(changed, work.comparison, work.findings, libraryOf(work), knowledge)
    return boundedIn(work.comparison)
  })
}

/**
 * The same for a PostgreSQL database, in acts: while one process compares, others may help it (`helpComparing`). Whoever
 * calls it sees to it that nobody else does meanwhile.
 */
export async function compareTogether(store: Store, knowledge: Knowledge, run: number): Promise<void> {
  const fingerprint = findingsFingerprint(knowledge)
  const before = await store.findingsFingerprint()
  if (before && sameFingerprint(before, fingerprint)) return
  const made = { findings: fingerprint, comparison: comparisonFingerprint(knowledge) }
  await store.compareTogether(made, run, actsOf(knowledge))
}

/** Judges claims for a process that compares; gives how many portions, none where nothing waits. */
export async function helpComparing(store: Store, knowledge: Knowledge, run: number): Promise<number> {
  return store.judgeWaiting(actsOf(knowledge), run)
}

/** What each act does; `portion` claims are judged in one unit. */
export function actsOf(knowledge: Knowledge, portion?: number): ComparisonActs {
  const begin = (work: ComparisonWork) =>
    startComparison(work.comparison, work.findings, libraryOf(work), knowledge)
  return {
    file: (work) => fileForJudging(resolveTouched(work, knowledge), begin(work), portion),
    newClaims: ({ comparison }) => newClaims(comparison),
    judge: (number, isNew, work) => judgePortion(number, isNew, begin(work)),
    fold(work) {
      foldLeft(begin(work))
      return boundedIn(work.comparison)
    },
  }
}

/** Brings the entities up to date; gives the texts that are to be compared. */
function resolveTouched(work: ComparisonWork, knowledge: Knowledge): ReadonlySet<DocumentId> {
  const moved = updateEntities(namingTexts(work), work.naming, work.entities, catalogueOf(knowledge))
  return new Set([...work.touched, ...concerned(moved, work)])
}

/** Texts that are read at one go. */
const READ = 200

function* namingTexts({ touched, texts }: ComparisonWork) {
  for (let from = 0; from < touched.length; from += READ) {
    const some = touched.slice(from, from + READ)
    texts.aheadEntities(some)
    for (const id of some) yield { id, entities: texts.document(id) ? texts.entities(id) : [] }
  }
}

/**
 * Texts that speak of somebody who is somebody else now or known otherwise, of what is part of such, or of what now
 * bears a place's name, or no longer.
 */
function concerned(moved: Moved, { naming, texts }: ComparisonWork): ReadonlySet<DocumentId> {
  const entities = new Set([...moved.entities, ...texts.namesakes([...moved.placeNames])])
  const ids = new Set(moved.ids)
  for (let next: readonly EntityId[] = [...entities]; next.length > 0; ) {
    naming.redirects.ahead('canonical', next)
    const names = next.flatMap((one) => [
      one,
      ...naming.redirects.find({ canonical: one }).map((row) => row.entity),
    ])
    naming.parts.ahead('whole', names)
    const parts = names.flatMap((whole) => naming.parts.find({ whole }).map(({ entity }) => entity))
    for (const name of names) ids.add(name)
    next = [...new Set(parts)].filter((part) => !entities.has(part))
    for (const part of next) entities.add(part)
  }
  naming.named.ahead('entity', ids)
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
