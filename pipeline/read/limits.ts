/**
 * How much of a file is read before it is refused with one sentence: what bounds the time and the memory of a batch
 * among broken and hostile files. All are adjustable (`gainsay run --limit pages=5000`).
 */
export interface Limits {
  /** Of a file, in bytes; asked before the file is opened. */
  readonly bytes: number
  /** Of a web page, in bytes: its tree takes fifty times that in memory. */
  readonly htmlBytes: number
  /** Elements inside elements of a web page; Readability's time grows with its square. */
  readonly depth: number
  /** Elements of a web page. */
  readonly elements: number
  /** Of a PDF. */
  readonly pages: number
  /** What a Word file may unpack to, in bytes. */
  readonly unpackedBytes: number
  /** Of one article's text, in UTF-16 units. */
  readonly characters: number
  /** Articles in one JSON or JSON Lines file. */
  readonly articles: number
  /** For reading and annotating one file; then its thread is ended. */
  readonly seconds: number
}

export const DEFAULT_LIMITS: Limits = {
  bytes: 64_000_000,
  htmlBytes: 12_000_000,
  depth: 250,
  elements: 60_000,
  pages: 2_000,
  unpackedBytes: 64_000_000,
  characters: 8_000_000,
  articles: 20_000,
  seconds: 300,
}
