import Sqlite from 'better-sqlite3'
import { UserError } from '../../model/errors.ts'

/** What SQLite's result code means for a person, and what to do; https://sqlite.org/rescode.html */
const MEANINGS: readonly (readonly [code: RegExp, what: string, remedy: string])[] = [
  [/^SQLITE_FULL/, 'the disk is full.', 'Free some space, then run again: what was stored is whole.'],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    'the database is locked by another program.',
    'Wait for the other run to end, or close the program that has it open, then try again.',
  ],
  [
    /^SQLITE_(READONLY|PERM|CANTOPEN|AUTH)/,
    'the database cannot be opened or written.',
    'Check the permissions of the file and of its folder, or choose another folder with --out.',
  ],
  [/^SQLITE_NOTADB/, 'this file is not a database.', 'Move it away, or choose another folder with --out.'],
  [
    /^SQLITE_CORRUPT/,
    'the database is damaged.',
    'Delete it and run again: it is made anew from the sources, and verdicts are kept in annotations/.',
  ],
  [/^SQLITE_IOERR/, 'the disk could not be read or written.', 'Check the disk, then run again.'],
]

/**
 * Calls `work`; what SQLite throws because of the world outside (disk, permissions, another program) becomes a
 * `UserError`. What it throws because of us (a constraint, bad SQL) goes through as the defect that it is.
 */
export function explainDatabaseErrors<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) {
      const found = MEANINGS.find(([code]) => code.test(error.code))
      if (found) throw new UserError(found[1], { where: path, remedy: found[2], cause: error })
    }
    throw error
  }
}
