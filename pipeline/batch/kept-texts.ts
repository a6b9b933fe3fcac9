import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from '../model/document.ts'
import { contentId, sha256 } from '../model/ids.ts'
import type { Store } from '../store/index.ts'

/** Where a text that was drawn out of a file is kept: `out/texts/<text_sha256>.txt`. All offsets address it. */
export function keptTextPath(out: string, textSha256: string): string {
  return join(out, 'texts', `${textSha256}.txt`)
}

/**
 * Keeps a text that is not its file's own, in UTF-8 as it was hashed. Written aside and renamed, so that a text that is
 * there is whole; one that is there already is left, for its name is its content.
 */
export function keepText(out: string, { extraction, text, textSha256 }: Source): void {
  if (extraction) write(out, text, textSha256)
}

/** Keeps all such texts of a database that others fill, too: those that do not lie in the folder yet. */
export async function keepTexts(store: Store, out: string): Promise<void> {
  const folder = join(out, 'texts')
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []
  const kept = new Set(names.map((name) => contentId('d', name.slice(0, -'.txt'.length))))
  for (const { document, format } of (await store.knownSources()).values()) {
    if (format === 'text' || format === 'markdown' || kept.has(document)) continue
    kept.add(document)
    const text = await store.textOf(document)
    write(out, text, sha256(text))
  }
}

function write(out: string, text: string, textSha256: string): void {
  const path = keptTextPath(out, textSha256)
  if (existsSync(path)) return
  mkdirSync(join(out, 'texts'), { recursive: true })
  writeFileSync(`${path}.part`, text)
  renameSync(`${path}.part`, path)
}

export function forgetText(out: string, textSha256: string): void {
  rmSync(keptTextPath(out, textSha256), { force: true })
}
