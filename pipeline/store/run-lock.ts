import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type FileLock, lockFile } from './file-lock.ts'

const EVERY_MILLISECONDS = 250

/** Held while a run works on an output folder. */
export type RunLock = FileLock

/**
 * Lets one run at a time work on an output folder: the second one says so (`onWait`, once) and waits until the first
 * has ended or `signal` aborts, which gives null. The lock is the operating system's, on `run.lock`.
 */
export async function lockRuns(
  directory: string,
  { onWait, signal }: { readonly onWait?: () => void; readonly signal?: AbortSignal } = {},
): Promise<RunLock | null> {
  const path = join(directory, 'run.lock')
  for (let waited = false; ; waited = true) {
    const lock = lockFile(path, 0)
    if (lock) return lock
    if (!waited) onWait?.()
    await wait(EVERY_MILLISECONDS)
    if (signal?.aborted) return null
  }
}
