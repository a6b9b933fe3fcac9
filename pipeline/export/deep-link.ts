import type { Span } from '../model/span.ts'

/** Longer quotes are given by their first and last words, as the specification advises. In UTF-16 units. */
const LONGEST_EXACT = 300
/** Words at either end of a long quote. */
const WORDS_AT_END = 6
/** Words before and after that tell a repeated quote from its likes, and where they are looked for, in UTF-16 units. */
const WORDS_AROUND = 4
const WINDOW = 200

/**
 * The page's address with a text fragment that leads the browser to the quote
 * (https://wicg.github.io/scroll-to-text-fragment/); with the words before and after it where the quote occurs
 * more than once. Null without an address or without words.
 *
 * `https://example.org/a` and "12 aboard" give `https://example.org/a#:~:text=12%20aboard`.
 */
export function deepLink(url: string | null, text: string, span: Span): string | null {
  if (url === null) return null
  const quote = text.slice(span.start, span.end)
  const words = wordsOf(quote)
  if (words.length === 0) return null
  const parts =
    quote.length > LONGEST_EXACT && words.length > 2 * WORDS_AT_END
      ? [words.slice(0, WORDS_AT_END), words.slice(-WORDS_AT_END)]
      : [words]
  let directive = parts.map((part) => encode(part.join(' '))).join(',')
  if (occursTwice(text, quote)) {
    const before = wordsBefore(text, span.start)
    const after = wordsAfter(text, span.end)
    if (before.length > 0) directive = `${encode(before.join(' '))}-,${directive}`
    if (after.length > 0) directive = `${directive},-${encode(after.join(' '))}`
  }
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${directive}`
}

/** The browser compares with runs of white space as one space. */
function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** The browser matches whole words only: one that the window cuts is left out. */
function wordsBefore(text: string, start: number): readonly string[] {
  const words = text.slice(Math.max(0, start - WINDOW), start).split(/\s+/)
  return (start > WINDOW ? words.slice(1) : words).filter((word) => word !== '').slice(-WORDS_AROUND)
}

function wordsAfter(text: string, end: number): readonly string[] {
  const words = text.slice(end, end + WINDOW).split(/\s+/)
  return (end + WINDOW < text.length ? words.slice(0, -1) : words)
    .filter((word) => word !== '')
    .slice(0, WORDS_AROUND)
}

function occursTwice(text: string, quote: string): boolean {
  const first = text.indexOf(quote)
  return text.indexOf(quote, first + 1) !== -1
}

/** Percent-encoded; `-`, which `encodeURIComponent` leaves, has a meaning in text directives. */
function encode(text: string): string {
  const wellFormed = text.replace(/\p{Surrogate}/gu, '\ufffd')
  return encodeURIComponent(wellFormed).replaceAll('-', '%2D')
}
