import Database from 'better-sqlite3'
import { UserError } from '../../model/errors.ts'
import { databasePath } from './connect.ts'

/**
 * Copies the database of a folder to a file with SQLite's online backup: a whole state of it, also while a run is
 * writing (https://sqlite.org/backup.html). The copy is examined before this returns. Throws a `UserError` where it is
 * not whole.
 */
export async function backUpDatabase(directory: string, copy: string): Promise<void> {
  const db = new Database(databasePath(directory), { readonly: true, fileMustExist: true })
  try {
    await db.backup(copy)
  } finally {
    db.close()
  }
  const copied = new Database(copy, { readonly: true, fileMustExist: true })
  try {
    if (copied.pragma('quick_check', { simple: true }) !== 'ok') {
      throw new UserError('the copy of the database is not whole.', {
        where: copy,
        remedy: 'Type `gainsay doctor` to see whether the database itself is damaged.',
      })
    }
  } finally {
    copied.close()
  }
}
