import type { Note, SourceFormat } from '../model/document.ts'
import type { StatedMetadata } from './stated-metadata.ts'

/** What a format's reader makes of a file: the text that all offsets address, and what the file says of itself. */
export interface ReadText {
  readonly text: string
  /** Where the article's own text begins, UTF-16. */
  readonly bodyStart: number
  readonly stated: StatedMetadata
  readonly notes: readonly Note[]
}

/** One input format. A new one is a file beside this one and a line in `index.ts`. */
export interface Reader {
  readonly format: SourceFormat
  /** Lower case, with the dot. */
  readonly extensions: readonly string[]
  /** Throws a UserError for a file that cannot be read as this format; `path` is for its message. */
  read(bytes: Uint8Array, path: string): ReadText
}
