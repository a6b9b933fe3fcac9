import type { ClaimChange } from '../model/correction.ts'
import type { Metadata } from '../model/document.ts'

const METADATA: Readonly<Record<keyof Metadata, string>> = {
  title: 'title',
  publisher: 'publisher',
  author: 'author',
  published: 'date of publication',
  url: 'address',
  summaryOf: 'text restated',
  reliability: 'reliability',
}

/** A piece of metadata, as people call it. */
export function metadataWords(field: keyof Metadata): string {
  return METADATA[field]
}

/** A value of a claim, as people call it. */
export function claimWords(field: ClaimChange['field']): string {
  return field === 'factuality' ? 'stance' : field
}
