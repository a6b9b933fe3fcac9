import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { UserError } from '../model/errors.ts'

const EVERY_MILLISECONDS = 250

/** Held while a run works on an output folder. */
export interface RunLock {
  release(): void
}

/**
 * Lets one run at a time work on an output folder: the second one says so (`onWait`, once) and waits until the first
 * has ended or `signal` aborts, which gives null. The lock is the operating system's on a file, `run.lock`, through an
 * open transaction of SQLite: it ends with the process that holds it, however that ends.
 */
export async function lockRuns(
  directory: string,
  { onWait, signal }: { readonly onWait?: () => void; readonly signal?: AbortSignal } = {},
): Promise<RunLock | null> {
  const path = join(directory, 'run.lock')
  const db = open(directory, path)
  let waited = false
  while (true) {
    try {
      db.exec('begin exclusive')
      return {
        release() {
          db.exec('rollback')
          db.close()
        },
      }
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY') {
        db.close()
        throw unusable(path, error)
      }
    }
    if (!waited) onWait?.()
    waited = true
    await wait(EVERY_MILLISECONDS)
    if (signal?.aborted) {
      db.close()
      return null
    }
  }
}

function open(directory: string, path: string): Database.Database {
  try {
    if (!existsSync(directory)) mkdirSync(directory, { recursive: true })
    return new Database(path, { timeout: 0 })
  } catch (error) {
    throw unusable(path, error)
  }
}

function unusable(path: string, cause: unknown): UserError {
  return new UserError('the lock that keeps two runs apart cannot be used.', {
    where: path,
    remedy: 'Check the permissions of the folder, or remove the file while no run is on its way.',
    cause,
  })
}
