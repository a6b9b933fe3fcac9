import type { Known } from '../model/document.ts'
import type { DocumentRecord, QuoteRecord } from '../model/record.ts'
import type { Span } from '../model/span.ts'
import type { Cell } from './cell.ts'
import { codePointOffsets } from './code-points.ts'
import type { Column } from './csv-file.ts'
import type { DeepLinks } from './deep-link.ts'
import { pageNumber } from './page-number.ts'
import { textAfter, textBefore } from './surroundings.ts'

/** The value of a piece of metadata, and how we know it. */
const metadataValue = (known: Known<string> | null): Cell => known?.value ?? null
const basisOf = (known: Known<string> | null): Cell => known?.basis ?? null

const converters = new WeakMap<DocumentRecord, (utf16: number) => number>()

/** A span of a document in code points; the document's text is looked through once. */
export function codePointSpan(document: DocumentRecord, span: Span): Span {
  let convert = converters.get(document)
  if (!convert) {
    convert = codePointOffsets(document.text)
    converters.set(document, convert)
  }
  return { start: convert(span.start), end: convert(span.end) }
}

/** Columns that any stretch of a document can fill; picked by name into the order of each file. */
const PROVENANCE = {
  source_title: ({ document }) => metadataValue(document.metadata.title),
  publisher: ({ document }) => metadataValue(document.metadata.publisher),
  publisher_basis: ({ document }) => basisOf(document.metadata.publisher),
  author: ({ document }) => metadataValue(document.metadata.author),
  published: ({ document }) => metadataValue(document.metadata.published),
  published_basis: ({ document }) => basisOf(document.metadata.published),
  source_url: ({ document }) => metadataValue(document.metadata.url),
  reliability: ({ document }) => metadataValue(document.metadata.reliability ?? null),
  deep_link: ({ document, start, end }, links) => links(document, { start, end }),
  quote: ({ quote }) => quote,
  sentence: ({ sentence }) => sentence,
  quote_prefix: ({ document, start }) => textBefore(document.text, start),
  quote_suffix: ({ document, end }) => textAfter(document.text, end),
  page: ({ document, start }) => pageNumber(document, start),
  line: ({ line }) => line,
  char_start: ({ document, start, end }) => codePointSpan(document, { start, end }).start,
  char_end: ({ document, start, end }) => codePointSpan(document, { start, end }).end,
  source_path: ({ document }) => document.path,
  source_sha256: ({ document }) => document.sha256,
  text_sha256: ({ document }) => document.textSha256,
  document_id: ({ document }) => document.id,
} satisfies Record<string, (record: QuoteRecord, links: DeepLinks) => Cell>

export type ProvenanceColumn = keyof typeof PROVENANCE

/** Some of the columns above, for rows that hold such a stretch. */
export function provenanceColumns<Row>(
  of: (row: Row) => QuoteRecord,
  links: DeepLinks,
  ...names: readonly ProvenanceColumn[]
): readonly Column<Row>[] {
  return names.map((name) => [name, (row) => PROVENANCE[name](of(row), links)])
}
