import { attach, childrenOf, type Draft } from './draft.ts'

const LEADING = new Set(
  'began begin begins continue continued continues declined expected failed likely refused refuses set supposed unlikely wanted wants'.split(
    ' ',
  ),
)

/** "is expected to rise", "refused to concede": what "to" opens behind such a verb is a verb. "due to fog" stays. */
export function repairInfinitiveNouns(draft: Draft): boolean {
  let changed = false
  for (let to = 1; to < draft.forms.length - 1; to++) {
    const noun = to + 1
    const verb = to - 1
    if (
      draft.forms[to] !== 'to' ||
      draft.pos[to] !== 'ADP' ||
      draft.tag[noun] !== 'NN' ||
      draft.head[noun] !== verb
    )
      continue
    if (!LEADING.has(draft.forms[verb]!) || childrenOf(draft, noun).some((child) => child !== to)) continue
    draft.pos[noun] = 'VERB'
    draft.tag[noun] = 'VB'
    attach(draft, noun, verb, 'xcomp')
    draft.pos[to] = 'PART'
    draft.tag[to] = 'TO'
    attach(draft, to, noun, 'mark')
    changed = true
  }
  return changed
}
