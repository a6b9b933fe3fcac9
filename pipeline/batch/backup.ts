import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../model/errors.ts'
import { backUpDatabase } from '../store/sqlite/backup.ts'
import { databasePath } from '../store/sqlite/connect.ts'

/** What people did, line by line. */
const LOGS = ['verdicts.jsonl', 'corrections.jsonl']

/**
 * Copies the database as it is at one moment, the texts that were drawn out of files, and all of `annotations/` into a
 * new folder: `--out COPY --annotations COPY/annotations` works with it. The database is copied first, so that
 * the logs hold at least what it indexes. Throws a `UserError` where there is nothing to copy, or the folder is in use.
 */
export async function backUp(
  to: string,
  { out, annotations }: { readonly out: string; readonly annotations: string },
): Promise<readonly string[]> {
  if (!existsSync(databasePath(out)))
    throw new UserError('there is no database yet.', {
      where: databasePath(out),
      remedy: 'Type `gainsay run`.',
    })
  makeEmptyFolder(to)
  await backUpDatabase(out, databasePath(to))
  const copied = ['the database']
  if (existsSync(join(out, 'texts'))) {
    cpSync(join(out, 'texts'), join(to, 'texts'), { recursive: true })
    copied.push('kept texts')
  }
  const own = existsSync(annotations)
    ? readdirSync(annotations, { withFileTypes: true })
        .filter((entry) => entry.isFile() && (entry.name.endsWith('.yaml') || LOGS.includes(entry.name)))
        .map(({ name }) => name)
        .sort()
    : []
  if (own.length > 0) mkdirSync(join(to, 'annotations'))
  for (const name of own) copyFileSync(join(annotations, name), join(to, 'annotations', name))
  return [...copied, ...own]
}

function makeEmptyFolder(path: string): void {
  let held: readonly string[]
  try {
    mkdirSync(path, { recursive: true })
    held = readdirSync(path)
  } catch (cause) {
    throw new UserError('this folder cannot be made.', {
      where: path,
      remedy: 'Check the permissions of the folder above, or name another one for the copy.',
      cause,
    })
  }
  if (held.length > 0)
    throw new UserError('this folder is not empty.', { where: path, remedy: 'Name a new one for the copy.' })
}
