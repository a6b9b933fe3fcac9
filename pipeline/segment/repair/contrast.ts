import { attach, childrenOf, type Draft, isNominal } from './draft.ts'

/**
 * "The county owns the bridge, not the council.": what is set against a part of the clause, behind a comma and "not",
 * stands beside the noun before it, and is no further part. "It closed the bridge, not knowing the cause." has none.
 */
export function repairContrasts(draft: Draft): boolean {
  let changed = false
  for (let not = 2; not < draft.forms.length - 1; not++) {
    if (draft.forms[not] !== 'not' || draft.forms[not - 1] !== ',') continue
    const noun = draft.head[not]!
    if (noun < not || noun - not > MOST_BETWEEN || !isNominal(draft, noun)) continue
    if (!['obl', 'obl:unmarked', 'nmod', 'obj', 'dep', 'conj', 'list'].includes(draft.deprel[noun]!)) continue
    if (childrenOf(draft, noun).some((child) => CLAUSAL.test(draft.deprel[child]!))) continue
    const before = nounAbove(draft, not - 2)
    if (before === null || before === noun || isAbove(draft, noun, before)) continue
    attach(draft, noun, before, 'appos')
    changed = true
  }
  return changed
}

/** Words from "not" to its noun: "not by the old city council". */
const MOST_BETWEEN = 6

/** What makes a clause of a noun: "not the council was to blame". */
const CLAUSAL = /^(?:cop|nsubj|aux|cc|mark)\b/

/** The noun that the words up to here are of, at the top of its phrase. */
function nounAbove(draft: Draft, word: number): number | null {
  let [top, at]: [number | null, number] = [null, word]
  for (let steps = 0; at !== -1 && steps < 10; steps++) {
    if (isNominal(draft, at)) top = at
    else if (top !== null) return top
    at = draft.head[at]!
  }
  return top
}

function isAbove({ head }: Draft, upper: number, word: number): boolean {
  let at = word
  for (let steps = 0; at !== -1 && steps < head.length; steps++) {
    at = head[at]!
    if (at === upper) return true
  }
  return false
}
