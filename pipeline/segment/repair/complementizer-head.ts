import { attach, childBy, childrenOf, type Draft } from './draft.ts'

/**
 * "It repeated that 214 people had been aboard": nothing is the subject of a conjunction. The clause's head is the verb
 * or predicate behind that subject, and "that" marks it.
 */
export function repairComplementizerHeads(draft: Draft): boolean {
  let changed = false
  for (let that = 1; that < draft.forms.length; that++) {
    if (draft.pos[that] !== 'SCONJ' || draft.head[that] === -1) continue
    const subject = childBy(draft, that, 'nsubj', 'nsubj:pass')
    if (subject === null || subject < that) continue
    const predicate = predicateBehind(draft, subject)
    if (predicate === null) continue
    const above = draft.head[that]!
    const verb = childBy(draft, subject, 'acl', 'acl:relcl')
    if (verb !== null && verb !== predicate && verb < predicate) {
      for (const child of childrenOf(draft, verb)) if (child !== predicate) draft.head[child] = predicate
      attach(draft, verb, predicate, 'aux')
    }
    for (const child of childrenOf(draft, that)) draft.head[child] = predicate
    attach(draft, predicate, above, draft.pos[above] === 'NOUN' ? 'acl' : 'ccomp')
    attach(draft, that, predicate, 'mark')
    attach(draft, subject, predicate, childBy(draft, predicate, 'aux:pass') === null ? 'nsubj' : 'nsubj:pass')
    changed = true
  }
  return changed
}

/** The first full verb behind the subject, or what a copula there hangs on. */
function predicateBehind(draft: Draft, subject: number): number | null {
  for (let at = subject + 1; at < draft.forms.length; at++) {
    if (draft.deprel[at] === 'cop') return draft.head[at]!
    const helps = ['has', 'have', 'had', 'is', 'are', 'was', 'were', 'be', 'been', "'s"].includes(
      draft.forms[at]!,
    )
    if (draft.pos[at] === 'VERB' && !helps) return at
    if (draft.pos[at] === 'PUNCT') return null
  }
  return null
}
