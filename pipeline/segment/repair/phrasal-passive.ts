import { childBy, childrenOf, type Draft } from './draft.ts'

/** "was shut down": an adjective has no particle, so it is a verb in the passive. "was open" stays. */
export function repairPhrasalPassive(draft: Draft): boolean {
  let changed = false
  for (let at = 0; at < draft.forms.length; at++) {
    if (draft.pos[at] !== 'ADJ' || childBy(draft, at, 'compound:prt') === null) continue
    const copula = childBy(draft, at, 'cop')
    if (copula === null) continue
    draft.pos[at] = 'VERB'
    draft.tag[at] = 'VBN'
    draft.deprel[copula] = 'aux:pass'
    for (const child of childrenOf(draft, at))
      if (draft.deprel[child] === 'nsubj') draft.deprel[child] = 'nsubj:pass'
    changed = true
  }
  return changed
}
