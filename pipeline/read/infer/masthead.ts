import { type HeadLine, wordsOf } from './head.ts'

/** Words in the names of media and wire agencies. */
export const MEDIA_NAME =
  /\b(?:News|Times|Post|Herald|Journal|Magazine|Today|Daily|Weekly|Review|Tribune|Gazette|Observer|Guardian|Telegraph|Courier|Mail|Express|Standard|Independent|Chronicle|Monitor|Mirror|Sun|Star|Globe|Inquirer|Bulletin|Dispatch|Diplomat|Economist|Radio|TV|Television|Broadcasting|Press|Media|Wire|Agency|Blog|Reuters|Bloomberg|AFP|AP|BBC|CNN|NPR|TASS|Xinhua|Wikipedia)\b/

const SERIAL =
  /\b(?:journal|proceedings|bulletin|gazette|review|quarterly|annals|transactions|magazine|newsletter|herald|chronicle)\b/i
const ABOUT_A_SERIAL =
  /\b(?:peer[- ]reviewed|open[- ]access|refereed|indexed|impact factor|volume|vol\.|issue|issn)\b/i

/**
 * A line above the title that names the serial: in capitals, or with an acronym in brackets, or beside a line about
 * reviewing, volume or ISSN.
 *
 * Finds "COASTAL JOURNAL OF FISHERIES (CJF)"; leaves "An open-access, peer-reviewed journal" (about the serial, no
 * name) and "Press review: what the papers say" (a title) alone.
 */
export function isMasthead(line: HeadLine, head: readonly HeadLine[], at: number): boolean {
  const { text } = line
  if (line.prose || wordsOf(text).length > 14) return false
  if (ABOUT_A_SERIAL.test(text)) return true
  if (!SERIAL.test(text)) return false
  const capitals = !/\p{Ll}/u.test(text)
  const acronym = /\(\p{Lu}{3,}\)$/u.test(text)
  const besideDetails = [head[at - 1], head[at + 1]].some(
    (other) => other && !other.prose && ABOUT_A_SERIAL.test(other.text),
  )
  return acronym || besideDetails || (capitals && at < 3)
}

/** True for a masthead line that is the serial's name, and not about its reviewing or numbering. */
export function isSerialName(text: string): boolean {
  return SERIAL.test(text) && !ABOUT_A_SERIAL.test(text) && !/^an?\s/i.test(text)
}

/** "The Daily Ledger" on a line of its own: a few capitalised words with a medium's word; not "Royal Mail privatised". */
export function isSiteName(text: string): boolean {
  const words = wordsOf(text)
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    MEDIA_NAME.test(text) &&
    words.every((word) => /^(?:\p{Lu}|of$|and$)/u.test(word))
  )
}
