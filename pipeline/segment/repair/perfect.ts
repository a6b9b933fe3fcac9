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
  return repairSince(draft) || changed
}

/** "It has since passed three inspections": no preposition stands before a participle and its object. */
function repairSince(draft: Draft): boolean {
  let changed = false
  for (let have = 0; have < draft.forms.length - 3; have++) {
    const verb = have + 2
    if (!['have', 'has', 'had'].includes(draft.forms[have]!) || draft.forms[have + 1] !== 'since') continue
    const noun = draft.head[verb]!
    if (
      draft.tag[verb] !== 'VBN' ||
      draft.deprel[verb] !== 'amod' ||
      noun < verb ||
      draft.head[noun] !== have
    )
      continue
    attach(draft, verb, draft.head[have]!, draft.deprel[have]!)
    for (const child of childrenOf(draft, have)) draft.head[child] = verb
    attach(draft, have, verb, 'aux')
    attach(draft, have + 1, verb, 'advmod')
    attach(draft, noun, verb, 'obj')
    draft.pos[have] = 'AUX'
    draft.pos[have + 1] = 'ADV'
    draft.tag[have + 1] = 'RB'
    changed = true
  }
  return changed
}
