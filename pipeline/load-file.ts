import { readFile } from 'node:fs/promises'
import { UserError } from './model/errors.ts'
import type { LoadedFile } from './prepare.ts'
import type { SourceFile } from './read/index.ts'

/** Reads a listed file's bytes; throws a `UserError` where it is gone, forbidden or no file any more. */
export async function loadFile({ file, path }: SourceFile): Promise<LoadedFile> {
  try {
    return { file, path, bytes: await readFile(file) }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    const [what, remedy] = FAULTS[code ?? ''] ?? [
      `this file cannot be read (${code ?? String(cause)}).`,
      'Try again.',
    ]
    throw new UserError(what, { where: path, remedy, cause })
  }
}

const FAULTS: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  ENOENT: [
    'this file vanished before it was read.',
    'Put it back, or leave it: the next run will look again.',
  ],
  EACCES: ['we may not read this file.', 'Give yourself permission to read it.'],
  EPERM: ['we may not read this file.', 'Give yourself permission to read it.'],
  EISDIR: ['this is a folder now, and was a file before.', 'Run again.'],
  ERR_FS_FILE_TOO_LARGE: ['this file is larger than two gigabytes.', 'Split it.'],
}
