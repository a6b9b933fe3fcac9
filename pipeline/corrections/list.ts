import type {
  Correction,
  CorrectionId,
  CorrectionRecord,
  CorrectionState,
  SourceCorrection,
} from '../model/correction.ts'
import type { ClaimId, DocumentId } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { databaseOf, type Place } from '../model/place.ts'
import { openStore, type Store } from '../store/index.ts'
import { correctClaims } from './correct-claims.ts'
import { correctionsOf, spokenOf, undoneIn } from './in-force.ts'
import { inWords } from './in-words.ts'
import { loadAnnotations } from './load.ts'

/** What the store says of a text that corrections speak of. */
interface Standing {
  readonly document: DocumentId
  readonly paths: readonly string[]
  readonly states: ReadonlyMap<CorrectionId, CorrectionState>
  readonly claimOf: ReadonlyMap<CorrectionId, ClaimId>
}

/** Every entry of the log in its order, with what became of it. */
export async function listCorrections({
  annotations,
  ...place
}: Place & { readonly annotations: string }): Promise<readonly CorrectionRecord[]> {
  const knowledge = loadAnnotations(annotations)
  const log = knowledge.corrections ?? []
  if (log.length === 0) return []
  const store = await openStore(databaseOf(place), { readonly: true })
  try {
    const standing = await standings(log, store, knowledge)
    const undone = undoneIn(log)
    return log.map((correction) => {
      const told = spokenOf(correction, log)
      const text = told ? standing.get(told.textSha256) : undefined
      const path = (told?.kind === 'source' ? told.path : null) ?? text?.paths[0] ?? null
      return {
        correction,
        state: undone.has(correction.id) ? 'undone' : stateOf(correction, text),
        what: inWords(correction, log, path),
        document: text?.document ?? null,
        path,
        claim: text?.claimOf.get(correction.id) ?? null,
      }
    })
  } finally {
    await store.close()
  }
}

function stateOf(entry: Correction, text: Standing | undefined): CorrectionState {
  if (entry.kind === 'undo') return 'in force'
  if (!text || (entry.kind === 'source' && entry.path !== null && !text.paths.includes(entry.path)))
    return 'waiting'
  return text.states.get(entry.id) ?? 'in force'
}

async function standings(
  log: readonly Correction[],
  store: Store,
  knowledge: Knowledge,
): Promise<ReadonlyMap<string, Standing>> {
  const texts = new Set(log.flatMap((entry) => (entry.kind === 'undo' ? [] : [entry.textSha256])))
  const standing = new Map<string, Standing>()
  for (const textSha256 of texts) {
    const found = await store.foundText(textSha256)
    if (!found) continue
    const corrections = correctionsOf(knowledge, textSha256)
    const { states, claimOf } = correctClaims(found.claims, corrections, found.sentences)
    const sources = corrections.filter((entry): entry is SourceCorrection => entry.kind === 'source')
    standing.set(textSha256, {
      document: found.id,
      paths: found.sources.map(({ path }) => path),
      states: new Map([...states, ...replacedSources(sources)]),
      claimOf,
    })
  }
  return standing
}

/** Entries of which later ones, at the same path, say every value anew. */
function replacedSources(entries: readonly SourceCorrection[]): ReadonlyMap<CorrectionId, CorrectionState> {
  const later = new Set<string>()
  const states = new Map<CorrectionId, CorrectionState>()
  for (const { id, path, changes } of [...entries].reverse()) {
    const values = changes.map(({ field }) => `${path ?? ''} ${field}`)
    if (values.every((value) => later.has(value))) states.set(id, 'replaced')
    for (const value of values) later.add(value)
  }
  return states
}
