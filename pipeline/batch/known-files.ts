import { sha256 } from '../model/ids.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { Beside } from '../read/index.ts'
import type { KnownSource, Store } from '../store/index.ts'
import { documentFingerprints, sameFingerprint } from './versions.ts'

/** What the store holds of files as a run begins: which of them need not be read again. */
export interface KnownFiles {
  /** The last run could not take it in. */
  hasFailed(path: string): boolean
  /** The articles that it gave, where neither its bytes, nor what is beside it, nor what it was read with changed. */
  unchanged(
    path: string,
    bytes: Uint8Array,
    besideSha256: string | null,
  ): Promise<readonly KnownSource[] | null>
}

export async function knownFiles(store: Store, knowledge: Knowledge): Promise<KnownFiles> {
  const fingerprintOf = documentFingerprints(knowledge)
  const known = byFile((await store.knownSources()).values())
  const failed = (await store.failures()).map(({ path }) => path)
  const hasFailed = new Set(failed)
  // Files of which some records went in and others did not.
  const halfTaken = new Set(failed.filter((path) => fileOf(path) !== path).map(fileOf))
  return {
    hasFailed: (path) => hasFailed.has(path),
    async unchanged(path, bytes, besideSha256) {
      const articles = known.get(path)
      if (!articles || halfTaken.has(path)) return null
      const file = sha256(bytes)
      for (const article of articles) {
        const same = article.sha256 === file && article.besideSha256 === besideSha256
        if (!same) return null
        const fingerprint = fingerprintOf(await store.textOf(article.document))
        if (!sameFingerprint(article.fingerprint, fingerprint)) return null
      }
      return articles
    },
  }
}

/** Of what people wrote beside a file; null where they wrote nothing. */
export function besideSha256Of(beside: Beside | null): string | null {
  return beside && sha256(JSON.stringify(beside))
}

/** Of an article's stored name the file's: records of a JSON file have their own name behind `#`. */
export function fileOf(path: string): string {
  return path.replace(/(\.(?:json|jsonl|ndjson|txt))#[^#]*$/i, '$1')
}

function byFile(sources: Iterable<KnownSource>): ReadonlyMap<string, readonly KnownSource[]> {
  const files = new Map<string, KnownSource[]>()
  for (const source of sources) {
    const file = source.format === 'json' ? fileOf(source.path) : source.path
    const held = files.get(file)
    if (held) held.push(source)
    else files.set(file, [source])
  }
  return files
}
