/**
 * An address in the one form in which two are compared: without scheme, `www.`, fragment, what trackers add, and the
 * slash at its end; the host in lower case. Null for what is no address of an article: a site's front page is the
 * canonical address of many pages whose makers did not care.
 *
 *     https://www.Example.org/ferry/?utm_source=x#top   ->   example.org/ferry
 *     http://example.org/story?id=7                     ->   example.org/story?id=7
 *     https://example.org/                              ->   null
 */
export function addressKey(url: string): string | null {
  const match = /^https?:\/\/(?:[^/?#@]*@)?([^/?#]+)([^?#]*)(?:\?([^#]*))?/i.exec(url.trim())
  if (!match) return null
  const host = match[1]!
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/:(?:80|443)$/, '')
  const path = match[2]!.replace(/\/(?:index\.(?:html?|php))?$/i, '')
  const query = (match[3] ?? '').split('&').filter((part) => part !== '' && !TRACKING.test(part))
  if (path === '' && query.length === 0) return null
  return `${host}${path}${query.length > 0 ? `?${query.sort().join('&')}` : ''}`
}

const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ocid|cmpid|smid|ref|ref_src)=/i
