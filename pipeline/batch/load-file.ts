import { readFile, stat } from 'node:fs/promises'
import { UserError } from '../model/errors.ts'
import { DEFAULT_LIMITS, type ReadOptions, type SourceFile } from '../read/index.ts'
import type { LoadedFile } from './prepare.ts'

/**
 * Reads a listed file's bytes; throws a `UserError` where it is gone, forbidden, too large or no file any more. What is
 * no regular file (a pipe, a device) is not opened: it might never end.
 */
export async function loadFile({ file, path }: SourceFile, options: ReadOptions = {}): Promise<LoadedFile> {
  const limit = (options.limits ?? DEFAULT_LIMITS).bytes
  try {
    const { size, isFile } = await stat(file).then((found) => ({ size: found.size, isFile: found.isFile() }))
    if (!isFile)
      throw new UserError('this is no file.', { where: path, remedy: 'Copy what it gives into a file.' })
    if (size > limit) {
      throw new UserError(
        `this file has ${Math.round(size / 1e6)} MB, and ${Math.round(limit / 1e6)} are read.`,
        { where: path, remedy: 'Split it, or raise the limit with --limit bytes=...' },
      )
    }
    return { file, path, bytes: await readFile(file), options }
  } catch (cause) {
    if (cause instanceof UserError) throw cause
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
}
