import type { CorpusDocument } from '../../model/corpus.ts'
import { similarity } from './minhash.ts'
import { NEAR_DUPLICATE } from './near-copies.ts'
import { sharedPassages, type Telling } from './passages.ts'
import { sourceName } from './sources.ts'

/** How many of some documents speak for themselves, and why not the others. */
export interface Independence {
  readonly count: number
  readonly why: string
}

/**
 * Documents that hang together, by whatever tie, count once; so do those that tell the thing in question in one wording,
 * as far as its sentences are given.
 */
export function countIndependent(
  documents: readonly CorpusDocument[],
  tellings: readonly Telling[] = [],
): Independence {
  const distinct = [...new Map(documents.map((document) => [document.id, document])).values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  )
  let group = distinct.map((_, at) => at)
  const reasons = new Set<string>()
  const join = (i: number, j: number, tie: string): void => {
    reasons.add(tie)
    const [from, to] = [group[j]!, group[i]!]
    group = group.map((value) => (value === from ? to : value))
  }
  for (let i = 0; i < distinct.length; i++) {
    for (let j = i + 1; j < distinct.length; j++) {
      const tie = tieBetween(distinct[i]!, distinct[j]!)
      if (tie !== null) join(i, j, tie)
    }
  }
  const place = new Map(distinct.map(({ id }, at) => [id, at]))
  for (const [one, other] of sharedPassages(tellings)) {
    const [i, j] = [place.get(one), place.get(other)]
    if (i !== undefined && j !== undefined && group[i] !== group[j]) join(i, j, 'a passage in the same words')
  }
  const count = new Set(group).size
  const texts = `${distinct.length} ${distinct.length === 1 ? 'text' : 'texts'}`
  if (reasons.size === 0)
    return { count, why: distinct.length === 1 ? 'one source' : `${texts}, no tie found between them` }
  return { count, why: `${texts}, ${count} independent: ${[...reasons].sort().join('; ')}` }
}

/** Why two documents are no two witnesses; null where nothing says so. */
export function tieBetween(a: CorpusDocument, b: CorpusDocument): string | null {
  if (similarity(a.evidence.signature, b.evidence.signature) >= NEAR_DUPLICATE) return 'nearly the same text'
  const [one, other] = [origin(a), origin(b)]
  if (one !== null && one === other) return `both restate ${a.summaryOf}`
  if (restates(a, b) || restates(b, a)) return 'one restates the other'
  if (!a.summaryOf && !b.summaryOf) {
    if (same(a.author, b.author)) return `one author, ${a.author}`
    if (same(a.publisher, b.publisher)) return `one publisher, ${a.publisher}`
  }
  const wire = a.evidence.credits.find((credit) => b.evidence.credits.some((next) => same(credit, next)))
  if (wire) return `both carry or cite ${wire}`
  if (leansOn(a, b)) return `${sourceName(a)} cites ${sourceName(b)}`
  if (leansOn(b, a)) return `${sourceName(b)} cites ${sourceName(a)}`
  return null
}

const normalise = (name: string): string =>
  (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ').replace(/^the /, '')

const same = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && normalise(a) === normalise(b)

const origin = (document: CorpusDocument): string | null =>
  document.summaryOf ? normalise(document.summaryOf) : null

function restates(a: CorpusDocument, b: CorpusDocument): boolean {
  const named = origin(a)
  if (named === null) return false
  const title = b.title ? normalise(b.title) : ''
  return (
    same(a.summaryOf, b.publisher) ||
    same(a.summaryOf, b.url) ||
    (title.split(' ').length >= 3 && (named.includes(title) || title.includes(named)))
  )
}

/** A credit that names the other's publisher, or a reference entry with its title (or its author and year). */
function leansOn(a: CorpusDocument, b: CorpusDocument): boolean {
  if (a.evidence.credits.some((credit) => same(credit, b.publisher))) return true
  const title = b.title ? normalise(b.title) : ''
  const surname = b.author ? (normalise(b.author).split(' ').at(-1) ?? '') : ''
  const year = b.published?.slice(0, 4) ?? ''
  return a.evidence.references.some(({ text }) => {
    const entry = normalise(text)
    if (title.split(' ').length >= 4 && entry.includes(title)) return true
    return (
      surname.length > 2 && /^\d{4}$/.test(year) && entry.split(' ').includes(surname) && entry.includes(year)
    )
  })
}
