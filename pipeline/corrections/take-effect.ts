import type { Knowledge } from '../model/knowledge.ts'
import type { Store } from '../store/index.ts'
import { correctClaims } from './correct-claims.ts'
import { correctMetadata } from './correct-metadata.ts'
import { correctionsOf, correctionsSha256, laidOver, toReadAgain, undoneIn } from './in-force.ts'

/**
 * Lays the log over what is stored, wherever the two differ, without a look at any file: what was corrected, taken back
 * or brought from elsewhere since a text was read. Findings of these texts must be made again then. A text whose date of
 * publication changes is laid over, too, and read again by whoever next can: "last month" hangs on that date.
 */
export async function layOver(store: Store, knowledge: Knowledge): Promise<void> {
  const log = knowledge.corrections ?? []
  const spokenOf = new Set(log.flatMap((entry) => (entry.kind === 'undo' ? [] : [entry.textSha256])))
  await store.indexCorrections(log, undoneIn(log))
  for (const [textSha256, stamp] of await store.correctionStamps())
    if (stamp !== null || spokenOf.has(textSha256)) await layOverText(store, knowledge, textSha256, stamp)
}

async function layOverText(
  store: Store,
  knowledge: Knowledge,
  textSha256: string,
  stamp: string | null,
): Promise<void> {
  const corrections = correctionsOf(knowledge, textSha256)
  const sha = correctionsSha256(corrections)
  const before = laidOver(stamp)
  if (before.sha === sha) return
  const found = (await store.foundText(textSha256))!
  const { claims, touched } = correctClaims(found.claims, corrections, found.sentences)
  const sources = found.sources.map(({ path, metadata, published }) => {
    const corrected = correctMetadata(metadata, path, corrections)
    return { path, found: metadata, published, ...corrected }
  })
  const again =
    before.again ||
    sources.some(({ metadata, published }) => (metadata.published?.value ?? null) !== published)
  await store.saveCorrected({
    id: found.id,
    text: found.text,
    claims,
    touched,
    sources,
    correctionsSha256: again ? toReadAgain(sha) : sha,
  })
}
