import { attach, childBy, childrenOf, type Draft, isNominal } from './draft.ts'

/**
 * "The new chief, Viktor Sand, is ill", "in Halm, a town of Chad, and treated": a name behind a description and a comma, or
 * a description behind a name, says who or what the first is. "the docks, the quay and the sluice" and "Chad, Niger and
 * Togo" are lists, and "In May, Viktor Sand fell ill" has no description.
 */
export function repairAsideNames(draft: Draft): boolean {
  let changed = false
  for (let comma = 1; comma < draft.forms.length - 2; comma++) {
    if (draft.forms[comma] !== ',' || !isNominal(draft, comma - 1)) continue
    const phrase = phraseFrom(draft, comma + 1)
    if (phrase === null) continue
    changed = join(draft, comma, phrase) || changed
  }
  return changed
}

interface Aside {
  readonly head: number
  /** The mark or the end behind it. */
  readonly end: number
}

/** A bare name, or an indefinite or definite description with its complements, up to a comma or the full stop. */
function phraseFrom(draft: Draft, first: number): Aside | null {
  let head = -1
  let at = first
  for (; at < draft.forms.length; at++) {
    const pos = draft.pos[at]!
    if (
      !['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM'].includes(pos) &&
      draft.tag[at] !== 'POS' &&
      draft.tag[at] !== 'PRP$'
    )
      break
    if (isNominal(draft, at)) head = at
  }
  if (head === -1) return null
  const name = draft.pos[head] === 'PROPN'
  let end = at
  if (!name)
    while (
      end < draft.forms.length &&
      end < at + 8 &&
      ['ADP', 'DET', 'ADJ', 'NOUN', 'PROPN', 'NUM'].includes(draft.pos[end]!)
    )
      end++
  return draft.forms[end] === ',' || draft.forms[end] === '.'
    ? { head: name ? nameTop(draft, first, head) : head, end }
    : null
}

function nameTop({ head, pos }: Draft, first: number, last: number): number {
  let top = last
  while (head[top]! >= first && head[top]! <= last && pos[head[top]!] === 'PROPN') top = head[top]!
  return top
}

function join(draft: Draft, comma: number, { head: aside, end }: Aside): boolean {
  const first = topOf(draft, comma - 1)
  const described = draft.pos[first] === 'NOUN' && draft.pos[aside] === 'PROPN' && isDefinite(draft, first)
  const describes =
    draft.pos[first] === 'PROPN' &&
    draft.pos[aside] === 'NOUN' &&
    ['a', 'an', 'the', 'its', 'his', 'her', 'their'].includes(draft.forms[comma + 1]!)
  if ((!described && !describes) || draft.head[aside] === first) return false
  if (
    childBy(draft, aside, 'case', 'cc', 'cop') !== null ||
    childrenOf(draft, aside).some((child) => draft.deprel[child] === 'conj')
  )
    return false
  const finite = draft.forms[end] === ',' && isFiniteAt(draft, end + 1)
  const subject = draft.deprel[aside]!.startsWith('nsubj')
  const loose = [
    'obl:unmarked',
    'nmod:unmarked',
    'conj',
    'parataxis',
    'list',
    'dep',
    'appos',
    'obj',
    'iobj',
    'dislocated',
    'nmod',
  ].includes(draft.deprel[aside]!)
  if (!(finite && (subject || loose)) && !(loose && draft.head[aside]! < comma)) return false
  const verb = draft.head[aside]!
  if (subject && verb > end && !['nsubj', 'nsubj:pass'].includes(draft.deprel[first]!)) {
    const above = draft.head[first]!
    if (above !== -1 && above < comma) return false
    attach(draft, first, verb, draft.deprel[aside]!)
    if (above === -1) attach(draft, verb, -1, 'root')
  }
  attach(draft, aside, first, 'appos')
  return true
}

function isFiniteAt(draft: Draft, at: number): boolean {
  return ['VBD', 'VBZ', 'VBP', 'MD'].includes(draft.tag[at] ?? '')
}

function isDefinite(draft: Draft, noun: number): boolean {
  const determiner = childBy(draft, noun, 'det', 'nmod:poss')
  return determiner !== null && childBy(draft, noun, 'case') === null
}

/** The noun of the phrase that ends here: "the [mayor] of Port Ash". */
function topOf(draft: Draft, last: number): number {
  let top = last
  for (let steps = 0; steps < 8; steps++) {
    const above = draft.head[top]!
    if (above === -1 || above > last || !isNominal(draft, above)) return top
    if (
      !['flat', 'compound', 'nmod'].includes(draft.deprel[top]!) ||
      draft.forms.slice(above, top).includes(',')
    )
      return top
    top = above
  }
  return top
}
