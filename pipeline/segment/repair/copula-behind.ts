import { attach, childBy, childrenOf, type Draft, isNominal } from './draft.ts'

/**
 * "The first vessel to reach the ferry was the Anna Lowe": a noun at the root with a copula behind it that has no subject
 * is the subject. "A plan to sell what was left" has its subject, and stays.
 */
export function repairCopulaBehind(draft: Draft): boolean {
  const root = draft.head.indexOf(-1)
  if (draft.pos[root] !== 'NOUN' || childBy(draft, root, 'cop', 'nsubj', 'nsubj:pass') !== null) return false
  for (let copula = root + 2; copula < draft.forms.length - 1; copula++) {
    if (draft.deprel[copula] !== 'cop' || !['was', 'is', 'were', 'are'].includes(draft.forms[copula]!))
      continue
    const predicate = draft.head[copula]!
    if (predicate < copula || !isNominal(draft, predicate)) return false
    if (childBy(draft, predicate, 'nsubj', 'nsubj:pass', 'csubj', 'mark') !== null) return false
    if (draft.tag.slice(root, copula).some((tag) => tag.startsWith('W') || tag === 'IN' || tag === ','))
      return false
    for (let at = copula + 1; at < draft.forms.length; at++)
      if (draft.head[at]! < copula && at !== predicate) draft.head[at] = predicate
    attach(draft, predicate, -1, 'root')
    attach(draft, root, predicate, 'nsubj')
    for (const child of childrenOf(draft, root)) if (child > copula) draft.head[child] = predicate
    return true
  }
  return false
}
