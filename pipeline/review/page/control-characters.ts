/**
 * Characters that would act instead of being read: C0 and C1 controls except tab and line ends, marks that turn the
 * direction of writing, characters without width. ZWJ and ZWNJ stay: Persian and emoji need them.
 */
const ACTING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu

/** A stretch of a text as it is shown: plain, or one acting character that is named in its place. Offsets are UTF-16. */
export interface ShownPiece {
  readonly start: number
  readonly text: string
  /** "U+202E"; null for what is plain. */
  readonly named: string | null
}

/** Cuts a text at its acting characters: `"ab\u202ecd"` gives "ab", U+202E, "cd"; an emoji or a tab is no cut. */
export function shownPieces(text: string, offset = 0): ShownPiece[] {
  const pieces: ShownPiece[] = []
  let from = 0
  for (const { 0: acting, index } of text.matchAll(ACTING)) {
    if (index > from) pieces.push({ start: offset + from, text: text.slice(from, index), named: null })
    const code = acting.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
    pieces.push({ start: offset + index, text: acting, named: `U+${code}` })
    from = index + acting.length
  }
  if (from < text.length) pieces.push({ start: offset + from, text: text.slice(from), named: null })
  return pieces
}

/** For attributes and titles, where there is room for text only: acting characters by their name in brackets. */
export function plainText(text: string): string {
  return shownPieces(text)
    .map(({ text, named }) => (named === null ? text : `[${named}]`))
    .join('')
}
