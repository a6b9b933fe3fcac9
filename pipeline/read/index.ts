import type { Source } from '../model/document.ts'
import { UserError } from '../model/errors.ts'
import { contentId, sha256 } from '../model/ids.ts'
import { type Beside, withBeside } from './beside/metadata-beside.ts'
import { detectFormat } from './detect.ts'
import { docxReader } from './docx.ts'
import { htmlReader } from './html.ts'
import { inferMetadata } from './infer-metadata.ts'
import { jsonReader } from './json.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import { markdownReader } from './markdown.ts'
import { pdfReader } from './pdf.ts'
import type { FieldNames, Reader, ReadText, ReadTexts } from './reader.ts'
import { textReader } from './text.ts'

export { metadataFinder } from './beside/find.ts'
export type { Beside } from './beside/metadata-beside.ts'
export { DEFAULT_LIMITS, type Limits } from './limits.ts'
export { listSources, type SourceFile, type SourceListing } from './list-sources.ts'
export type { FieldNames } from './reader.ts'

/** To be raised when the same bytes are read differently. */
export const VERSION = '6'

/** The formats: known by the first bytes of a file, or by the ending of its name. */
export const READERS: readonly Reader[] = [
  textReader,
  markdownReader,
  htmlReader,
  pdfReader,
  docxReader,
  jsonReader,
]

export interface ReadOptions {
  readonly limits?: Limits
  readonly fields?: FieldNames
  /** What people wrote about the file beside it. */
  readonly beside?: Beside | null
  /** Of a file with several articles, only so many from the given one on (from 0). */
  readonly from?: number
  readonly count?: number
}

/**
 * Reads the articles of one file: decodes it once, takes what it says of itself, and infers from the text what that
 * leaves out. `path` helps to choose the format, `displayPath` is the name that people see; of several articles in
 * one file each has the file's name with `#` and its own behind it. What cannot be read of a file with several
 * articles stands in its place as the UserError that says why. Throws a UserError for a file that is unreadable whole.
 */
export async function readSources(
  path: string,
  bytes: Uint8Array,
  displayPath: string = path,
  {
    limits = DEFAULT_LIMITS,
    fields = {},
    beside = null,
    from = 0,
    count = Number.POSITIVE_INFINITY,
  }: ReadOptions = {},
): Promise<readonly (Source | UserError)[]> {
  const reader = readerFor(path, bytes, displayPath)
  if (bytes.length > limits.bytes) throw tooLarge(displayPath, bytes.length, limits)
  const read = await reader.read(bytes, displayPath, limits, fields)
  const file = sha256(bytes)
  return [read]
    .flat()
    .slice(from, from + count)
    .map((article) =>
      article instanceof UserError
        ? article
        : article.text.length > limits.characters
          ? tooLong(displayPath, article, limits)
          : toSource(beside ? addBeside(article, beside) : article, reader, file, displayPath),
    )
}

/** `readSources` for a file that holds one article, in a format that is read at once; throws for a PDF. */
export function readSource(path: string, bytes: Uint8Array, displayPath: string = path): Source {
  const reader = readerFor(path, bytes, displayPath)
  if (reader === pdfReader) throw new Error('a PDF is read by readSources()')
  const read = reader.read(bytes, displayPath, DEFAULT_LIMITS, {}) as ReadTexts
  const [article] = [read].flat()
  if (!article || article instanceof UserError) throw article ?? new Error(`${displayPath} holds no article`)
  return toSource(article, reader, sha256(bytes), displayPath)
}

function readerFor(path: string, bytes: Uint8Array, displayPath: string): Reader {
  const detected = detectFormat(bytes, path)
  const name = path.toLowerCase()
  const reader = READERS.find(({ format, extensions }) =>
    detected ? format === detected : extensions.some((ending) => name.endsWith(ending)),
  )
  if (reader && (detected || !HELD_IN_BYTES.has(reader.format))) return reader
  throw new UserError(
    reader
      ? `this is no ${reader.format.toUpperCase()} file, though its name says so.`
      : 'this kind of file cannot be read.',
    {
      where: displayPath,
      remedy: `Save it as one of: ${READERS.flatMap(({ extensions }) => extensions).join(', ')}.`,
    },
  )
}

/** Formats that are never what their names say without the right first bytes. */
const HELD_IN_BYTES: ReadonlySet<string> = new Set(['pdf', 'docx'])

function toSource(article: ReadText, reader: Reader, fileSha256: string, displayPath: string): Source {
  const { text, bodyStart, headStart = bodyStart, stated, notes, extraction, name } = article
  const textSha256 = sha256(text)
  return {
    path: name === undefined ? displayPath : `${displayPath}#${name}`,
    sha256: fileSha256,
    format: reader.format,
    id: contentId('d', textSha256),
    text,
    textSha256,
    metadata: inferMetadata(text, headStart, stated),
    body: { start: bodyStart, end: text.length },
    notes,
    ...(extraction && { extraction }),
  }
}

function addBeside(article: ReadText, beside: Beside): ReadText {
  const { stated, notes } = withBeside(article.stated, beside)
  return { ...article, stated, notes: [...article.notes, ...notes] }
}

function tooLong(path: string, { text, name }: ReadText, limits: Limits): UserError {
  return new UserError(`this text has ${text.length} characters, and ${limits.characters} are read.`, {
    where: name === undefined ? path : `${path}#${name}`,
    remedy: 'Split it, or raise the limit with --limit characters=...',
  })
}

function tooLarge(path: string, bytes: number, limits: Limits): UserError {
  return new UserError(
    `this file has ${Math.round(bytes / 1e6)} MB, and ${Math.round(limits.bytes / 1e6)} are read.`,
    { where: path, remedy: 'Split it, or raise the limit with --limit bytes=...' },
  )
}
