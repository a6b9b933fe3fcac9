import { attach, childBy, childrenOf, type Draft } from './draft.ts'

const ADVERBS = new Set(['first', 'last', 'best', 'long'])

/**
 * "was last inspected in May": the participle is the verb, and "last" its adverb. "has been chief executive", "had been
 * open": no participles. "was last in May" and "was chief of staff" stay.
 */
export function repairBeParticiple(draft: Draft): boolean {
  let changed = false
  for (let at = 1; at < draft.forms.length - 1; at++) {
    if (ADVERBS.has(draft.forms[at]!) && draft.pos[at] === 'ADJ') changed = repairAdverb(draft, at) || changed
    if (draft.pos[at] !== 'VERB' || draft.tag[at] !== 'VBN') continue
    if (draft.forms[at] === 'open') changed = makePredicate(draft, at, at) || changed
    if (draft.forms[at] === 'chief' && draft.head[at + 1] === at) {
      draft.pos[at + 1] = 'NOUN'
      draft.tag[at + 1] = 'NN'
      changed = makePredicate(draft, at, at + 1) || changed
    }
  }
  return changed
}

function repairAdverb(draft: Draft, adverb: number): boolean {
  const verb = adverb + 1
  const copula = childBy(draft, adverb, 'cop')
  if (copula === null || draft.tag[verb] !== 'VBN' || draft.head[verb] !== adverb) return false
  attach(draft, verb, draft.head[adverb]!, draft.deprel[adverb]!)
  for (const child of childrenOf(draft, adverb)) {
    draft.head[child] = verb
    if (draft.deprel[child] === 'nsubj') draft.deprel[child] = 'nsubj:pass'
  }
  draft.deprel[copula] = 'aux:pass'
  attach(draft, adverb, verb, 'advmod')
  draft.pos[adverb] = 'ADV'
  draft.tag[adverb] = 'RB'
  return true
}

/** What was taken for a verb in the passive is an adjective, and the predicate is it or the noun behind it. */
function makePredicate(draft: Draft, adjective: number, predicate: number): boolean {
  const be = childBy(draft, adjective, 'aux:pass')
  if (be === null) return false
  draft.pos[adjective] = 'ADJ'
  draft.tag[adjective] = 'JJ'
  if (predicate !== adjective) {
    attach(draft, predicate, draft.head[adjective]!, draft.deprel[adjective]!)
    for (const child of childrenOf(draft, adjective)) draft.head[child] = predicate
    attach(draft, adjective, predicate, 'amod')
  }
  for (const child of childrenOf(draft, predicate))
    if (draft.deprel[child] === 'nsubj:pass') draft.deprel[child] = 'nsubj'
  draft.deprel[be] = 'cop'
  return true
}
