import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from '../model/document.ts'

/** Where a text that was drawn out of a file is kept: `out/texts/<text_sha256>.txt`. All offsets address it. */
export function keptTextPath(out: string, textSha256: string): string {
  return join(out, 'texts', `${textSha256}.txt`)
}

/**
 * Keeps a text that is not its file's own, in UTF-8 as it was hashed. Written aside and renamed, so that a text that is
 * there is whole; one that is there already is left, for its name is its content.
 */
export function keepText(out: string, { extraction, text, textSha256 }: Source): void {
  if (!extraction) return
  const path = keptTextPath(out, textSha256)
  if (existsSync(path)) return
  mkdirSync(join(out, 'texts'), { recursive: true })
  writeFileSync(`${path}.part`, text)
  renameSync(`${path}.part`, path)
}

export function forgetText(out: string, textSha256: string): void {
  rmSync(keptTextPath(out, textSha256), { force: true })
}
