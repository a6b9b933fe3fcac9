import { UserError } from '../model/errors.ts'

/** First bytes of formats that people drop among their texts by mistake. */
const MAGIC: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\u0003\u0004', 'a ZIP archive (or a Word or OpenDocument file)'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Word or Excel file'],
  ['{\\rtf', 'an RTF file'],
  ['\u0089PNG', 'a PNG image'],
  ['\u00ff\u00d8\u00ff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['\u001f\u008b', 'a gzip archive'],
]

/**
 * Bytes to text: UTF-8 (with or without byte-order mark) or, by its mark, UTF-16. The mark is no part of the text;
 * line ends stay as they are. Throws a UserError for an empty or binary file and for bytes that are no such text.
 */
export function decode(bytes: Uint8Array, path: string): string {
  if (bytes.length === 0)
    throw new UserError('the file is empty.', { where: path, remedy: 'Remove it, or fill it.' })
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  const magic = MAGIC.find(([start]) => head.startsWith(start))
  if (magic) {
    throw new UserError(`this is ${magic[1]}, not a text.`, {
      where: path,
      remedy: 'Save its text as .txt or .md.',
    })
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, true, path)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, false, path)
  const nul = bytes.indexOf(0)
  if (nul >= 0) {
    throw new UserError(`this looks like a binary file (a NUL byte at byte ${nul + 1}).`, {
      where: path,
      remedy: 'Save it as UTF-8 text.',
    })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new UserError(`byte ${firstInvalidUtf8(bytes) + 1} is not valid UTF-8.`, {
      where: path,
      remedy: 'Convert the file to UTF-8, for instance with: iconv -f WINDOWS-1252 -t UTF-8.',
      cause,
    })
  }
}

function decodeUtf16(bytes: Uint8Array, littleEndian: boolean, path: string): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const units: string[] = []
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    units.push(String.fromCharCode(view.getUint16(at, littleEndian)))
  }
  const text = units.join('')
  const lone = text.search(/\p{Surrogate}/u)
  if (lone >= 0 || bytes.length % 2 === 1) {
    throw new UserError(`byte ${lone >= 0 ? 3 + 2 * lone : bytes.length} is not valid UTF-16.`, {
      where: path,
      remedy: 'Convert the file to UTF-8.',
    })
  }
  return text
}

/** Offset of the first byte that no well-formed UTF-8 sequence covers (Unicode, table 3-7). */
function firstInvalidUtf8(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const lead = bytes[at]!
    const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
    if (length === 0 || at + length > bytes.length) return at
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    for (let next = 1; next < length; next++) {
      const byte = bytes[at + next]!
      if (byte < (next === 1 ? low : 0x80) || byte > (next === 1 ? high : 0xbf)) return at
    }
    at += length
  }
  return bytes.length
}
