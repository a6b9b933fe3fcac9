/**
 * Gives the number of the line, from 1, that a UTF-16 offset stands in, as editors count: after `\n`, `\r\n` or a
 * lone `\r`.
 */
export function lineNumbers(text: string): (offset: number) => number {
  const starts = [0]
  for (const lineBreak of text.matchAll(/\r\n|\n|\r/g)) starts.push(lineBreak.index + lineBreak[0].length)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}
