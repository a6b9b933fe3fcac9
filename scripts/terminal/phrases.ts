import type { Claim } from '../../pipeline/model/claim.ts'
import type { CorrectionMark } from '../../pipeline/model/correction.ts'
import type { ClaimRecord, DocumentRecord, QuoteRecord } from '../../pipeline/model/record.ts'
import { stanceWords } from '../../pipeline/review/phrases.ts'
import { harmless } from './harmless.ts'

/** "Title, Publisher, 2022-12-20", what was inferred or corrected marked as such; the path where nothing else is known. */
export function nameSource({ metadata, path }: DocumentRecord): string {
  const parts = [metadata.publisher, metadata.title, metadata.published].filter((part) => part !== null)
  if (parts.length === 0) return harmless(path)
  const inferred = parts.filter(({ basis }) => basis === 'text')
  const each = inferred.length > 0 && inferred.length < parts.length
  const named = parts.map(({ value, basis }) => {
    const mark = basis === 'correction' ? ' (corrected)' : each && basis === 'text' ? ' (from the text)' : ''
    return `${value}${mark}`
  })
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

/** "corrected by Ada on 2026-11-22 (date, subject)": the last hand of each; empty where nobody corrected anything. */
export function correctedBy(marks: readonly CorrectionMark[] = []): string[] {
  const hands = new Map<string, string[]>()
  for (const { field, reviewer, at } of marks) {
    const hand = field === 'claim' ? 'made' : 'corrected'
    const who = `${hand} by ${reviewer} on ${at.slice(0, 10)}`
    hands.set(who, [...(hands.get(who) ?? []), ...(field === 'claim' ? [] : [field])])
  }
  return [...hands].map(([who, fields]) =>
    harmless(fields.length > 0 ? `${who} (${fields.join(', ')})` : who),
  )
}

/** "source graded B2"; empty where nobody graded it. */
export function gradeOf({ metadata }: DocumentRecord): string[] {
  const grade = metadata.reliability?.value
  return grade ? [harmless(`source graded ${grade}`)] : []
}

/** "in 2 disputes", "3 independent sources", "source graded B2": what else is known of a claim; empty where nothing is. */
export function standing({ claim, document, conflicts, independentSources }: ClaimRecord): string[] {
  return [
    ...gradeOf(document),
    ...(independentSources && independentSources > 1 ? [`${independentSources} independent sources`] : []),
    ...conflicts.map(({ id, strength }) => `${strength} ${shortId(id)}`),
    ...correctedBy(claim.corrections),
  ]
}
