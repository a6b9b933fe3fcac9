import type { Claim } from '../../pipeline/model/claim.ts'
import type { ClaimRecord, DocumentRecord, QuoteRecord } from '../../pipeline/model/record.ts'
import { stanceWords } from '../../pipeline/review/phrases.ts'
import { harmless } from './harmless.ts'

/** "Title, Publisher, 2022-12-20", what was inferred marked as such; the path where nothing else is known. */
export function nameSource({ metadata, path }: DocumentRecord): string {
  const parts = [metadata.publisher, metadata.title, metadata.published].filter((part) => part !== null)
  if (parts.length === 0) return harmless(path)
  const inferred = parts.filter(({ basis }) => basis === 'text')
  const each = inferred.length > 0 && inferred.length < parts.length
  const named = parts.map(
    ({ value, basis }) => `${value}${each && basis === 'text' ? ' (from the text)' : ''}`,
  )
  if (!metadata.published) named.push('no date')
  const basis = inferred.length === parts.length ? ' (from the text)' : ''
  const restates = metadata.summaryOf ? `, restating ${metadata.summaryOf.value}` : ''
  return harmless(`${named.join(', ')}${basis}${restates}`)
}

/** "sources/a.md:12": where an editor finds the quote. */
export function placeOf({ document, line, start }: QuoteRecord): string {
  const page = document.pages?.findIndex((span) => start < span.end) ?? -1
  return harmless(`${document.path}:${line}${page < 0 ? '' : `, page ${page + 1}`}`)
}

/** How a claim is put forward: "stated as fact", "reported, by Jane Roe", "denied". */
export function stanceOf(claim: Claim): string {
  return harmless(stanceWords(claim))
}

/** An id short enough to type, long enough to be unique among tens of thousands. */
export function shortId(id: string): string {
  return id.slice(0, id.indexOf('_') + 9)
}

/** A quote in typographic quotation marks, its white space flattened. */
export function quoted(quote: string): string {
  return `“${harmless(quote.replace(/\s+/g, ' ').trim())}”`
}

/** "in 2 disputes", "3 independent sources", "source graded B2": what else is known of a claim; empty where nothing is. */
export function standing({ document, conflicts, independentSources }: ClaimRecord): string[] {
  const grade = document.metadata.reliability?.value
  return [
    ...(grade ? [harmless(`source graded ${grade}`)] : []),
    ...(independentSources && independentSources > 1 ? [`${independentSources} independent sources`] : []),
    ...conflicts.map(({ id, strength }) => `${strength} ${shortId(id)}`),
  ]
}
