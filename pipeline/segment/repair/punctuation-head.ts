import type { Draft } from './draft.ts'

/** Nothing hangs on a comma: what does belongs to what the comma hangs on. A title in full stops ("Yahoo!") is no mark. */
export function repairPunctuationHeads(draft: Draft): boolean {
  let changed = false
  for (let at = 0; at < draft.head.length; at++) {
    const mark = draft.head[at]!
    if (mark === -1 || draft.pos[mark] !== 'PUNCT' || draft.head[mark] === -1 || draft.head[mark] === at)
      continue
    draft.head[at] = draft.head[mark]!
    changed = true
  }
  return changed
}
