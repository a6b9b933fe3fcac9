import { attach, childBy, childrenOf, type Draft, isFiniteVerb } from './draft.ts'

/**
 * "Founded in 1996 by Ann Lee, the firm employs 300 people": the verb with the subject is the root, and the participle
 * before it hangs there. "Built to last." has no such verb, and stays.
 */
export function repairOpeningParticiple(draft: Draft): boolean {
  const root = draft.head.indexOf(-1)
  if (root > 2 || (draft.tag[root] !== 'VBN' && draft.tag[root] !== 'VBG')) return false
  if (childBy(draft, root, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass', 'cop') !== null) return false
  const main = childrenOf(draft, root).find((child) => {
    if (
      !['parataxis', 'conj', 'ccomp', 'advcl'].includes(draft.deprel[child]!) ||
      childBy(draft, child, 'cc', 'mark') !== null
    )
      return false
    const subject = childBy(draft, child, 'nsubj', 'nsubj:pass')
    return (
      subject !== null &&
      subject > root &&
      (isFiniteVerb(draft, child) || childBy(draft, child, 'aux', 'aux:pass', 'cop') !== null)
    )
  })
  if (main === undefined) return false
  attach(draft, main, -1, 'root')
  attach(draft, root, main, 'advcl')
  return true
}
