import { open } from 'node:fs/promises'
import { UserError } from '../model/errors.ts'
import type { WrittenPart } from '../model/part.ts'

/** What a file that is written anew takes over from the one in its place, byte by byte. */
export interface KeptParts {
  /** Takes a part over, and gives its length in bytes; undefined where it is to be made anew. */
  take(id: string): number | undefined
  /** The bytes of what was taken since the last time; each piece is good until the next one. */
  copied(): AsyncIterable<Buffer>
  close(): Promise<void>
}

/** Bytes that are copied at once: more would not stay in the processor's cache on their way. */
const CHUNK = 1 << 18

/**
 * Of a file that is as it was written: all parts but those that `changed` names. Parts stand at the end of the file, one
 * behind the other; before them is the header.
 */
export async function keptParts(
  path: string,
  parts: readonly WrittenPart[],
  changed: ReadonlySet<string>,
): Promise<KeptParts> {
  const file = await open(path)
  let at = (await file.stat()).size - parts.reduce((sum, [, bytes]) => sum + bytes, 0)
  const places = new Map<string, { readonly from: number; readonly bytes: number }>()
  for (const [id, bytes] of parts) {
    if (!changed.has(id)) places.set(id, { from: at, bytes })
    at += bytes
  }
  const chunk = Buffer.allocUnsafe(CHUNK)
  let taken: { readonly from: number; to: number }[] = []
  return {
    take(id) {
      const place = places.get(id)
      if (!place) return undefined
      const { from, bytes } = place
      const last = taken.at(-1)
      if (last?.to === from) last.to += bytes
      else taken.push({ from, to: from + bytes })
      return bytes
    },
    async *copied() {
      const stretches = taken
      taken = []
      for (const { from, to } of stretches)
        for (let start = from; start < to; ) {
          const { bytesRead } = await file.read(chunk, 0, Math.min(CHUNK, to - start), start)
          if (bytesRead === 0) throw cutShort(path)
          yield chunk.subarray(0, bytesRead)
          start += bytesRead
        }
    },
    close: () => file.close(),
  }
}

function cutShort(path: string): UserError {
  return new UserError('this file was changed while it was brought up to date.', {
    where: path,
    remedy: 'Run again.',
  })
}
