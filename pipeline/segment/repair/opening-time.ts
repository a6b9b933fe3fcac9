import { attach, childBy, childrenOf, type Draft, isNominal } from './draft.ts'

const CALENDAR = new Set(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday'.split(
    ' ',
  ),
)
const SPANS = new Set(
  'year month week weekend day night morning afternoon evening spring summer autumn winter decade century'.split(
    ' ',
  ),
)
const BEFORE = new Set(['in', 'on', 'by', 'since', 'during', 'last', 'this', 'next', 'that', 'early', 'late'])

/**
 * "In 1717 Mary Lee observed it", "On Monday police arrested three", "Last year 300 men came", "That night, 300 men came":
 * the time that opens a sentence belongs to the verb and not to the noun behind it, with or without a comma. "In May 1717
 * she came", "Monday meetings bore me" and "That night was cold" stay.
 */
export function repairOpeningTime(draft: Draft): boolean {
  const time = timeAt(draft)
  if (time === null) return false
  const end = /^\d{1,2}$/.test(draft.forms[time + 1]!) ? time + 1 : time
  const comma = draft.forms[end + 1] === ','
  const first = comma ? end + 2 : end + 1
  const verb = groupBehind(draft, first)
  if (verb === null) return false
  const main = draft.pos[verb] === 'AUX' ? draft.head[verb]! : verb
  if (main < verb || main === -1) return false
  const subject = subjectOf(draft, first, verb, main)
  if (
    subject === null ||
    (draft.head[time] === main &&
      draft.deprel[time] !== 'nsubj' &&
      (end === time || draft.head[end] === time) &&
      !displaced(draft, first, verb, time))
  )
    return false
  const relation = childBy(draft, main, 'aux:pass') === null ? 'nsubj' : 'nsubj:pass'
  for (let at = first; at < verb; at++) {
    if (at === subject) continue
    const { [at]: head } = draft.head
    if (head! < first || head! >= verb)
      attach(draft, at, subject, draft.pos[at] === 'NUM' ? 'nummod' : 'compound')
  }
  for (const child of childrenOf(draft, time)) if (child >= first) draft.head[child] = main
  if (end > time) attach(draft, end, time, 'nummod')
  for (let at = 0; at < time; at++)
    if (draft.head[at] !== time) attach(draft, at, time, at === 0 && draft.pos[0] === 'ADP' ? 'case' : 'amod')
  attach(draft, subject, main, relation)
  attach(draft, time, main, 'obl')
  return true
}

/** The last word of the time that opens the sentence: a year, month or day behind its preposition, or "last year". */
function timeAt({ forms }: Draft): number | null {
  if (!BEFORE.has(forms[0] ?? '')) return null
  for (let at = 1; at <= 3 && at < forms.length - 3; at++) {
    const form = forms[at]!
    const next = forms[at + 1]!
    const named = /^(?:1[0-9]|20)\d\d$/.test(form) || CALENDAR.has(form) || SPANS.has(form)
    const dated = /^\d{1,2}$/.test(next) && forms[at + 2] === ','
    if (named && (dated || !/^\d{1,2}$|^(?:1[0-9]|20)\d\d$/.test(next)) && !CALENDAR.has(next))
      return SPANS.has(next) ? at + 1 : at
    if (!named && !BEFORE.has(form) && form !== 'the') return null
  }
  return null
}

/** The verb or auxiliary right behind a noun phrase, where one stands there. */
function groupBehind(draft: Draft, first: number): number | null {
  for (let at = first; at < draft.forms.length; at++) {
    const pos = draft.pos[at]!
    if (pos === 'VERB' || pos === 'AUX') return at > first ? at : null
    if (at > first && (pos === 'ADP' || pos === 'CCONJ')) continue
    if (!['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON'].includes(pos) && draft.tag[at] !== 'POS') return null
  }
  return null
}

/** The head of that noun phrase: the verb's subject already, or its last noun, or the first of a name's words. */
function subjectOf(draft: Draft, first: number, verb: number, main: number): number | null {
  for (let at = first; at < verb; at++)
    if (draft.head[at] === main && draft.deprel[at]!.startsWith('nsubj')) return at
  for (let at = verb - 1; at >= first; at--) {
    if (!isNominal(draft, at)) continue
    const above = draft.head[at]!
    return draft.deprel[at] === 'flat' && above >= first && above < verb ? above : at
  }
  return null
}

/** True where a word of the noun phrase hangs on the time, or on nothing inside the clause. */
function displaced(draft: Draft, first: number, verb: number, time: number): boolean {
  for (let at = first; at < verb; at++) if (draft.head[at] === time) return true
  return false
}
