import { attach, childBy, childrenOf, type Draft, isNominal } from './draft.ts'

/**
 * "The company exports to 37 countries and owns dairies": a plural noun at the root, with a noun before it and a verb
 * joined to it that has no subject, is a verb itself. "Company exports to Chad, which owns them, fell" has its verb.
 */
export function repairPluralVerb(draft: Draft): boolean {
  const root = draft.head.indexOf(-1)
  const subject = root - 1
  if (
    root < 1 ||
    draft.tag[root] !== 'NNS' ||
    !isNominal(draft, subject) ||
    draft.tag[subject]!.endsWith('S')
  )
    return false
  const joined = childrenOf(draft, root).concat(
    childrenOf(draft, root).flatMap((child) => childrenOf(draft, child)),
  )
  const partner = joined.find(
    (child) =>
      draft.tag[child] === 'VBZ' &&
      draft.deprel[child] === 'conj' &&
      childBy(draft, child, 'nsubj', 'nsubj:pass', 'mark') === null,
  )
  if (partner === undefined || partner < root) return false
  draft.pos[root] = 'VERB'
  draft.tag[root] = 'VBZ'
  for (const child of childrenOf(draft, root)) {
    if (child < subject) draft.head[child] = subject
    else if (draft.deprel[child] === 'nmod') draft.deprel[child] = 'obl'
  }
  attach(draft, subject, root, 'nsubj')
  attach(draft, partner, root, 'conj')
  return true
}
