import type { Known, MetadataBasis } from '../model/document.ts'
import type { DocumentRecord } from '../model/record.ts'
import type { KnownValue, SourceInfo } from './api.ts'

/** A text with what is known of its publication, and how. */
export function sourceInfo(document: DocumentRecord): SourceInfo {
  const { title, publisher, author, published, url, summaryOf, reliability } = document.metadata
  const known = (value: Known<string> | null | undefined) => (value ? knownValue(value) : null)
  return {
    document: document.id,
    path: document.path,
    name: sourceName(document),
    title: known(title),
    publisher: known(publisher),
    author: known(author),
    published: known(published),
    summaryOf: known(summaryOf),
    reliability: known(reliability),
    link: url && /^https?:\/\//i.test(url.value) ? url.value : null,
    address: url?.value ?? null,
    corrected: [...(document.corrections ?? [])],
  }
}

/** "Publisher, title, date" as far as known; the path where nothing is. */
export function sourceName({ metadata: { publisher, title, published }, path }: DocumentRecord): string {
  const known = [publisher, title, published].flatMap((one) => (one ? [one.value] : []))
  return known.length > 0 ? known.join(', ') : path
}

function knownValue({ value, basis, reason }: Known<string>): KnownValue {
  const how = reason ?? HOW[basis] ?? basis
  return {
    value,
    basis: basis === 'correction' ? 'corrected' : basis === 'text' ? 'inferred' : 'stated',
    how,
  }
}

const HOW: Partial<Record<MetadataBasis, string>> = {
  correction: 'set by a reviewer',
  text: 'from the text',
  sidecar: 'written beside the file',
  embedded: 'stated in the file',
}
