import { isAuthorLine } from './byline.ts'
import { parseDateLine, readingTime } from './date-line.ts'
import { type HeadLine, wordsOf } from './head.ts'
import { isMasthead, isSiteName, MEDIA_NAME } from './masthead.ts'

/** The title as the text shows it. */
export interface Title {
  readonly value: string
  readonly reason: string
  /** Half-open range of indexes into the head's lines. */
  readonly firstLine: number
  readonly endLine: number
  /** The publisher's name at the end of a web page's title ("... – The Courier"). */
  readonly publisherTail: string | null
}

const NOT_A_TITLE =
  /^(?:(?:abstract|introduction|summary|contents|keywords?|background|comments?|home|menu|news|date|author|share|advertisement|conclusions?|references|(?:world|local|latest|breaking|top) (?:news|stories)|about us|contact us|(?:log|sign) in|sign up|subscribe(?: now)?)\W*$|skip to\b|view (?:this|in|the) (?:e-?mail|newsletter|message|issue|your browser)\b|having trouble (?:viewing|reading)\b|for immediate release\b|embargoed?\b|(?:press|news|media) (?:release|advisory)(?:\s+(?:no\.?\s*)?[\d/.-]+)?$|good (?:morning|afternoon|evening)\b.{0,20}$|(?:from|to|cc|sent|date|subject|reply-to)\s*:)/i

/**
 * The line (or the few lines) that is the title: a Markdown heading of the first level before anything else, or the
 * first title-like line before the prose begins. Given the title that the file states, the lines that repeat it.
 *
 * Finds "Harbour reopens after storm | The Coast Courier" as title and publisher; leaves "Menu", "12 May 2024",
 * "By Jane Roe", "Home » News » Harbour" and "The harbour was reopened on Monday." alone.
 */
export function findTitle(head: readonly HeadLine[], stated: string | null): Title | null {
  if (stated !== null) return repeatedTitle(head, stated)
  const marked = head.findIndex((line) => line.heading === 1)
  const lines = head.flatMap((line, at) => (isTitleLine(line, at, head) ? [at] : []))
  const first = marked >= 0 ? marked : (lines.find((at) => !isSiteName(head[at]!.text)) ?? lines[0] ?? -1)
  if (first < 0 || (marked < 0 && head.slice(0, first).some((line) => line.prose))) return null
  const end = endOfTitle(head, first)
  const whole = head
    .slice(first, end)
    .map((line) => line.text)
    .join(' ')
  if (marked < 0 && !head[first]!.opensEmphasis && isWrappedProse(head, first, whole)) return null
  const { title, tail } = splitTail(whole)
  return {
    value: title,
    reason: `title line, line ${head[first]!.number}`,
    firstLine: first,
    endLine: end,
    publisherTail: tail,
  }
}

function isTitleLine(line: HeadLine, at: number, head: readonly HeadLine[]): boolean {
  const { text } = line
  const words = wordsOf(text).length
  if (
    line.prose ||
    line.listItem ||
    (line.repeated && /\d/.test(text)) ||
    words < 2 ||
    words > 35 ||
    text.length > 250
  )
    return false
  if (/[.,;]$/.test(text) && !/\b\p{Lu}\.$/u.test(text)) return false
  if (!/^["'“‘«(]?[\p{Lu}\p{N}\p{Lo}]/u.test(text) || NOT_A_TITLE.test(text)) return false
  if (/[»›|→].*[»›|→]|^https?:|^[\w.+-]+@|\bISSN\b|\bdoi\b/i.test(text)) return false
  if (parseDateLine(text) !== null || readingTime(text) || isAuthorLine(text) || isMasthead(line, head, at))
    return false
  // A lone line is a text, not its title.
  return head.length > at + 1
}

/** One line, or more: emphasis that closes later, capitals that go on, a line that cannot end where it does. */
function endOfTitle(head: readonly HeadLine[], first: number): number {
  let end = first + 1
  while (end < head.length && end < first + 4) {
    const above = head[end - 1]!
    const line = head[end]!
    if (line.afterBlank || line.prose || line.listItem || line.heading !== null || above.heading !== null)
      break
    const emphasised = head[first]!.opensEmphasis && !/(?:\*\*|__|\*|_)$/.test(above.text)
    const capitals = isCapitals(above.text) && isCapitals(line.text) && !isAuthorLine(line.text)
    const unfinished =
      /(?:[:,–—-]|\b(?:a|an|the|of|in|on|at|to|for|from|with|and|or|by|as|is|are|its?))$/i.test(above.text)
    if (!(emphasised || capitals || unfinished || /^\p{Ll}/u.test(line.text))) break
    end++
    if (emphasised && closesEmphasis(line)) break
  }
  return end
}

/** The first line of a hard-wrapped paragraph: sentences end inside it, or lines of one width follow up to a stop. */
function isWrappedProse(head: readonly HeadLine[], first: number, whole: string): boolean {
  if (/\p{Ll}[.!?] \p{Lu}/u.test(whole) || /[.]$/.test(whole)) return true
  let end = first + 1
  while (end < head.length && !head[end]!.afterBlank) end++
  const lengths = head.slice(first, end).map((line) => line.text.length)
  const width = Math.max(...lengths)
  if (lengths.length < 3 || width > 130) return false
  return (
    lengths.slice(0, -1).every((length) => length > 0.7 * width) && /[.!?]["'”’)]*$/.test(head[end - 1]!.text)
  )
}

/** The raw line ended in the mark: its text is shorter than its span. */
function closesEmphasis(line: HeadLine): boolean {
  return line.end - line.start > line.text.length
}

function isCapitals(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
}

/**
 * Takes the site's name off a web page's title. Behind a bar, any short name; behind a dash only what looks like the
 * name of a medium, for "Prices will fall – minister" and "Trade between Chile – Peru and Bolivia" have none.
 */
function splitTail(whole: string): { title: string; tail: string | null } {
  const match = /^(.+?)\s+([|–—·»-])\s+([^|–—·»]+)$/.exec(whole)
  if (!match || wordsOf(match[1]!).length < 3) return { title: whole, tail: null }
  const [, title, separator, tail] = match as unknown as [string, string, string, string]
  const words = wordsOf(tail)
  const named =
    words.length <= 5 && words.every((word) => /^(?:\p{Lu}|\p{N}|of$|and$|the$|for$|on$)/u.test(word))
  const medium = /^The\s/.test(tail) || MEDIA_NAME.test(tail) || /^\S+\.[a-z]{2,6}$/i.test(tail)
  if (!named && !medium) return { title: whole, tail: null }
  return separator === '|' || medium ? { title, tail } : { title: whole, tail: null }
}

function repeatedTitle(head: readonly HeadLine[], stated: string): Title | null {
  const wanted = normal(stated)
  for (let first = 0; first < head.length; first++) {
    let joined = ''
    for (let end = first; end < head.length && end < first + 4; end++) {
      joined += ` ${head[end]!.text}`
      if (normal(joined) === wanted || normal(splitTail(joined.trim()).title) === wanted) {
        const tail = splitTail(joined.trim()).tail
        return {
          value: stated,
          reason: `title line, line ${head[first]!.number}`,
          firstLine: first,
          endLine: end + 1,
          publisherTail: tail,
        }
      }
    }
  }
  return null
}

function normal(text: string): string {
  return wordsOf(text.toLowerCase())
    .join(' ')
    .replace(/[^\p{L}\p{N} ]/gu, '')
}
