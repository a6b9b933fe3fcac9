import { attach, childrenOf, type Draft } from './draft.ts'

const ADDRESS = new Set(['ms', 'ms.', 'mr', 'mr.', 'mrs', 'mrs.', 'dr', 'dr.', 'miss'])

/** "Ms Brook said": a form of address belongs to the name behind it, and governs no clause. */
export function repairFormsOfAddress(draft: Draft): boolean {
  let changed = false
  for (let at = 0; at < draft.forms.length - 1; at++) {
    const name = at + 1
    if (!ADDRESS.has(draft.forms[at]!) || draft.pos[name] !== 'PROPN' || draft.head[at] === name) continue
    const top = nameTop(draft, name)
    if (top === null) continue
    const [clause] = childrenOf(draft, at).filter(
      (child) => child > name && draft.deprel[child] === 'acl:relcl',
    )
    if (draft.head[top] === clause && clause !== undefined) {
      attach(draft, clause, draft.head[at]!, draft.deprel[at]!)
      for (const child of childrenOf(draft, at)) draft.head[child] = clause
    } else if (draft.head[top] === at) {
      attach(draft, top, draft.head[at]!, draft.deprel[at]!)
      for (const child of childrenOf(draft, at)) draft.head[child] = top
    } else continue
    attach(draft, at, top, 'compound')
    draft.pos[at] = 'PROPN'
    draft.tag[at] = 'NNP'
    changed = true
  }
  return changed
}

/** The head of the name that a word is of. */
function nameTop({ head, pos, deprel }: Draft, word: number): number | null {
  let top = word
  for (let steps = 0; steps < 6; steps++) {
    const above = head[top]!
    if (above === -1 || pos[above] !== 'PROPN' || !['flat', 'compound'].includes(deprel[top]!)) return top
    top = above
  }
  return null
}
