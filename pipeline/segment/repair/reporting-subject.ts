import { attach, childBy, childrenOf, type Draft, isFiniteVerb, isNominal } from './draft.ts'

const SAYING = new Set(
  'said says say added adds told announced reported confirmed claimed argued explained stated warned insisted admitted noted wrote'.split(
    ' ',
  ),
)

/**
 * "The ferry sank, officials said": the noun right before the verb of saying says it, and what stands before the comma
 * has a verb of its own. "The minister, a lawyer, said no" has none there, and stays.
 */
export function repairReportingSubject(draft: Draft): boolean {
  let changed = false
  for (let verb = 3; verb < draft.forms.length; verb++) {
    if (!SAYING.has(draft.forms[verb]!) || !isFiniteVerb(draft, verb) || !isNominal(draft, verb - 1)) continue
    const speaker = verb - 1
    const comma = startOfPhrase(draft, speaker) - 1
    const subject = childBy(draft, verb, 'nsubj')
    if (comma < 1 || draft.forms[comma] !== ',' || subject === null || subject >= comma) continue
    const reported = childrenOf(draft, verb).find(
      (child) =>
        child < comma &&
        child > subject &&
        (isFiniteVerb(draft, child) || childBy(draft, child, 'aux', 'aux:pass', 'cop') !== null) &&
        childBy(draft, child, 'nsubj', 'nsubj:pass') === null,
    )
    if (reported === undefined || !['ccomp', 'conj', 'parataxis', 'advcl'].includes(draft.deprel[reported]!))
      continue
    attach(draft, reported, draft.head[verb]!, draft.deprel[verb]!)
    attach(draft, verb, reported, 'parataxis')
    attach(draft, subject, reported, childBy(draft, reported, 'aux:pass') === null ? 'nsubj' : 'nsubj:pass')
    attach(draft, speaker, verb, 'nsubj')
    changed = true
  }
  return changed
}

/** The first word of the noun phrase that ends at `last`: its determiner and modifiers before it. */
function startOfPhrase(draft: Draft, last: number): number {
  let at = last
  while (at > 0 && ['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM'].includes(draft.pos[at - 1]!)) at--
  return at
}
