import { useEffect, useState } from 'preact/hooks'
import { type Address, readAddress, writeAddress } from './address.ts'

const CHANGED = 'gainsay:address'

/** Goes somewhere. `replace` leaves no entry for the back button: for what is typed letter by letter. */
export function go(to: Partial<Address>, { replace = false } = {}): void {
  const address = writeAddress(to)
  if (address === location.pathname + location.search) return
  const from = location.pathname + location.search
  if (replace) history.replaceState(history.state, '', address)
  else history.pushState({ from }, '', address)
  dispatchEvent(new Event(CHANGED))
}

/** Goes back to where the reader came from, if that is it; else there. So Escape and the back button agree. */
export function leaveTo(to: Partial<Address>): void {
  if (history.state?.from === writeAddress(to)) history.back()
  else go(to)
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
