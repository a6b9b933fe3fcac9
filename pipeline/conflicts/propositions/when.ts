import type { Claim } from '../../model/claim.ts'
import type { CorpusDocument } from '../../model/corpus.ts'
import type { Interval } from './intervals.ts'

/** An event's date as the text gives it. */
export interface EventTime extends Interval {
  readonly text: string
  /** False for "since", "by", "after": bounds, which do not date the event. */
  readonly point: boolean
  /** False where the year is not in the words but was reckoned. */
  readonly stated: boolean
}

/** "since 1992", "by 2010", "after the war in 1996" bound an event; "in 2011", "on 3 May", "June 2015" date it. */
const BOUND_WORDS = new Set(
  'since by before after until till from over within prior following ahead'.split(' '),
)

/** The date of the event; null where none is given. */
export function timeOf(claim: Claim): EventTime | null {
  const dated = claim.qualifiers.filter(
    (qualifier) => qualifier.role === 'time' && (qualifier.earliest !== null || qualifier.latest !== null),
  )
  const first = dated[0]
  if (!first) return yearIn(claim.object?.text ?? '')
  const words = first.text.toLowerCase().split(/\s+/)
  return {
    earliest: first.earliest,
    latest: first.latest,
    text: first.text,
    point: dated.length === 1 && !words.some((word) => BOUND_WORDS.has(word)),
    stated: /\d{4}/.test(first.text),
  }
}

/** The year that stands inside the object: "a net profit of $5 million [in 2019]"; "the law of 2019" gives none. */
function yearIn(text: string): EventTime | null {
  const year = /[\d%] ?\p{L}* in ((?:19|20)\d\d)$/u.exec(text)?.[1]
  if (!year) return null
  return { earliest: `${year}-01-01`, latest: `${year}-12-31`, text: `in ${year}`, point: true, stated: true }
}

/** The time that the claim speaks for: as it says, else the day of publication. */
export function spokenOf(claim: Claim, document: CorpusDocument): Interval | null {
  const stated = claim.qualifiers.find(
    (qualifier) => qualifier.role === 'as-of' && (qualifier.earliest !== null || qualifier.latest !== null),
  )
  if (stated) return { earliest: stated.earliest, latest: stated.latest }
  if (document.publishedEarliest === null && document.publishedLatest === null) return null
  return { earliest: document.publishedEarliest, latest: document.publishedLatest }
}
