import type { Extraction, Note, SourceFormat } from '../model/document.ts'
import type { UserError } from '../model/errors.ts'
import type { Limits } from './limits.ts'
import type { StatedMetadata } from './stated-metadata.ts'

/** What a format's reader makes of a file: the text that all offsets address, and what the file says of itself. */
export interface ReadText {
  readonly text: string
  /** Where the article's own text begins, UTF-16. */
  readonly bodyStart: number
  /** Where title, byline and date line are looked for, if that is further down than the body's start. */
  readonly headStart?: number
  readonly stated: StatedMetadata
  readonly notes: readonly Note[]
  /** For a text that is not the file's own. */
  readonly extraction?: Extraction
  /** Of one article among several in the file: its own name there. */
  readonly name?: string
}

/** What one file holds: an article, or several, some of which may be unreadable. */
export type ReadTexts = ReadText | readonly (ReadText | UserError)[]

/** The names of a record's fields, where they are not the usual ones. */
export type FieldNames = Readonly<
  Partial<Record<'text' | 'title' | 'url' | 'published' | 'author' | 'publisher', string>>
>

/** One input format. A new one is a file beside this one and a line in `index.ts`. */
export interface Reader {
  readonly format: SourceFormat
  /** Lower case, with the dot. */
  readonly extensions: readonly string[]
  /** Throws a UserError for a file that cannot be read as this format; `path` is for its message. */
  read(bytes: Uint8Array, path: string, limits: Limits, fields: FieldNames): ReadTexts | Promise<ReadTexts>
}
