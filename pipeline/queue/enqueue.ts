import { randomUUID } from 'node:crypto'
import type PgBoss from 'pg-boss'
import { besideSha256Of, type KnownFiles } from '../batch/known-files.ts'
import { loadFile } from '../batch/load-file.ts'
import { reasonOf } from '../batch/prepare.ts'
import { type Beside, metadataFinder, type SourceFile } from '../read/index.ts'
import type { Store } from '../store/index.ts'
import { countOwn, type Settings } from './batches.ts'
import { QUEUE, sqlOn } from './boss.ts'
import type { Line } from './line.ts'
import { SCHEMA } from './tables.ts'

export interface Enqueuing {
  readonly line: Line
  readonly boss: PgBoss
  readonly store: Store
  readonly known: KnownFiles
  readonly run: number
  readonly settings: Settings
  /** Reads and annotates again what did not change, too. */
  readonly force: boolean
  /** Workers read the files where they lie; their content does not travel. */
  readonly sharedFiles: boolean
  readonly signal?: AbortSignal
}

/** A file on its way into the queue. */
interface Waiting {
  readonly job: string
  readonly file: SourceFile
  readonly beside: Beside | null
  readonly content: Uint8Array | null
}

/** Files, and bytes of theirs, that go into the queue in one unit. */
const MOST_FILES = 200
const MOST_BYTES = 8_000_000

/**
 * Puts every file that is new or changed into the queue and gives how many those are. What did not change, and what cannot
 * be read, is counted at once, as a run without a queue does.
 */
export async function enqueue(
  files: readonly SourceFile[],
  failedBefore: number,
  { line, boss, store, known, run, settings, force, sharedFiles, signal }: Enqueuing,
): Promise<number> {
  const besideOf = metadataFinder()
  const counts = { unchanged: 0, failed: failedBefore }
  let waiting: Waiting[] = []
  let bytes = 0
  let queued = 0

  async function send(): Promise<void> {
    if (waiting.length === 0) return
    await line.unit(() => insert(line, boss, run, waiting))
    queued += waiting.length
    waiting = []
    bytes = 0
  }

  for (const file of files) {
    if (signal?.aborted) break
    try {
      const beside = besideOf(file.file, file.path)
      const loaded = await loadFile(file, { ...settings, beside })
      const unchanged = force ? null : await known.unchanged(file.path, loaded.bytes, besideSha256Of(beside))
      if (unchanged) {
        counts.unchanged += unchanged.length
        if (known.hasFailed(file.path)) await store.clearFailure(file.path)
        continue
      }
      const content = sharedFiles ? null : loaded.bytes
      waiting.push({ job: randomUUID(), file, beside, content })
      bytes += content?.length ?? 0
    } catch (error) {
      await store.recordFailure(file.path, reasonOf(error, file.path), run)
      counts.failed++
    }
    if (waiting.length >= MOST_FILES || bytes >= MOST_BYTES) await send()
  }
  await send()
  await countOwn(line, run, counts)
  return queued
}

/** The job and what it is about, in one unit: no worker ever sees the one without the other. */
async function insert(line: Line, boss: PgBoss, run: number, waiting: readonly Waiting[]): Promise<void> {
  await line.ask(
    `insert into ${SCHEMA}.files (job, run, path, file, beside, content)
     select job, $1, path, file, beside, content
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::bytea[])
       as given (job, path, file, beside, content)`,
    [
      run,
      waiting.map(({ job }) => job),
      waiting.map(({ file }) => file.path),
      waiting.map(({ file }) => file.file),
      waiting.map(({ beside }) => beside && JSON.stringify(beside)),
      waiting.map(({ content }) => content && Buffer.from(content)),
    ],
  )
  await boss.insert(
    waiting.map(({ job }) => ({ id: job, name: QUEUE })),
    { db: sqlOn(line) },
  )
}
