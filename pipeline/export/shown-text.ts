/**
 * A text as a browser shows it, with the way there from offsets into the raw text: without the characters of markup,
 * and with one character for each run of white space: a space; `\n` where the run holds a line end; `\f` where it
 * holds a blank line, that is between two blocks.
 */
export interface ShownText {
  readonly text: string
  /** Lower case, in which white space of any kind is one space: browsers find words in any case. */
  readonly folded: string
  /** From a UTF-16 offset into the raw text to one into `text`; what is not shown counts as what follows it. */
  at(raw: number): number
}

/**
 * `masked` is the raw text, in the same length, with every character of markup blanked by a space.
 *
 *     A [second](https://example.org) *ferry*, he said   ->   A second ferry, he said
 */
export function shownText(raw: string, masked: string): ShownText {
  const parts: string[] = []
  /** Where each shown character, and at last the end, stands in the raw text; rising. */
  const origins: number[] = []
  for (const { 0: run, index } of masked.matchAll(/\s+|\S+/g)) {
    if (/\S/.test(run[0]!)) {
      parts.push(run)
      for (let i = 0; i < run.length; i++) origins.push(index + i)
      continue
    }
    const space = spaceOf(raw.slice(index, index + run.length))
    parts.push(space)
    if (space !== '') origins.push(index)
  }
  const text = parts.join('')
  return {
    text,
    folded: fold(text),
    at(offset) {
      let low = 0
      let high = origins.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (origins[middle]! < offset) low = middle + 1
        else high = middle
      }
      return low
    },
  }
}

/** As browsers compare: any white space alike, in any case. */
export function fold(text: string): string {
  return text.replace(/\s+/g, ' ').toLowerCase()
}

/** What is shown of a blanked stretch: nothing where all of it was markup. */
function spaceOf(raw: string): string {
  const ends = raw.match(/\r\n|[\n\r\u2028\u2029]|\f/g)
  if (ends) return ends.length > 1 || ends[0] === '\f' ? '\f' : '\n'
  return /\s|&nbsp;|&#(?:0*160|x0*a0);|<br\b/i.test(raw) ? ' ' : ''
}
