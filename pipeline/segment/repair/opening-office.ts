import { attach, childBy, childrenOf, type Draft, isFiniteVerb } from './draft.ts'

/** Verbs that bid somebody think of what comes next: "Suppose Ann Lee won." */
const THINKING = new Set(
  'assume believe consider fancy guess hear hope imagine know note pretend pray remember say see suppose tell think understand watch'.split(
    ' ',
  ),
)

/**
 * "Engineer Ann Lee said no.", "Judge Roe left": a word of office before a name opens the sentence, and bids nobody do
 * anything. "Suppose Ann Lee won." and "Help Ann Lee win." stay.
 */
export function repairOpeningOffice(draft: Draft): boolean {
  if (draft.head[0] !== -1 || !/^VBP?$/.test(draft.tag[0]!) || draft.pos[1] !== 'PROPN') return false
  if (THINKING.has(draft.forms[0]!)) return false
  const name = draft.pos[draft.head[1]!] === 'PROPN' ? draft.head[1]! : 1
  const verb = draft.head[name]!
  if (verb <= name || !draft.deprel[name]!.startsWith('nsubj') || draft.head[verb] !== 0) return false
  const finite = isFiniteVerb(draft, verb) && draft.tag[verb] !== 'VBP'
  if (!finite && childBy(draft, verb, 'aux', 'aux:pass', 'cop') === null) return false
  attach(draft, verb, -1, 'root')
  for (const child of childrenOf(draft, 0)) if (child !== verb) draft.head[child] = verb
  attach(draft, 0, name, 'compound')
  draft.pos[0] = 'NOUN'
  draft.tag[0] = 'NN'
  return true
}
