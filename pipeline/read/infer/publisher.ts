import { lineNumberAt, linesOf } from '../../model/lines.ts'
import { isAuthorLine } from './byline.ts'
import { parseDateLine } from './date-line.ts'
import { type Finding, type HeadLine, wordsOf } from './head.ts'
import { isMasthead, isSerialName, isSiteName } from './masthead.ts'
import type { Title } from './title.ts'

/**
 * Who published the text: the tail of a web page's title, a serial's masthead, a "Publisher:" line, a medium's name
 * above the title or between it and a byline or date, or the copyright line at the end. A wire agency's credit is no publisher: others print its texts.
 */
export function inferPublisher(text: string, head: readonly HeadLine[], title: Title | null): Finding | null {
  if (title?.publisherTail) {
    return { value: title.publisherTail, reason: `end of the title, line ${head[title.firstLine]!.number}` }
  }
  for (const [at, line] of head.entries()) {
    const labelled = /^(?:publisher|published by|publication|journal)\s*:\s*(.{2,80})$/i.exec(line.text)
    if (labelled) return { value: labelled[1]!, reason: `labelled, line ${line.number}` }
    if (isMasthead(line, head, at) && isSerialName(line.text)) {
      return { value: line.text, reason: `masthead, line ${line.number}` }
    }
  }
  const above = head.slice(0, title?.firstLine ?? 0).find((line) => !line.prose && isSiteName(line.text))
  if (above) return { value: above.text, reason: `name above the title, line ${above.number}` }
  return nameBelow(head, title) ?? copyrightHolder(text)
}

/** "The Tiel Courier" below the title, with "By Rosa Diaz" or a date below that; a subtitle has no such line. */
function nameBelow(head: readonly HeadLine[], title: Title | null): Finding | null {
  if (!title) return null
  const [line, next] = head.slice(title.endLine)
  if (!line || !next || line.prose || !isSiteName(line.text)) return null
  if (!isAuthorLine(next.text) && !parseDateLine(next.text)) return null
  return { value: line.text, reason: `name below the title, line ${line.number}` }
}

/** "© 2024 The Coast Courier. All rights reserved." among the last lines; not "© Jane Roe / Agency" below a picture. */
function copyrightHolder(text: string): Finding | null {
  for (const line of linesOf(text, Math.max(0, text.length - 1_000)).slice(-12)) {
    const match =
      /^(?:copyright\s*)?(?:©|\(c\))\s*(?:copyright\s*)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)[\s,]+(?:by\s+)?([\p{Lu}\d][^.|,©]{1,60})(?:[.|,]|$)/iu.exec(
        line.text,
      )
    const holder = match?.[1]?.replace(/\s*all rights reserved.*$/i, '').trim()
    if (holder && wordsOf(holder).length <= 8)
      return { value: holder, reason: `copyright line, line ${lineNumberAt(text, line.start)}` }
  }
  return null
}
