import { attach, childrenOf, type Draft, isNominal } from './draft.ts'

const MOVES = new Set([
  'rose',
  'fell',
  'sank',
  'dropped',
  'climbed',
  'jumped',
  'slipped',
  'rises',
  'falls',
  'drops',
  'climbs',
  'jumps',
])

/** "The number of dead rose to 112": what goes to a figure is a verb. "She gave a rose to 112 guests" has its verb before. */
export function repairFigureVerb(draft: Draft): boolean {
  let changed = false
  for (let at = 1; at < draft.forms.length - 2; at++) {
    if (!MOVES.has(draft.forms[at]!) || draft.pos[at] === 'VERB') continue
    if (!['to', 'by', 'from'].includes(draft.forms[at + 1]!) || !hasFigure(draft, at + 2)) continue
    const verbBefore = draft.pos.slice(0, at).some((pos) => pos === 'VERB' || pos === 'AUX')
    const subject = subjectBefore(draft, at)
    if (verbBefore || subject === null) continue
    draft.pos[at] = 'VERB'
    draft.tag[at] = draft.forms[at]!.endsWith('s') ? 'VBZ' : 'VBD'
    const above = draft.head[subject]!
    const relation = draft.deprel[subject]!
    // What stood between the two hung on the noun that the verb was taken for.
    for (const child of childrenOf(draft, at)) {
      if (child < at)
        attach(
          draft,
          child,
          at - 1 === child ? subject : at - 1,
          draft.pos[child] === 'ADP' ? 'case' : 'nmod',
        )
      else if (isNominal(draft, child) || draft.pos[child] === 'NUM') draft.deprel[child] = 'obl'
    }
    for (const child of childrenOf(draft, subject)) if (child > at) draft.head[child] = at
    attach(draft, at, above === at ? -1 : above, above === at || above === -1 ? 'root' : relation)
    attach(draft, subject, at, 'nsubj')
    changed = true
  }
  return changed
}

/** A number within the next three words: "to at least 112". */
function hasFigure(draft: Draft, from: number): boolean {
  return [from, from + 1, from + 2, from + 3].some((at) => draft.pos[at] === 'NUM')
}

/** The first noun of the phrase before the verb: "[number] of dead". */
function subjectBefore(draft: Draft, verb: number): number | null {
  let first: number | null = null
  for (let at = verb - 1; at >= 0; at--) {
    const pos = draft.pos[at]!
    if (!['NOUN', 'PROPN', 'ADJ', 'ADP', 'DET', 'NUM', 'PART', 'PRON'].includes(pos)) break
    if (isNominal(draft, at)) first = at
  }
  return first
}
