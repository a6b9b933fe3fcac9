import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { UserError } from '../model/errors.ts'

/** Held by one process at a time. */
export interface FileLock {
  release(): void
}

/**
 * Takes the operating system's lock on a file, made where missing, through an open transaction of SQLite: it ends with
 * the process that holds it, however that ends. Waits so many milliseconds for another holder, then gives null.
 * Throws a `UserError` where the file cannot be made.
 */
export function lockFile(path: string, patience: number): FileLock | null {
  const db = open(path, patience)
  try {
    db.exec('begin exclusive')
  } catch (error) {
    db.close()
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return null
    throw unusable(path, error)
  }
  return {
    release() {
      db.exec('rollback')
      db.close()
    },
  }
}

function open(path: string, timeout: number): Database.Database {
  const folder = dirname(path)
  if (statSync(folder, { throwIfNoEntry: false })?.isFile())
    throw new UserError('this is a file, and no folder.', { where: folder, remedy: 'Name another one.' })
  try {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true })
    return new Database(path, { timeout })
  } catch (error) {
    throw unusable(path, error)
  }
}

function unusable(path: string, cause: unknown): UserError {
  return new UserError('this file, which keeps two programs apart, cannot be written.', {
    where: path,
    remedy: 'Check the permissions of its folder, or choose another one.',
    cause,
  })
}
