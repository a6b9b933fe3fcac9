import { useEffect, useState } from 'preact/hooks'

/** What the queue is narrowed to, as the API takes it; an empty string narrows nothing. */
export const FILTERS = ['type', 'strength', 'status', 'source', 'entity', 'from', 'to', 'q'] as const
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
    page: Number.isInteger(page) && page > 1 ? page : 1,
  }
}

/** The shortest query that reads back as the same address; `/` for the whole queue. */
export function writeAddress(address: Partial<Address>): string {
  const query = new URLSearchParams()
  for (const name of ['view', 'article', 'at', 'dispute', ...FILTERS] as const)
    if (address[name]) query.set(name, address[name])
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

const CHANGED = 'gainsay:address'

/** Goes somewhere. `replace` leaves no entry for the back button: for what is typed letter by letter. */
export function go(to: Partial<Address>, { replace = false } = {}): void {
  const address = writeAddress(to)
  if (address === location.pathname + location.search) return
  history[replace ? 'replaceState' : 'pushState'](null, '', address)
  dispatchEvent(new Event(CHANGED))
}

/** Keeps clicks on the page's own links in the page; those that open a new window stay the browser's. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
  const link = (event.target as Element).closest?.('a')
  const href = link?.getAttribute('href')
  if (!link || link.hasAttribute('target') || !href?.startsWith('/') || /^\/[^?]/.test(href)) return
  event.preventDefault()
  go(readAddress(href.slice(1)))
}

/** The address, anew whenever it changes, by us or by the browser's own buttons. */
export function useAddress(): Address {
  const [search, setSearch] = useState(location.search)
  useEffect(() => {
    const changed = () => setSearch(location.search)
    addEventListener('popstate', changed)
    addEventListener(CHANGED, changed)
    return () => {
      removeEventListener('popstate', changed)
      removeEventListener(CHANGED, changed)
    }
  }, [])
  return readAddress(search)
}
