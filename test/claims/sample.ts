import { annotate } from '../../pipeline/annotate.ts'
import { findPredicates } from '../../pipeline/claims/predicates.ts'
import { loadKnowledge, shippedAnnotations } from '../../pipeline/knowledge/index.ts'
import type { Claim, Predicate } from '../../pipeline/model/claim.ts'
import { readSource } from '../../pipeline/read/index.ts'

export const knowledge = loadKnowledge([shippedAnnotations()])

/** The claims of a short Markdown text, published on 4 March 2021, through all stages. */
export function claimsOf(text: string): readonly Claim[] {
  return documentOf(text).claims
}

/** Its predicates with their factuality. */
export function predicatesOf(text: string): readonly Predicate[] {
  return findPredicates(documentOf(text), knowledge)
}

/** Such a text with all its layers. */
export function documentOf(text: string) {
  const file = `---\npublished: 2021-03-04\n---\n\n${text}\n`
  return annotate(readSource('sample.md', new TextEncoder().encode(file), 'sample.md'), knowledge)
}

/**
 * A claim on one line, as a reader of the tests sees it:
 * `subject | relation | object | role: qualifier {stance} <speaker/cue>`. Plain assertions of fact have no braces.
 */
export function lineOf(claim: Claim): string {
  const slots = [
    claim.subject.text,
    claim.relation.text,
    claim.object?.text ?? '-',
    ...claim.qualifiers.map(({ role, text }) => `${role}: ${text}`),
  ]
  const stance = [claim.polarity, claim.factuality, claim.kind].filter(
    (word) => !['affirmed', 'asserted', 'fact'].includes(word),
  )
  const { attribution } = claim
  return [
    slots.join(' | '),
    stance.length > 0 ? ` {${stance.join(', ')}}` : '',
    attribution ? ` <${attribution.speaker?.text ?? '-'}/${attribution.cue.text}>` : '',
  ].join('')
}

export function linesOf(text: string): string[] {
  return claimsOf(text).map(lineOf)
}
