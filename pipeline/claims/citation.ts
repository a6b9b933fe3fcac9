import type { Attribution } from '../model/claim.ts'
import type { Span } from '../model/span.ts'

/** An in-text citation by author and year: "(Roe 2015)", "(Roe and Doe 2020, 978)", "(Roe, Doe, and Poe 2020)". */
export interface Citation extends Span {
  readonly author: Span & { readonly text: string }
}

const CITATION =
  /\(((?:\p{Lu}[\p{L}'’-]+(?:,? (?:and |& )?|, et al\.? ?)){1,5}(?:et al\.?)?),? ?(?:1[5-9]|20)\d{2}[a-z]?(?:, ?(?:pp?\. ?)?[\d–-]+)?\)/gu

/**
 * The author-year citations of a sentence, as the Chicago and APA manuals shape them. "(Kazakhstan)", "(2009)" and
 * "(May 2015)" are none.
 */
export function findCitations(text: string, sentence: Span): Citation[] {
  const found: Citation[] = []
  const words = text.slice(sentence.start, sentence.end)
  if (!words.includes('(')) return found
  for (const match of words.matchAll(CITATION)) {
    const author = match[1]!.replace(/[, ]+$/, '')
    if (MONTHS.has(author)) continue
    const start = sentence.start + match.index
    found.push({
      start,
      end: start + match[0].length,
      author: { start: start + 1, end: start + 1 + author.length, text: author },
    })
  }
  return found
}

const MONTHS = new Set([
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
  'Spring',
  'Summer',
  'Autumn',
  'Winter',
])

/** A citation as the attribution of the claims before it. */
export function citedAttribution(text: string, { author, start, end }: Citation): Attribution {
  return {
    speaker: { start: author.start, end: author.end, text: author.text, name: author.text, entity: null },
    cue: { start, end, text: text.slice(start, end) },
  }
}
