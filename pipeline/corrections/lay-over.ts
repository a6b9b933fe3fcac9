import type { Knowledge } from '../model/knowledge.ts'
import type { Store } from '../store/index.ts'
import { correctClaims, entitiesByHand } from './correct-claims.ts'
import { correctMetadata } from './correct-metadata.ts'
import { correctionsOf, correctionsSha256, laidOver, toReadAgain, undoneIn } from './in-force.ts'

/**
 * Lays the log over what is stored, wherever the two differ, without a look at any file: what was corrected, taken back
 * or brought from elsewhere since a text was read. Findings of these texts must be made again then. A text whose date of
 * publication changes is laid over, too, and read again by whoever next can: "last month" hangs on that date.
 */
export async function layOver(store: Store, knowledge: Knowledge): Promise<void> {
  const log = knowledge.corrections ?? []
  await store.indexCorrections(log, undoneIn(log))
  for (const [textSha256, again] of await differing(store, knowledge))
    await layOverText(store, knowledge, textSha256, again)
}

/** Texts over which something else is laid than the log says, and whether each is to be read again anyway. */
export async function differing(store: Store, knowledge: Knowledge): Promise<ReadonlyMap<string, boolean>> {
  const texts = new Map<string, boolean>()
  for (const [textSha256, stamp] of await store.correctionStamps()) {
    const { sha, again } = laidOver(stamp)
    if (sha !== correctionsSha256(correctionsOf(knowledge, textSha256))) texts.set(textSha256, again)
  }
  return texts
}

async function layOverText(
  store: Store,
  knowledge: Knowledge,
  textSha256: string,
  readAgain: boolean,
): Promise<void> {
  const corrections = correctionsOf(knowledge, textSha256)
  const sha = correctionsSha256(corrections)
  const found = (await store.foundText(textSha256))!
  const { claims, touched } = correctClaims(found.claims, corrections, found.sentences)
  const sources = found.sources.map(({ path, metadata, published }) => {
    const corrected = correctMetadata(metadata, path, corrections)
    return { path, found: metadata, published, ...corrected }
  })
  const again =
    readAgain || sources.some(({ metadata, published }) => (metadata.published?.value ?? null) !== published)
  await store.saveCorrected({
    id: found.id,
    text: found.text,
    claims,
    touched,
    entities: entitiesByHand(corrections),
    sources,
    correctionsSha256: again ? toReadAgain(sha) : sha,
  })
}
