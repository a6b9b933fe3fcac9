import type { Draft } from './draft.ts'
import { endsSentence, isProse, wordsOf } from './shape.ts'

/** Sentences that advertise, when they stand beside a box's button. */
const PROMOTION =
  /^(?:catch up|get|stay|receive|discover|join|read|listen|watch|explore|browse|enter|find|try|start|keep|don.t miss|sign|subscribe|never miss|be the first|want|enjoy|like|love)\b/i

/** The same of shops; "Save the Children said" is news. */
const SELLING = /^(?:book|save|shop|order|claim|upgrade|treat|redeem|buy|win|download)\b/i

/** As long as a button, a label or a line of a form. */
const LABEL_WORDS = 4
const PROMOTION_WORDS = 30

/**
 * The rest of a box whose button was recognised: its labels and its advertising line, above and below.
 *
 *     Weekly letter                                <- found: a label, and no heading, for no prose follows
 *     Catch up on the week's stories.              <- found
 *     Get the newsletter                           (the button)
 *     A new harbour                                <- left alone: a heading of the prose below it
 *     The harbour was opened on Monday by ...
 */
export function spreadBoxes(drafts: readonly Draft[]): Draft[] {
  const advertised = spread(markLinks(drafts), (draft) => isPromotion(draft))
  const proseBehind = proseFollows(advertised)
  return markTail(spread(advertised, (draft, at) => isLabel(draft) && !proseBehind[at]))
}

const LINKS =
  /^(?:related|more (?:on|from|stories|news)|top stories|latest|read (?:more|also|next)|recommended|most (?:read|popular)|trending|see also|also read)\b/i

/** The titles of other articles below "Related stories:": items, or lines up to the next blank one. */
function markLinks(drafts: readonly Draft[]): Draft[] {
  const marked = [...drafts]
  for (let at = 0; at < drafts.length; at++) {
    if (drafts[at]!.kind !== 'boilerplate' || !LINKS.test(drafts[at]!.text)) continue
    for (let below = at + 1; below < drafts.length; below++) {
      const { kind, text, afterBlank, marked: declared, title } = drafts[below]!
      const next = drafts[below + 1]
      const ofList =
        kind === 'item' ||
        (kind === 'paragraph' && !afterBlank && (!next || next.afterBlank || !isProse(next.text)))
      if (!ofList || declared || title || isProse(text)) break
      marked[below] = { ...drafts[below]!, kind: 'boilerplate' }
    }
  }
  return marked
}

/** Marks the unbroken rows of drafts above and below any boilerplate that `belongs` takes. */
function spread(drafts: readonly Draft[], belongs: (draft: Draft, at: number) => boolean): Draft[] {
  const marked = [...drafts]
  const take = (at: number): boolean => {
    const draft = marked[at]
    if (!draft || draft.marked || draft.title || draft.kind !== 'paragraph' || !belongs(draft, at))
      return false
    marked[at] = { ...draft, kind: 'boilerplate' }
    return true
  }
  for (let at = 0; at < drafts.length; at++) {
    if (drafts[at]!.kind !== 'boilerplate') continue
    for (let above = at - 1; take(above); above--);
    for (let below = at + 1; take(below); below++);
  }
  return marked
}

function isPromotion({ text }: Draft): boolean {
  return (
    (PROMOTION.test(text) || (SELLING.test(text) && /\b(?:you|your|our|us)\b/i.test(text))) &&
    endsSentence(text) &&
    wordsOf(text).length <= PROMOTION_WORDS
  )
}

function isLabel({ text }: Draft): boolean {
  return wordsOf(text.slice(0, 200)).length <= LABEL_WORDS && !/[.!]$/.test(text)
}

/** For each draft, whether prose or an item is the next thing behind it that is no boilerplate. */
function proseFollows(drafts: readonly Draft[]): boolean[] {
  const follows: boolean[] = new Array(drafts.length).fill(false)
  let next = false
  for (let at = drafts.length - 1; at >= 0; at--) {
    follows[at] = next
    const { kind, text } = drafts[at]!
    if (kind !== 'boilerplate')
      next = kind !== 'heading' && (isProse(text) || kind === 'item' || kind === 'reference')
  }
  return follows
}

/** Labels behind the last prose of an article that has some: signatures, buttons, "ENDS". */
function markTail(drafts: readonly Draft[]): Draft[] {
  let last = drafts.length - 1
  const isTail = (draft: Draft): boolean =>
    draft.kind === 'boilerplate' ||
    (draft.kind === 'paragraph' && !draft.marked && isLabel(draft) && !endsSentence(draft.text))
  while (last >= 0 && isTail(drafts[last]!)) last--
  const paragraphs = drafts
    .slice(0, last + 1)
    .filter(({ kind, text }) => kind === 'paragraph' && isProse(text))
  if (paragraphs.length < 3) return [...drafts]
  return drafts.map((draft, at) => (at > last ? { ...draft, kind: 'boilerplate' } : draft))
}
