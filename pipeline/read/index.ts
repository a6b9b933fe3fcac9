import type { Source } from '../model/document.ts'
import { UserError } from '../model/errors.ts'
import { contentId, sha256 } from '../model/ids.ts'
import { inferMetadata } from './infer-metadata.ts'
import { markdownReader } from './markdown.ts'
import type { Reader } from './reader.ts'
import { textReader } from './text.ts'

export { listSources, type SourceFile, type SourceListing } from './list-sources.ts'

/** To be raised when the same bytes are read differently. */
export const VERSION = '1'

/** The formats, by the ending of a file's name. */
export const READERS: readonly Reader[] = [textReader, markdownReader]

/**
 * Reads one file: decodes it once, takes its front matter, and infers from the text what the front matter leaves
 * out. `path` chooses the format, `displayPath` is the name that people see. Throws a UserError that says what is
 * wrong with the file and what to do.
 */
export function readSource(path: string, bytes: Uint8Array, displayPath: string = path): Source {
  const reader = READERS.find(({ extensions }) =>
    extensions.some((ending) => path.toLowerCase().endsWith(ending)),
  )
  if (!reader) {
    throw new UserError('this kind of file cannot be read.', {
      where: displayPath,
      remedy: `Save it as one of: ${READERS.flatMap(({ extensions }) => extensions).join(', ')}.`,
    })
  }
  const { text, bodyStart, stated, notes } = reader.read(bytes, displayPath)
  const textSha256 = sha256(text)
  return {
    path: displayPath,
    sha256: sha256(bytes),
    format: reader.format,
    id: contentId('d', textSha256),
    text,
    textSha256,
    metadata: inferMetadata(text, bodyStart, stated),
    body: { start: bodyStart, end: text.length },
    notes,
  }
}
