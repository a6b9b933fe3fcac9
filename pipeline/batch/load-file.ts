import { constants, type Stats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { UserError } from '../model/errors.ts'
import { DEFAULT_LIMITS, type ReadOptions, type SourceFile } from '../read/index.ts'
import type { LoadedFile } from './prepare.ts'

/**
 * Reads a listed file's bytes; throws a `UserError` where it is gone, forbidden, too large or no file any more. What is
 * no regular file (a pipe, a device) is not opened: it might never end. What says that it is empty is not read: files
 * of the system do, and some of them never end either.
 */
export async function loadFile({ file, path }: SourceFile, options: ReadOptions = {}): Promise<LoadedFile> {
  const limit = (options.limits ?? DEFAULT_LIMITS).bytes
  try {
    check(await stat(file), path, limit)
    // Should it have become a pipe by now, opening it does not wait.
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const found = await handle.stat()
      check(found, path, limit)
      return { file, path, bytes: await readAll(handle, found.size), options }
    } finally {
      await handle.close()
    }
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

function check(found: Stats, path: string, limit: number): void {
  if (!found.isFile())
    throw new UserError('this is no file.', { where: path, remedy: 'Copy what it gives into a file.' })
  if (found.size > limit) {
    throw new UserError(
      `this file has ${Math.round(found.size / 1e6)} MB, and ${Math.round(limit / 1e6)} are read.`,
      { where: path, remedy: 'Split it, or raise the limit with --limit bytes=...' },
    )
  }
}

/** No more than the file had when it was asked: one that grows all the time would never be read. */
async function readAll(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size)
  let length = 0
  while (length < size) {
    const { bytesRead } = await handle.read(bytes, length, size - length, length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return length < size ? bytes.slice(0, length) : bytes
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
