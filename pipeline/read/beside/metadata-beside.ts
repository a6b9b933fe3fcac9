import type { Note } from '../../model/document.ts'
import type { StatedMetadata } from '../stated-metadata.ts'
import { sidecarMetadata } from './sidecar.ts'
import { rowMetadata } from './sources-csv.ts'

/** What people wrote about a file in the files beside it; plain data, which crosses threads. */
export interface Beside {
  readonly sidecar: { readonly path: string; readonly text: string } | null
  readonly row: {
    readonly path: string
    readonly line: number
    readonly fields: Readonly<Record<string, string>>
  } | null
}

/** Each field's name as notes have it. */
const FIELDS = {
  title: 'title',
  publisher: 'publisher',
  author: 'author',
  published: 'date of publication',
  url: 'address',
  summaryOf: 'summary_of',
  reliability: 'reliability',
} as const satisfies Record<keyof StatedMetadata, string>

/**
 * The metadata of a file by order of trust - sidecar, sources.csv, what the file says of itself - with a note for
 * every field on which two of them disagree. Throws a UserError for what is beside the file and does not parse.
 */
export function withBeside(
  own: StatedMetadata,
  { sidecar, row }: Beside,
): { readonly stated: StatedMetadata; readonly notes: readonly Note[] } {
  const statements = [
    ...(sidecar ? [sidecarMetadata(sidecar.text, sidecar.path)] : []),
    ...(row ? [rowMetadata(row.fields, `${row.path}:${row.line}`)] : []),
    own,
  ]
  const notes: Note[] = []
  const choose = (field: keyof StatedMetadata) => {
    const known = statements.flatMap((statement) => statement[field] ?? [])
    const [trusted, ...others] = known
    const other = others.find(({ value }) => !agrees(trusted!.value, value, field))
    if (trusted && other) {
      const message = `The ${FIELDS[field]} is "${trusted.value}" by the ${trusted.basis}, and "${other.value}" by ${other.basis === 'embedded' ? 'the file itself' : `the ${other.basis}`}; the first was taken.`
      notes.push({ start: 0, end: 0, message })
    }
    return trusted ?? null
  }
  const reliability = choose('reliability')
  const stated: StatedMetadata = {
    title: choose('title'),
    publisher: choose('publisher'),
    author: choose('author'),
    published: choose('published'),
    url: choose('url'),
    summaryOf: choose('summaryOf'),
    ...(reliability && { reliability }),
  }
  return { stated, notes }
}

/** Case and punctuation aside; a date agrees with a less exact one that holds it. */
function agrees(a: string, b: string, field: keyof StatedMetadata): boolean {
  if (field === 'published') return a.startsWith(b) || b.startsWith(a)
  const plain = (text: string) =>
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  return plain(a) === plain(b)
}
