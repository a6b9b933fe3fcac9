/**
 * Joins two lines of a paragraph, and mends a word that the line's end parted. A hyphen is kept where the document
 * writes the word with one elsewhere, and where what follows is no small letter.
 *
 *     "the demon-" + "stration was"   ->   "the demonstration was"
 *     "a well-" + "known pier"        ->   "a well-known pier", if "well-known" stands elsewhere
 *     "the India-" + "Tajikistan pact" -> "the India-Tajikistan pact"
 */
export function joinLines(above: string, below: string, words: ReadonlySet<string>): string {
  const soft = above.endsWith('\u00ad')
  const left = /([\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*)[-\u2010\u00ad]$/u.exec(above.slice(-LONGEST_WORD))?.[1]
  if (!left) return `${above} ${below}`
  const right = /^[\p{L}\p{M}]+/u.exec(below)?.[0]
  if (!right) return `${above} ${below}`
  const stem = above.slice(0, -1)
  const small = /^\p{Ll}/u.test(right)
  const hyphenated = words.has(`${left}-${right}`.toLowerCase()) && !words.has((left + right).toLowerCase())
  return soft || (small && !hyphenated) ? stem + below : `${stem}-${below}`
}

const LONGEST_WORD = 60

/** Bounded: a line of hyphens and letters without end would be gone through from each of them. */
const WORD = /[\p{L}\p{M}]{1,60}(?:-[\p{L}\p{M}]{1,60}){0,8}(?=[^\p{L}\p{M}-])/gu

/** The words that lines hold whole, lower case: those at a line's end may be parts. */
export function wholeWords(lines: readonly { readonly text: string }[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const { text } of lines) {
    for (const [word] of text.matchAll(WORD)) words.add(word.toLowerCase())
  }
  return words
}
