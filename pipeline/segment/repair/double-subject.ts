import { attach, childBy, childrenOf, type Draft, isNominal } from './draft.ts'

/**
 * A verb has one subject. "The council and the mayor closed the baths": the second noun is joined to the first. "Prime
 * Minister Ann Roe opened it": the word before the title is a part of it. "The mayor, Ada Roe, opened it": the second
 * says who the first is. "What they did was odd" has one subject for each verb, and stays.
 */
export function repairDoubleSubject(draft: Draft): boolean {
  let changed = repairTitle(draft)
  for (let verb = 2; verb < draft.forms.length; verb++) {
    const subjects = childrenOf(draft, verb).filter(
      (child) => child < verb && draft.deprel[child]!.startsWith('nsubj'),
    )
    const [first, second] = subjects
    if (first === undefined || second === undefined || !isNominal(draft, second)) continue
    changed = repairPair(draft, verb, first, second) || changed
  }
  return changed
}

/** "[Prime] Minister Ann Roe": an adjective with names behind it, and one of them hung on it as if "and" stood there. */
function repairTitle(draft: Draft): boolean {
  let changed = false
  for (let at = 0; at < draft.forms.length - 2; at++) {
    if (draft.pos[at] !== 'ADJ' || !draft.deprel[at]!.startsWith('nsubj') || draft.pos[at + 1] !== 'PROPN')
      continue
    const name = childBy(draft, at, 'conj', 'appos', 'flat')
    if (name === null || draft.pos[name] !== 'PROPN' || childBy(draft, name, 'cc') !== null) continue
    attach(draft, name, draft.head[at]!, draft.deprel[at]!)
    for (const child of childrenOf(draft, at)) draft.head[child] = name
    attach(draft, at, at + 1, 'compound')
    changed = true
  }
  return changed
}

function repairPair(draft: Draft, verb: number, first: number, second: number): boolean {
  const start = startOf(draft, second, first)
  const between = start - 1
  if (draft.pos[between] === 'CCONJ') {
    attach(draft, second, first, 'conj')
    attach(draft, between, second, 'cc')
    return true
  }
  if (
    between === first &&
    childBy(draft, first, 'det', 'nmod', 'nmod:poss') === null &&
    draft.tag[first] === 'NNP'
  ) {
    attach(draft, first, start < second ? start : second, 'compound')
    return true
  }
  if (
    draft.forms[between] === ',' &&
    isNominal(draft, first) &&
    draft.forms.indexOf(',', second) < verb &&
    draft.forms.indexOf(',', second) > 0
  ) {
    attach(draft, second, first, 'appos')
    return true
  }
  return false
}

/** The first word of the noun phrase whose head is given, not before another word. */
function startOf({ head }: Draft, noun: number, after: number): number {
  let start = noun
  for (let at = noun - 1; at > after; at--) {
    let up = at
    for (let steps = 0; up !== -1 && up !== noun && steps < 8; steps++) up = head[up]!
    if (up !== noun) break
    start = at
  }
  return start
}
