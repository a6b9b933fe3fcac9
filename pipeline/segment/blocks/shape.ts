/** Tokens that hold a letter or a digit. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
}

/** Ends as a sentence does, quotes, brackets and note numbers allowed behind the stop. */
export function endsSentence(text: string): boolean {
  return /[.!?…。؟]["'”’»)\]*]*(?:\s?\[\d{1,3}\]|[¹²³⁰-⁹])*$/u.test(text.slice(-40))
}

/** States things in sentences, as headings, names and dates do not. */
export function isProse(text: string): boolean {
  const words = wordsOf(text.slice(0, 1_000)).length
  return (
    words > 30 ||
    (words >= 8 && endsSentence(text)) ||
    (words >= 4 && /[^?]$/.test(text) && endsSentence(text))
  )
}

/** Lower case, without punctuation: for comparing a line with a title or a name. */
export function normal(text: string): string {
  return wordsOf(text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')).join(' ')
}
