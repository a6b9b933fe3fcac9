import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { UserError } from '../model/errors.ts'

/** Characters that are written at once. */
const CHUNK = 1 << 16

/**
 * Streams text into a file as UTF-8; the file appears whole or not at all. Throws a `UserError` where it cannot be
 * written; whatever the pieces themselves throw goes through.
 */
export async function writeWhole(
  path: string,
  pieces: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`
  try {
    await pipeline(Readable.from(chunks(pieces)), createWriteStream(unfinished))
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw fileError(path, error)
  }
}

/** The same text in few large pieces, which streams pass on much faster than many small ones. */
async function* chunks(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Buffer> {
  let chunk = ''
  for await (const piece of pieces) {
    chunk += piece
    if (chunk.length < CHUNK) continue
    yield Buffer.from(chunk)
    chunk = ''
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
