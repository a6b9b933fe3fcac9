import { attach, childrenOf, type Draft } from './draft.ts'

const PEOPLE = new Set(['dead', 'injured', 'wounded', 'missing', 'homeless', 'hurt', 'ill', 'sick'])

/** "It had registered 164 dead": what a number counts is a noun. "164 dead fish" counts fish, and stays. */
export function repairCountedPeople(draft: Draft): boolean {
  let changed = false
  for (let at = 1; at < draft.forms.length; at++) {
    const number = at - 1
    if (!PEOPLE.has(draft.forms[at]!) || draft.pos[number] !== 'NUM' || draft.head[at] !== number) continue
    if (draft.pos[at + 1] === 'NOUN') continue
    const relation = draft.deprel[number]!
    const verb = draft.head[number]!
    attach(
      draft,
      at,
      verb,
      relation === 'flat' || relation === 'nummod' || relation === 'dep' ? 'obj' : relation,
    )
    for (const child of childrenOf(draft, number)) draft.head[child] = at
    attach(draft, number, at, 'nummod')
    draft.pos[at] = 'NOUN'
    draft.tag[at] = 'NNS'
    changed = true
  }
  return changed
}
