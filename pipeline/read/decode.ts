import type { Note } from '../model/document.ts'
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

/** A text, and where its encoding had to be guessed a note that says so. */
export interface Decoded {
  readonly text: string
  readonly notes: readonly Note[]
}

/**
 * Bytes to text, by the first of: a byte-order mark (UTF-8, UTF-16), the encoding that the file `declared`, UTF-8,
 * UTF-16 without a mark, Windows-1252. The mark is no part of the text; line ends stay as they are. Throws a
 * UserError for an empty or binary file and for bytes that no encoding explains.
 */
export function decode(bytes: Uint8Array, path: string, declared: string | null = null): Decoded {
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
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return sure(decodeUtf16(bytes, 2, true, path))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return sure(decodeUtf16(bytes, 2, false, path))
  const unmarked = utf16WithoutMark(bytes)
  if (unmarked) {
    const text = decodeUtf16(bytes, 0, unmarked === 'little-endian', path)
    return { text, notes: [guessed(`UTF-16, ${unmarked}`)] }
  }
  const nul = bytes.indexOf(0)
  if (nul >= 0) {
    throw new UserError(`this looks like a binary file (a NUL byte at byte ${nul + 1}).`, {
      where: path,
      remedy: 'Save it as UTF-8 text.',
    })
  }
  const text = decodeAs(declared, bytes) ?? decodeAs('utf-8', bytes)
  if (text !== null) return sure(text)
  const invalid = firstInvalidUtf8(bytes)
  if (isWindows1252(bytes, invalid))
    return { text: decodeAs('windows-1252', bytes)!, notes: [guessed('Windows-1252')] }
  throw new UserError(`byte ${invalid + 1} is not valid UTF-8.`, {
    where: path,
    remedy: 'Convert the file to UTF-8, for instance with: iconv -f WINDOWS-1252 -t UTF-8.',
  })
}

function sure(text: string): Decoded {
  return { text, notes: [] }
}

function guessed(encoding: string): Note {
  return { start: 0, end: 0, message: `The file does not say its encoding; it was read as ${encoding}.` }
}

/** Null where the encoding has no such name or the bytes are not of it. UTF-16 is known by mark or by shape only. */
function decodeAs(encoding: string | null, bytes: Uint8Array): string | null {
  if (encoding === null || /^(?:utf-?16|iso-?10646|ucs)/i.test(encoding)) return null
  try {
    const decoder = new TextDecoder(encoding, { fatal: true })
    const text = decoder.decode(bytes)
    // Node reads this one as ISO 8859-1 (seen in 20.20): curly quotes come out as control characters.
    return decoder.encoding === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, inWindows1252) : text
  } catch {
    return null
  }
}

/** What Windows-1252 has in the places of the control characters 80 to 9F. */
const FROM_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function inWindows1252(control: string): string {
  return FROM_80[control.charCodeAt(0) - 0x80]!
}

/** Nearly every other byte of a Western text in UTF-16 is NUL. */
function utf16WithoutMark(bytes: Uint8Array): 'little-endian' | 'big-endian' | null {
  const looked = Math.min(bytes.length, 2_000)
  if (looked < 20) return null
  const nul = [0, 0]
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) nul[at % 2]!++
  const most = looked * 0.4
  if (nul[1]! > most && nul[0]! < looked * 0.02) return 'little-endian'
  return nul[0]! > most && nul[1]! < looked * 0.02 ? 'big-endian' : null
}

const UNDEFINED_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])
const LONGEST_RUN = 3

/**
 * English in Windows-1252: a few letters with accents and curly quotes among much ASCII. Not a text that is UTF-8 up
 * to the fault, for there two encodings are mixed; and not Cyrillic or Greek, whose words are all of high bytes.
 */
function isWindows1252(bytes: Uint8Array, firstInvalid: number): boolean {
  if (bytes.subarray(0, firstInvalid).some((byte) => byte > 0x7f)) return false
  let high = 0
  let run = 0
  for (const byte of bytes) {
    if (byte < 0x80) run = 0
    else if (UNDEFINED_IN_1252.has(byte) || ++run > LONGEST_RUN) return false
    else high++
  }
  return high * 5 < bytes.length
}

function decodeUtf16(bytes: Uint8Array, from: number, littleEndian: boolean, path: string): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const units: string[] = []
  for (let at = from; at + 1 < bytes.length; at += 2) {
    units.push(String.fromCharCode(view.getUint16(at, littleEndian)))
  }
  const text = units.join('')
  const lone = text.search(/\p{Surrogate}/u)
  if (lone >= 0 || bytes.length % 2 === 1) {
    throw new UserError(`byte ${lone >= 0 ? from + 1 + 2 * lone : bytes.length} is not valid UTF-16.`, {
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
