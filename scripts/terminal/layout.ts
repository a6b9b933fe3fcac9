/** Columns that a text takes on a terminal: marks take none, East Asian wide characters and emoji two. */
export function columns(text: string): number {
  let total = 0
  for (const character of text) {
    if (NO_WIDTH.test(character)) continue
    total += WIDE.test(character) ? 2 : 1
  }
  return total
}

const NO_WIDTH = /^(?:\p{M}|\p{Cf})$/u
const WIDE =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\p{Emoji_Presentation}]$/u

/**
 * Breaks text into lines of at most `width` columns, the first behind `first`, the others behind `rest`. Runs of
 * white space become one space; a word that is longer than a line is cut.
 */
export function wrap(text: string, width: number, first = '', rest = first): string[] {
  const lines: string[] = []
  let line = first
  let used = columns(first)
  let empty = true
  const close = () => {
    lines.push(line)
    line = rest
    used = columns(rest)
    empty = true
  }
  for (const word of text.split(/\s+/).filter(Boolean)) {
    for (const piece of pieces(word, Math.max(8, width - columns(rest)))) {
      const size = columns(piece)
      if (!empty && used + 1 + size > width) close()
      line += empty ? piece : ` ${piece}`
      used += size + (empty ? 0 : 1)
      empty = false
    }
  }
  if (!empty || lines.length === 0) lines.push(line)
  return lines
}

/** Breaks text into lines behind a label that is already coloured and stands on the first line alone. */
export function wrapBehind(label: string, painted: string, text: string, width: number): string[] {
  const indent = columns(label)
  const [first, ...rest] = wrap(text, width - indent)
  return [`${painted}${first}`, ...rest.map((line) => `${' '.repeat(indent)}${line}`)]
}

function* pieces(word: string, limit: number): Generator<string> {
  if (word.length <= limit / 2 || columns(word) <= limit) return yield word
  let piece = ''
  let size = 0
  for (const character of word) {
    const step = columns(character)
    if (size + step > limit) {
      yield piece
      piece = ''
      size = 0
    }
    piece += character
    size += step
  }
  if (piece) yield piece
}

/** Cuts to at most `width` columns, with an ellipsis where something is gone. White space becomes single spaces. */
export function clip(text: string, width: number): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (columns(flat) <= width) return flat
  let kept = ''
  let used = 0
  for (const character of flat) {
    used += columns(character)
    if (used > width - 1) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/** "1 text", "2 texts", "1 entry", "2 entries". */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? singular : plural}`
}
