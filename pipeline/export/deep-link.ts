import type { DocumentRecord } from '../model/record.ts'
import type { Span } from '../model/span.ts'
import { pageNumber } from './page-number.ts'
import { percentEncode } from './percent.ts'
import { fold, type ShownText, shownText } from './shown-text.ts'

/** Longer quotes are given by their first and last words, as the specification advises. In UTF-16 units. */
const LONGEST_EXACT = 300
/** Words at either end of a long quote. */
const WORDS_AT_END = 6
/** Words before and after that tell a repeated quote from its likes: as many as it takes, the fewest first. */
const WORDS_AROUND = [4, 8, 16]
/** Where those are looked for, in UTF-16 units. */
const WINDOW = 400

/** Gives the link to a stretch of a document; null without an address of the web or without words. */
export type DeepLinks = (document: DocumentRecord, span: Span) => string | null

/**
 * Links into documents, each of which is prepared once. `mask` gives a document's text, in the same length, with its
 * markup blanked: a fragment names the words that the browser shows.
 */
export function deepLinks(mask: (document: DocumentRecord) => string): DeepLinks {
  const shown = new WeakMap<DocumentRecord, ShownText>()
  return (document, span) => {
    const url = document.metadata.url?.value ?? null
    // An article may call anything its address.
    if (url === null || !/^https?:\/\/\S+$/i.test(url)) return null
    const page = isPdf(url) ? pageNumber(document, span.start) : null
    if (page !== null) return `${url.replace(/#.*/, '')}#page=${page}`
    let text = shown.get(document)
    if (!text) {
      text = shownText(document.text, mask(document))
      shown.set(document, text)
    }
    return deepLink(url, text, span)
  }
}

/** Viewers of PDF files open a page (RFC 8118), and look for no words. */
function isPdf(url: string): boolean {
  return /\.pdf(?:[?#]|$)/i.test(url)
}

/**
 * The page's address with a text fragment that leads the browser to the quote
 * (https://wicg.github.io/scroll-to-text-fragment/); with the words before and after it where the quote occurs
 * more than once. The span is one of the raw text. Null without words.
 *
 * `https://example.org/a` and "12 aboard" give `https://example.org/a#:~:text=12%20aboard`.
 */
export function deepLink(url: string, shown: ShownText, span: Span): string | null {
  const start = shown.at(span.start)
  const quote = shown.text.slice(start, shown.at(span.end)).trim()
  if (quote === '') return null
  const from = shown.text.indexOf(quote, start)
  const place = { start: from, end: from + quote.length }
  const terms = termsOf(quote)
  const [before, after] = terms.every((term) => isUnique(shown, term)) ? ['', ''] : around(shown, place)
  const directive = terms.map(encode)
  if (before !== '') directive.unshift(`${encode(before)}-`)
  if (after !== '') directive.push(`-${encode(after)}`)
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${directive.join(',')}`
}

/** The whole quote; its two ends where it is long, or crosses from block to block, which no single term can. */
function termsOf(quote: string): readonly string[] {
  const blocks = quote.split('\f')
  const words = wordsOf(quote)
  if (blocks.length === 1 && (quote.length <= LONGEST_EXACT || words.length <= 2 * WORDS_AT_END)) {
    return [words.join(' ')]
  }
  const first = wordsOf(blocks[0]!).slice(0, WORDS_AT_END)
  const last = wordsOf(blocks.at(-1)!).slice(-WORDS_AT_END)
  return [first.join(' '), last.join(' ')]
}

/** As few words before and after as tell this place from all others; as many as we give where none do. */
function around(shown: ShownText, place: Span): readonly [before: string, after: string] {
  let found: readonly [string, string] = ['', '']
  for (const count of WORDS_AROUND) {
    const before = wordsBefore(shown.text, place.start, count)
    const after = wordsAfter(shown.text, place.end, count)
    found = [before, after]
    if (isUnique(shown, `${before} ${shown.text.slice(place.start, place.end)} ${after}`)) break
  }
  return found
}

/** Words of one line only, for a term that crosses from block to block is found nowhere. */
function wordsBefore(text: string, start: number, count: number): string {
  const from = Math.max(0, start - WINDOW)
  const line = text
    .slice(from, start)
    .trimEnd()
    .split(/[\n\f]/)
    .at(-1)!
  // The browser matches whole words only: one that the window cuts is left out.
  const words = wordsOf(line)
  return (from > 0 && line.length >= WINDOW - 1 ? words.slice(1) : words).slice(-count).join(' ')
}

function wordsAfter(text: string, end: number, count: number): string {
  const line = text
    .slice(end, end + WINDOW)
    .trimStart()
    .split(/[\n\f]/)[0]!
  const words = wordsOf(line)
  return (line.length >= WINDOW - 1 ? words.slice(0, -1) : words).slice(0, count).join(' ')
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

function isUnique({ folded }: ShownText, term: string): boolean {
  const sought = fold(term).trim()
  const first = folded.indexOf(sought)
  return folded.indexOf(sought, first + 1) === -1
}

/** `-`, which is left as it is in addresses, has a meaning in text directives. */
function encode(text: string): string {
  return percentEncode(text).replaceAll('-', '%2D')
}
