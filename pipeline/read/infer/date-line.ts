import { parseDate } from './date.ts'

const LABEL =
  /^(?:(?:first |originally )?(?:published|posted|issued|publication date|date published|date|dated|last updated|updated|modified|published online|available online|accessed)(?:\s+on)?)\s*:?\s+(?=\S)/i

/**
 * The date of a line that is nothing but a date, with or without a label, a reading time or a byline beside it:
 * "Published: 12 May 2024", "Jun 8 · 3 min read", "By Jane Roe | May 3, 2024". Null for "May 3 was a Friday".
 */
export function parseDateLine(text: string): { edtf: string; updated: boolean } | null {
  if (text.length > 160) return null
  for (const part of text.split(/\s*[|•·]\s*|\s+[–—]\s+/)) {
    const label = LABEL.exec(part)?.[0] ?? ''
    if (/^accessed/i.test(label)) continue
    const edtf = parseDate(part.slice(label.length).replace(/\.$/, ''))
    // A bare year needs the label: alone it may be a heading.
    if (edtf !== null && (label || !/^\d{4}$/.test(part)))
      return { edtf, updated: /updated|modified/i.test(label) }
  }
  return null
}

/** "3 min read", "Reading time: 5 minutes". */
export function readingTime(text: string): boolean {
  return text.length < 80 && /\b\d+[- ]min(?:ute)?s?[- ]read\b|\breading time\b/i.test(text)
}
