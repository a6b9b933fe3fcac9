import type { Finding, HeadLine } from './head.ts'

/** The address of the text: a line of the head that is nothing but one, with or without a label. */
export function inferUrl(head: readonly HeadLine[]): Finding | null {
  for (const line of head) {
    const match =
      /^(?:(?:url|link|source|web|retrieved from|available at|original article)\s*:?\s*)?<?(https?:\/\/[^\s<>"']+)>?$/i.exec(
        line.text,
      )
    if (match) return { value: match[1]!, reason: `address line, line ${line.number}` }
  }
  return null
}
