import { loadKnowledge, shippedAnnotations } from '../knowledge/index.ts'
import { UsageError, UserError } from '../model/errors.ts'
import { listSources } from '../read/index.ts'
import { openStore, type Store } from '../store/index.ts'
import { compareClaims } from './compare.ts'
import { startTakingIn } from './take-in.ts'
import { startAnnotator } from './threads.ts'
import { findingsFingerprint } from './versions.ts'

/**
 * Two texts and what they make of each other, in a database in memory that its caller closes; nothing is stored.
 * Throws a `UserError` where one of the two cannot be read, or both are one file.
 */
export async function compareTexts(paths: readonly [string, string], annotations: string): Promise<Store> {
  const knowledge = loadKnowledge([shippedAnnotations(), annotations])
  const { files, problems } = listSources(paths)
  if (problems[0]) throw problems[0]
  if (files.length !== 2) {
    throw new UsageError(`${paths.join(' and ')} are ${files.length} files.`, {
      remedy: 'Give two texts, each a file.',
    })
  }
  const store = await openStore(':memory:')
  try {
    const run = await store.startRun(findingsFingerprint(knowledge))
    const takeIn = await startTakingIn(store, startAnnotator(1, knowledge), knowledge, run)
    for (const file of files) {
      for (const taken of await takeIn(file)()) if (taken.kind === 'failed') throw new UserError(taken.reason)
    }
    await compareClaims(store, knowledge, run)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}
