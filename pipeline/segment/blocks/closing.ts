import type { Draft } from './draft.ts'
import { endsSentence, isProse, normal, wordsOf } from './shape.ts'

/**
 * What stands behind a press release, a newsletter or a column: who issues it, whom to ask, what the law wants said, who
 * wrote it. Each part is a heading and what belongs to it.
 *
 *     About Harn Lines                                   <- found, for what follows tells who Harn Lines is
 *     Harn Lines runs nine ferries. It was founded ...   <- found
 *     Media contact                                      <- found
 *     Ada Holm, +00 555 0101                             <- found
 *     About the strike                                   <- left alone: a part of the article
 *     Nobody had asked the crews ...                     <- left alone
 */
export function markClosing(drafts: readonly Draft[]): Draft[] {
  const marked = [...drafts]
  let prose = 0
  for (let at = 0; at < drafts.length; at++) {
    const draft = drafts[at]!
    if (draft.kind === 'paragraph' && isProse(draft.text)) prose++
    if (draft.title || draft.kind === 'code' || draft.kind === 'cell' || draft.text.length > LONGEST) continue
    const end = isEnd(draft) && prose >= LEAST_PROSE ? at + 1 : endOfPart(drafts, at)
    for (let part = at; part < end; part++) marked[part] = { ...drafts[part]!, kind: 'boilerplate' }
    if (end > at) at = end - 1
  }
  return marked
}

const LONGEST = 200
/** "The end" may head a first part, and not a last one. */
const LEAST_PROSE = 2
/** A part has at most so many blocks: what goes on longer is an article. */
const MOST_BLOCKS = 12

/** "ENDS", "###", "-30-": behind it nothing is the release's. */
function isEnd({ text }: Draft): boolean {
  return /^[\s*–—-]*(?:ends?|end of release|#{3,}|30)[\s*–—-]*$/i.test(text) && !/^\d+$/.test(text.trim())
}

const CONTACT =
  /^(?:(?:for )?(?:(?:more|further|additional) )?(?:media|press|news|investor|public|editorial)(?: and (?:media|press|investor|analyst))? (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|relations?|office|information|queries)|contacts?|contact (?:details|information|us)|(?:for )?(?:more|further) information(?: contact)?|points? of contact)$/
const LEGAL =
  /^(?:(?:cautionary|important) (?:note|notice|statement|information)(?: (?:regarding|on|about|concerning) [\w -]+)?|(?:note (?:on|regarding) )?forward looking (?:statements?|information)|safe harbou?r(?: (?:statement|provision|notice))?|legal (?:notice|disclaimer)|disclaimer|copyright(?: notice)?|terms and conditions|reprints and permissions|rights and permissions|licen[cs]e)$/
const AUTHOR =
  /^(?:about the (?:authors?|writers?|contributors?|reporters?|columnists?|speakers?)|the authors?|author (?:bio|biography|information|note)s?|notes? on (?:the )?contributors?|contributors?)$/
const NOTES = /^(?:notes? (?:to|for) (?:the )?(?:editors?|news ?desks?|journalists|media)|editor s notes?)$/

/** The index behind the part that begins here; the index itself where none does. */
function endOfPart(drafts: readonly Draft[], at: number): number {
  const name = normal(drafts[at]!.text)
  // What is noted for editors may well be the news: only the label is none.
  if (NOTES.test(name)) return at + 1
  const behind = drafts.slice(at + 1, at + 1 + MOST_BLOCKS)
  const inLastThird = at >= (drafts.length * 2) / 3
  if (CONTACT.test(name)) return at + 1 + countWhile(behind, (draft) => isContactLine(draft))
  if (LEGAL.test(name) && at >= drafts.length / 2)
    return at + 1 + countWhile(behind, ({ kind }) => kind !== 'heading')
  if (AUTHOR.test(name) && inLastThird)
    return at + 1 + countWhile(behind, ({ kind, text }) => kind !== 'heading' && isProse(text))
  const about = /^about (?:the )?(.+)$/.exec(name)?.[1]?.replace(LEGAL_FORM, '')
  if (about === undefined || wordsOf(about).length > 8) return at
  return introduces(behind[0], about)
    ? at + 1 + countWhile(behind, ({ kind, text }) => kind === 'paragraph' && isProse(text))
    : at
}

function countWhile(drafts: readonly Draft[], belongs: (draft: Draft) => boolean): number {
  const end = drafts.findIndex((draft) => !belongs(draft))
  return end < 0 ? drafts.length : end
}

/** Names, offices, numbers and addresses: no sentence, or one that bids the reader to write or to call. */
function isContactLine({ kind, text, title }: Draft): boolean {
  if (kind === 'heading' || title || text.length > LONGEST) return false
  if (/\b(?:e-?mail|call|contact|phone|write to|telephone|visit|reach)\b|@|\+?\d[\d ()/-]{6,}/i.test(text))
    return true
  return !isProse(text) && !endsSentence(text)
}

const LEGAL_FORM = / (?:inc|plc|ltd|llc|corp|corporation|co|company|limited|gmbh|ag|sa|nv|asa|oy|ab)$/

const TELLS_WHO =
  /^(?:is|was|are|has|have|operates?|runs?|provides?|represents?|makes?|builds?|serves?|employs?|publishes|offers?|works?|brings?|supports?|develops?|manages?|owns?|leads?|delivers?|helps?|founded|headquartered|based|listed)$/

/** The first sentence begins with the name and says what bears it: "Harn Lines (HRN), founded in 1902, runs ...". */
function introduces(draft: Draft | undefined, about: string): boolean {
  if (!draft || draft.kind === 'heading' || draft.title) return false
  const words = normal(draft.text.slice(0, 400)).replace(/^(?:the|founded in \d{4}|based in \w+) /, '')
  const [first, second] = about.split(' ')
  if (!words.startsWith(second === undefined || words.startsWith(about) ? `${about} ` : `${first} ${second}`))
    return false
  const opening = words.split(' ').slice(0, wordsOf(about).length + 8)
  return opening.some((word) => TELLS_WHO.test(word))
}
