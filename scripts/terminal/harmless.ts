/**
 * Article text on a terminal: a control character must not move the cursor, recolour the screen or turn the reading
 * direction of what follows. C0 controls become their visible pictures (`␛[31m`), everything else that steers (C1,
 * bidirectional overrides and isolates) its code point. Line feeds and tabs stay.
 */
export function harmless(text: string): string {
  return text.replace(STEERING, (character) => {
    const code = character.codePointAt(0)!
    if (code < 0x20) return String.fromCodePoint(0x2400 + code)
    if (code === 0x7f) return '\u2421'
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
  })
}

/** The same for JSON on one line: escapes that mean the same to a parser, and nothing to a terminal. */
export function harmlessEscapes(json: string): string {
  return json.replace(STEERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const STEERING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g
