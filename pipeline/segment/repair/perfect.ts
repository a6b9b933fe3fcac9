import { attach, childrenOf, type Draft } from './draft.ts'

/**
 * "were said to have made bombs": the participle behind an auxiliary is its verb, also where the parser hung it on the
 * noun. "She has broken windows", where "has" is a full verb, stays.
 */
export function repairPerfect(draft: Draft): boolean {
  let changed = false
  for (let have = 0; have < draft.forms.length - 2; have++) {
    const verb = have + 1
    if (draft.pos[have] !== 'AUX' || !['have', 'has', 'had'].includes(draft.forms[have]!)) continue
    if (draft.deprel[have]!.startsWith('aux') || draft.tag[verb] !== 'VBN' || draft.deprel[verb] !== 'amod')
      continue
    const noun = draft.head[verb]!
    if (noun < verb || draft.head[noun] !== have) continue
    attach(draft, verb, draft.head[have]!, draft.deprel[have]!)
    for (const child of childrenOf(draft, have)) draft.head[child] = verb
    attach(draft, have, verb, 'aux')
    draft.deprel[noun] = 'obj'
    changed = true
  }
  return changed
}
