import { loadAnnotations } from '../corrections/load.ts'
import { UserError } from '../model/errors.ts'
import { databaseOf, type Place, shownDatabase } from '../model/place.ts'
import { lockRuns, openStore, type Removal } from '../store/index.ts'
import { compareClaims } from './compare.ts'
import { forgetText } from './kept-texts.ts'
import { linkCopies } from './link-copies.ts'
import { writeExports } from './write-exports.ts'

/**
 * Takes articles out by their paths, with everything that only they gave, and brings findings and exports up to date.
 * The files themselves are left, and so are verdicts: they lie in `annotations/`. While the file is among the sources,
 * the next run takes it in again.
 */
export async function removeSources(
  paths: readonly string[],
  { annotations, ...place }: Place & { readonly annotations: string },
): Promise<{ readonly removed: readonly Removal[]; readonly unknown: readonly string[] }> {
  const { out } = place
  const database = databaseOf(place)
  const knowledge = loadAnnotations(annotations)
  // Opened to read first: to ask for a removal makes no database.
  await (await openStore(database, { readonly: true })).close()
  const lock = await lockRuns(database)
  if (!lock) throw new UserError('another run is on its way.', { where: shownDatabase(place) })
  const store = await openStore(database)
  try {
    const removed: Removal[] = []
    const unknown: string[] = []
    for (const path of paths) {
      const removal = await store.removeSource(path)
      if (removal) removed.push(removal)
      else unknown.push(path)
    }
    if (removed.length > 0) {
      for (const { textSha256 } of removed.flatMap(({ documents }) => documents)) forgetText(out, textSha256)
      const run = Math.max(0, ...(await store.runs()).map(({ id }) => id))
      await linkCopies(store)
      await compareClaims(store, knowledge, run)
      await writeExports(store, out)
    }
    return { removed, unknown }
  } finally {
    await store.close()
    lock.release()
  }
}
