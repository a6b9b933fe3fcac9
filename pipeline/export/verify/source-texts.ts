import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { sha256 } from '../../model/ids.ts'
import { type ShownText, shownText } from '../shown-text.ts'
import { textFile } from '../texts.ts'

/** Texts that are held at the same time; a file's rows come text by text. */
const HELD = 64

/** A source as it is on the disk now. */
export interface SourceText {
  /** Of the file's bytes; null where there is no such file. */
  readonly sha256: string | null
  /** The text that the offsets address; null where nobody holds it any more. */
  readonly text: string | null
  /** The same as a browser may show it, in the order of the masks. */
  readonly shown: () => Iterable<ShownText>
  /** From an offset in code points to one in UTF-16; null behind the end. */
  readonly utf16: (codePoints: number) => number | null
}

export interface SourceFolders {
  /** The folder that was read, or the one that holds it. */
  readonly sources: string
  /** Folders of exports, that may hold texts. */
  readonly exports: readonly string[]
  /** Each gives a text in the same length with its markup blanked, for one kind of markup. */
  readonly masks: readonly ((text: string) => string)[]
}

/** Gives the function that opens a source by its path and by the hash of the text that is asked for. */
export function sourceTexts(
  folders: SourceFolders,
): (path: string, textSha256: string) => Promise<SourceText> {
  const held = new Map<string, Promise<SourceText>>()
  return (path, textSha256) => {
    const key = `${textSha256} ${path}`
    let source = held.get(key)
    if (!source) {
      source = open(path, textSha256, folders)
      if (held.size >= HELD) held.delete(held.keys().next().value!)
      held.set(key, source)
    }
    return source
  }
}

/**
 * Where a source may be: below the folder that holds the folder which was read, or in that folder itself. One of several
 * articles in a file has its place behind the file's name: `articles.jsonl#record-3`.
 */
function placesOf(path: string, sources: string): string[] {
  const within = path.replace(/^[^/]*\//, '')
  return [path, within].flatMap((one) => [
    resolve(sources, one),
    resolve(sources, one.replace(/#[^#]*$/, '')),
  ])
}

async function firstOf(places: readonly string[]): Promise<Uint8Array | null> {
  for (const place of places) {
    const bytes = await bytesOf(place)
    if (bytes) return bytes
  }
  return null
}

async function open(path: string, textSha256: string, folders: SourceFolders): Promise<SourceText> {
  const bytes = await firstOf(placesOf(path, folders.sources))
  const text = await textOf(bytes, textSha256, folders)
  const shown: ShownText[] = []
  return {
    sha256: bytes && sha256(bytes),
    text,
    // Each is made when it is asked for: most links hold in the text as it is.
    *shown() {
      for (const [i, mask] of folders.masks.entries()) {
        shown[i] ??= shownText(text ?? '', mask(text ?? ''))
        yield shown[i]
      }
    },
    utf16: utf16Offsets(text ?? ''),
  }
}

/** The file's own text, with or without its byte-order mark, or the one kept beside an export. */
async function textOf(
  bytes: Uint8Array | null,
  textSha256: string,
  { exports }: SourceFolders,
): Promise<string | null> {
  const own = bytes && decode(bytes)
  const candidates = own === null ? [] : [own, own.replace(/^\ufeff/, '')]
  const found = candidates.find((text) => sha256(text) === textSha256)
  if (found !== undefined) return found
  // A hash is a name of 64 letters: whatever else stands in the cell is no file of ours.
  if (!/^[0-9a-f]{64}$/.test(textSha256)) return null
  for (const folder of exports) {
    const kept = await bytesOf(join(folder, textFile(textSha256)))
    if (kept && sha256(kept) === textSha256) return decode(kept)
  }
  return null
}

/** Only of a file: an export from elsewhere may name a device, which has no end. */
async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    return (await stat(path)).isFile() ? await readFile(path) : null
  } catch {
    return null
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

/** The way back from code points: `codePointOffsets` of the export, turned round. */
function utf16Offsets(text: string): (codePoints: number) => number | null {
  /** Where each surrogate pair begins, in code points; rising. */
  const pairs: number[] = []
  for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(index - pairs.length)
  return (codePoints) => {
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[middle]! < codePoints) low = middle + 1
      else high = middle
    }
    const offset = codePoints + low
    return offset <= text.length ? offset : null
  }
}
