import { open, rename, rm } from 'node:fs/promises'
import { UserError } from '../model/errors.ts'

/** Characters that are written at once. */
const CHUNK = 1 << 16

/** Text, which is written as UTF-8, and bytes as they are, which are out of use when the next piece is asked for. */
export type Pieces = AsyncIterable<string | Buffer> | Iterable<string | Buffer>

/**
 * Streams text into a file; the file appears whole or not at all. Throws a `UserError` where it cannot be written;
 * whatever the pieces themselves throw goes through.
 */
export async function writeWhole(path: string, pieces: Pieces): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`
  try {
    const file = await open(unfinished, 'w')
    try {
      for await (const chunk of chunks(pieces)) await file.writeFile(chunk)
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw fileError(path, error)
  }
}

/** The same text in few large pieces, which are written much faster than many small ones. */
async function* chunks(pieces: Pieces): AsyncGenerator<Buffer> {
  let chunk = ''
  for await (const piece of pieces) {
    const bytes = typeof piece === 'string' ? null : piece
    if (bytes === null) chunk += piece
    if (chunk.length >= CHUNK || (bytes && chunk !== '')) {
      yield Buffer.from(chunk)
      chunk = ''
    }
    if (bytes) yield bytes
  }
  if (chunk !== '') yield Buffer.from(chunk)
}

function fileError(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return error
  const full = error.code === 'ENOSPC' || error.code === 'EDQUOT'
  return new UserError(full ? 'the disk is full.' : 'this file cannot be written.', {
    where: path,
    remedy: full
      ? 'Free some space, then run again.'
      : 'Check the permissions of the folder, or choose another one with --out.',
    cause: error,
  })
}
