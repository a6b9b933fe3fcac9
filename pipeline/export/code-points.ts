/**
 * Gives, for one text, the function from UTF-16 offsets to offsets in Unicode code points, which the world outside
 * counts in (W3C Web Annotation, SQLite, DuckDB, Python). The only place where offsets are converted.
 *
 * In "a😀b" the UTF-16 offsets 0, 1, 3, 4 become 0, 1, 2, 3. A lone surrogate counts as one; an offset inside a pair
 * counts as before it.
 */
export function codePointOffsets(text: string): (utf16: number) => number {
  /** Offsets behind each surrogate pair, rising: every one passed is one unit that is no code point of its own. */
  const pairEnds: number[] = []
  for (const pair of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairEnds.push(pair.index + 2)
  return (utf16) => {
    let low = 0
    let high = pairEnds.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairEnds[middle]! <= utf16) low = middle + 1
      else high = middle
    }
    const insidePair = pairEnds[low] === utf16 + 1 ? 1 : 0
    return utf16 - low - insidePair
  }
}
