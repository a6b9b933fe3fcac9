import { parseDate } from './date.ts'
import { parseDateLine } from './date-line.ts'
import type { Finding, HeadLine } from './head.ts'
import type { Title } from './title.ts'

/** "LONDON, May 3 (Reuters) - ", "PORT LOUIS, March 12, 2021 —": capitals, a date, an agency or a dash. */
const DATELINE =
  /^\p{Lu}[\p{Lu} .'’/-]{2,40},\s+((?:[A-Za-z]+\.?\s+\d{1,2}|\d{1,2}\s+[A-Za-z]+\.?)(?:,?\s+\d{4})?)\s*(?:\([^)]{2,40}\)|[-–—:])/u
/** "Volume 5, Issue 3, March 2025", "Vol. 12 No. 4 | 2024". */
const ISSUE = /\b(?:volume|vol\.)\s*\d+.*?\b((?:[A-Z][a-z]+\.?\s+)?\d{4})\b/i

/**
 * When the text was published: a date line at the head (a publication date before an update), a wire's dateline, or
 * a serial's issue line. A missing year stays unspecified. The text's own account of events is not looked at here.
 */
export function inferPublished(head: readonly HeadLine[], title: Title | null): Finding | null {
  let updated: Finding | null = null
  let proseAt = head.findIndex((line, at) => line.prose && at >= (title?.endLine ?? 0))
  if (proseAt < 0) proseAt = head.length
  for (const line of head.slice(0, proseAt + 1)) {
    const date = parseDateLine(line.text)
    if (!date) continue
    const finding = { value: date.edtf, reason: `date line, line ${line.number}` }
    if (!date.updated) return finding
    updated ??= finding
  }
  for (const line of head.slice(0, proseAt + 1)) {
    const dateline = DATELINE.exec(line.text)
    const edtf = dateline && parseDate(dateline[1]!)
    if (edtf) return { value: edtf, reason: `dateline, line ${line.number}` }
    const issue = line.prose ? null : ISSUE.exec(line.text)
    const issued = issue && parseDate(issue[1]!)
    if (issued) return { value: issued, reason: `issue line, line ${line.number}` }
  }
  return updated
}
