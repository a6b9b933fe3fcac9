/** What the queue is narrowed to, as the API takes it; an empty string narrows nothing, nor does `against` alone. */
export const FILTERS = [
  'type',
  'strength',
  'status',
  'source',
  'against',
  'entity',
  'from',
  'to',
  'q',
] as const
export type Filter = (typeof FILTERS)[number]
export type Filters = Readonly<Record<Filter, string>>

/** Beside the queue, the disputes and the articles. */
export type View = 'overview' | 'log'
const VIEWS: readonly string[] = ['overview', 'log'] satisfies View[]

/**
 * Where the reader is: everything that the page shows follows from it, and all of it is in the query of the address,
 * so that a view can be bookmarked, shared and gone back to. The filters stay while a dispute is open, for "next" is
 * the next of the filtered queue.
 */
export interface Address extends Filters {
  readonly view: View | ''
  /** A conflict's id. */
  readonly dispute: string
  /** A document's id. */
  readonly article: string
  /** `START-END` in UTF-16: the quote that the article is opened at. */
  readonly at: string
  /** `all` where every claim of the article is marked, not only those on the question. */
  readonly claims: 'all' | ''
  /** From 1. */
  readonly page: number
}

/** Reads the query of an address (`?type=time&page=2`); what it does not know is left out. */
export function readAddress(search: string): Address {
  const query = new URLSearchParams(search)
  const word = (name: string) => query.get(name) ?? ''
  const page = Number(query.get('page'))
  return {
    ...(Object.fromEntries(FILTERS.map((name) => [name, word(name)])) as Filters),
    view: VIEWS.includes(word('view')) ? (word('view') as View) : '',
    dispute: word('dispute'),
    article: word('article'),
    at: word('at'),
    claims: word('claims') === 'all' ? 'all' : '',
    page: Number.isInteger(page) && page > 1 ? page : 1,
  }
}

/** The shortest query that reads back as the same address; `/` for the whole queue. */
export function writeAddress(address: Partial<Address>): string {
  const query = new URLSearchParams()
  for (const name of ['view', 'article', 'at', 'claims', 'dispute', ...FILTERS] as const)
    if (address[name] && (name !== 'against' || address.source)) query.set(name, address[name])
  if (address.page && address.page > 1) query.set('page', String(address.page))
  const text = query.toString()
  return text === '' ? '/' : `/?${text}`
}

/** What of an address belongs to the queue: where "back to the queue" leads, and what the API takes. */
export function queuePart(address: Address): Filters & { readonly page: number } {
  const filters = Object.fromEntries(FILTERS.map((name) => [name, address[name]])) as Filters
  return { ...filters, page: address.page }
}

/** The same without page, as a query of the API ("?type=time", or nothing). */
export function filterQuery(address: Address): string {
  return writeAddress({ ...queuePart(address), page: 1 }).slice(1)
}

/** Where the API has a dispute, with its place in the queue as this address filters it. */
export function conflictPath(conflict: string, address: Address): string {
  return `conflicts/${encodeURIComponent(conflict)}${filterQuery(address)}`
}
