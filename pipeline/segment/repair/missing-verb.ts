import { attach, childrenOf, type Draft, isNominal } from './draft.ts'

/**
 * "The coast guard counts 214." A sentence with a full stop and no verb, whose root is a plural noun between a name and
 * an object: the root is the verb. "Three cups of tea." stays.
 */
export function repairMissingVerb(draft: Draft): boolean {
  const root = draft.head.indexOf(-1)
  if (draft.tag[root] !== 'NNS' || root < 1 || draft.forms.at(-1) !== '.') return false
  if (draft.pos.some((pos) => pos === 'VERB' || pos === 'AUX')) return false
  const subject = root - 1
  const opens = ['DET', 'NUM', 'PRON', 'PROPN', 'ADJ', 'SYM'].includes(draft.pos[root + 1] ?? 'PUNCT')
  if (!isNominal(draft, subject) || !opens) return false
  draft.pos[root] = 'VERB'
  draft.tag[root] = 'VBZ'
  let object = true
  for (const child of childrenOf(draft, root)) {
    if (child < subject) draft.head[child] = subject
    else if (child > root && object && (isNominal(draft, child) || draft.pos[child] === 'NUM')) {
      draft.deprel[child] = 'obj'
      object = false
    }
  }
  attach(draft, subject, root, 'nsubj')
  return true
}
