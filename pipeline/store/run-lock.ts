import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAddress } from './connection.ts'
import { type FileLock, lockFile } from './file-lock.ts'

const EVERY_MILLISECONDS = 250

/** Held while a run works on an output folder, or compares what is in a database. */
export type RunLock = FileLock

/** What a run's lock is called among those of a PostgreSQL database. */
export const RUN = 'run'

/**
 * Lets one run at a time work on an output folder: the second one says so (`onWait`, once) and waits until the first
 * has ended or `signal` aborts, which gives null. The lock is the operating system's, on `run.lock`; for the address of a
 * PostgreSQL database it is the server's, over a connection of its own.
 */
export async function lockRuns(
  place: string,
  { onWait, signal }: { readonly onWait?: () => void; readonly signal?: AbortSignal } = {},
): Promise<RunLock | null> {
  const { take, giveUp } = isAddress(place) ? await serverLock(place) : fileLock(place)
  try {
    for (let waited = false; ; waited = true) {
      const lock = take()
      if (lock) return lock
      if (!waited) onWait?.()
      await wait(EVERY_MILLISECONDS)
      if (!signal?.aborted) continue
      giveUp()
      return null
    }
  } catch (error) {
    giveUp()
    throw error
  }
}

interface Taking {
  /** Null where another holds it. */
  take(): RunLock | null
  giveUp(): void
}

function fileLock(directory: string): Taking {
  return { take: () => lockFile(join(directory, 'run.lock'), 0), giveUp() {} }
}

async function serverLock(address: string): Promise<Taking> {
  const { openPostgres } = await import('./postgres/index.ts')
  const db = openPostgres(address)
  const close = () => db.close()
  return { take: () => (db.locks.try(RUN) ? { release: close } : null), giveUp: close }
}
