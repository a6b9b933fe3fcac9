import { attach, childBy, childrenOf, type Draft } from './draft.ts'

/**
 * "The air bases would give India an advantage": no finite verb stands right before a modal or another auxiliary, so
 * "bases" is a noun, and the subject. "What he does is known" has a clause there, with a subject of its own.
 */
export function repairVerbBeforeModal(draft: Draft): boolean {
  let changed = false
  for (let at = 1; at < draft.forms.length - 2; at++) {
    if (draft.tag[at] !== 'VBZ' || draft.pos[at] !== 'VERB' || draft.tag[at + 1] !== 'MD') continue
    const before = draft.pos[at - 1]!
    if (before !== 'NOUN' && before !== 'ADJ' && before !== 'DET' && before !== 'PROPN') continue
    const main = draft.head[at + 1]!
    if (main <= at || main === -1) continue
    if (draft.head[main] === at) attach(draft, main, draft.head[at]!, draft.deprel[at]!)
    else if (draft.head[at] === -1) continue
    const displaced = childBy(draft, at, 'nsubj')
    if (displaced !== null && displaced !== at - 1) continue
    draft.pos[at] = 'NOUN'
    draft.tag[at] = 'NNS'
    for (const child of childrenOf(draft, at)) {
      if (child === displaced) draft.deprel[child] = 'compound'
      else if (child > at) draft.head[child] = main
    }
    if (displaced !== null)
      for (const child of childrenOf(draft, displaced))
        if (draft.deprel[child] === 'det') draft.head[child] = at
    attach(draft, at, main, childBy(draft, main, 'aux:pass') === null ? 'nsubj' : 'nsubj:pass')
    changed = true
  }
  return changed
}
