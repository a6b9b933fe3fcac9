/** Length of prefixes and suffixes, in code points: W3C Web Annotation's examples and Hypothesis use as many. */
const LENGTH = 32

/** The 32 code points before an offset (UTF-16). */
export function textBefore(text: string, start: number): string {
  return [...text.slice(Math.max(0, start - 2 * LENGTH), start)].slice(-LENGTH).join('')
}

/** The 32 code points behind an offset (UTF-16). */
export function textAfter(text: string, end: number): string {
  return [...text.slice(end, end + 2 * LENGTH)].slice(0, LENGTH).join('')
}
