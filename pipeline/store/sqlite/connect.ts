import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { UserError } from '../../model/errors.ts'
import { BEFORE, STEPS } from '../schema/index.ts'
import type { Database } from '../sql.ts'
import { explainDatabaseErrors } from './errors.ts'

/** "GNSY": tells our databases from others' (`file claims.db` shows it). */
const APPLICATION_ID = 0x474e5359

/** The database file of an output folder. */
export function databasePath(directory: string): string {
  return directory === ':memory:' ? directory : join(directory, 'claims.db')
}

/**
 * Opens a connection and brings the schema up to date. Throws a `UserError` where the file cannot be opened, is not
 * ours, or is newer than this program.
 */
export function openDatabase(
  directory: string,
  { readonly = false, lockTimeout = 5000 }: { readonly?: boolean; lockTimeout?: number },
): Database {
  const path = databasePath(directory)
  const inMemory = path === ':memory:'
  if (readonly && !inMemory && !existsSync(path)) {
    throw new UserError('there is no database yet.', {
      where: path,
      remedy: 'Type `gainsay run` first, or name its folder with --out.',
    })
  }
  if (!readonly && !inMemory) makeFolder(directory)
  return explainDatabaseErrors(path, () => {
    const db = connect(path, { readonly, timeout: lockTimeout })
    try {
      checkOwner(db, path)
      if (!readonly) {
        // Of a new file; twice the default: what does not fill a page of a claim's size or a text's is a third less.
        db.pragma('page_size = 8192')
        // Readers do not wait for the writer; a power cut may cost the last commits and never harms the file.
        db.pragma('journal_mode = wal')
        db.pragma('synchronous = normal')
        // In KiB: the indexes of the comparison of ten thousand texts; two megabytes, the default, cost a fifth more.
        db.pragma('cache_size = -32000')
      }
      db.pragma('foreign_keys = on')
      migrate(db, path)
      return withDialect(db)
    } catch (error) {
      db.close()
      throw error
    }
  })
}

function makeFolder(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true })
  } catch (error) {
    throw new UserError('this folder cannot be made.', {
      where: directory,
      remedy: 'Check the permissions of the folder above, or choose another folder with --out.',
      cause: error,
    })
  }
}

function connect(path: string, options: Sqlite.Options): Sqlite.Database {
  try {
    return new Sqlite(path, options)
  } catch (error) {
    if (error instanceof TypeError) {
      throw new UserError('the folder of the database does not exist.', { where: path, cause: error })
    }
    throw error
  }
}

/** A file that another program made is left alone. */
function checkOwner(db: Sqlite.Database, path: string): void {
  const owner = db.pragma('application_id', { simple: true })
  const tables = db.prepare('select count(*) from sqlite_schema').pluck().get() as number
  if (owner !== APPLICATION_ID && tables > 0) {
    throw new UserError('this database was not made by Gainsay.', {
      where: path,
      remedy: 'Move it away, or choose another folder with --out.',
    })
  }
}

/** Takes the missing steps, all or none; `user_version` is the number of the last one that was taken. */
export function migrate(db: Sqlite.Database, path: string, steps = STEPS): void {
  const version = () => db.pragma('user_version', { simple: true }) as number
  const latest = BEFORE + steps.length
  const found = version()
  if (found > latest) {
    throw new UserError(
      `the database has version ${found}, and this program knows versions up to ${latest}.`,
      { where: path, remedy: 'Install a newer Gainsay, or choose another folder with --out.' },
    )
  }
  if (found > 0 && found <= BEFORE) {
    throw new UserError('the database was made before the first version that was given away.', {
      where: path,
      remedy:
        'Delete it and run again: it is made anew from the sources, and verdicts are kept in annotations/.',
    })
  }
  if (found === latest) return
  if (db.readonly) {
    throw new UserError('the database was made by an older version.', {
      where: path,
      remedy: 'Type `gainsay run` to bring it up to date.',
    })
  }
  db.transaction(() => {
    // Asked again behind the lock: another program may have taken the steps meanwhile.
    for (const step of steps.slice(Math.max(0, version() - BEFORE))) db.exec(step('sqlite'))
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${latest}`)
  }).immediate()
}

/** The connection as the store uses it. */
export function withDialect(db: Sqlite.Database): Database {
  return Object.assign(db, { dialect: 'sqlite' as const, lock: () => {} }) as unknown as Database
}
