import type { Span } from '../model/span.ts'

/** A run of letters, a number, or one other character; finer than a word: "1990s" is two, "p.m." is four. */
export interface Token extends Span {
  /** Lower case. */
  readonly text: string
  readonly kind: 'letters' | 'number' | 'mark'
  /** No white space before it. */
  readonly glued: boolean
  readonly capital: boolean
  /** Of plain digits ("1939", "07"); null for "2,000" and "22.8", which are no part of a date. */
  readonly digits: number | null
}

/** "22.8" is one number, "04.03.2019" are three. */
const TOKEN = /[\p{L}\p{M}]+|\d+(?:,\d{3}(?!\d))*(?:(?<!\d\.\d{1,4})\.\d+(?!\d|\.\d))?|[^\s]/gu

/** Cuts a stretch of the text; offsets are those of the whole text. */
export function tokenize(text: string, { start, end }: Span): readonly Token[] {
  const tokens: Token[] = []
  let behind = start
  for (const match of text.slice(start, end).matchAll(TOKEN)) {
    const raw = match[0]
    const at = start + match.index
    const code = raw.charCodeAt(0)
    const isNumber = code >= 48 && code <= 57
    const lower = raw.toLowerCase()
    tokens.push({
      start: at,
      end: at + raw.length,
      text: lower,
      kind: isNumber ? 'number' : lower !== raw.toUpperCase() ? 'letters' : 'mark',
      glued: at === behind && at !== start,
      capital: code >= 65 && (code <= 90 || (code > 127 && raw[0] !== lower[0])),
      digits: isNumber && raw.length <= 4 && !raw.includes('.') ? Number(raw) : null,
    })
    behind = at + raw.length
  }
  return tokens
}

/** The number of tokens that spell `words` from `index` on; 0 where they do not. */
export function spells(tokens: readonly Token[], index: number, words: readonly string[]): number {
  for (let k = 0; k < words.length; k++) if (tokens[index + k]?.text !== words[k]) return 0
  return words.length
}
