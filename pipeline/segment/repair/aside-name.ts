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
  const name = draft.pos[aside] === 'PROPN'
  const first = topOf(draft, comma - 1, name ? ['flat', 'compound', 'nmod'] : ['flat', 'compound'])
  if (draft.pos[first] !== (name ? 'NOUN' : 'PROPN')) return false
  if (name ? childBy(draft, first, 'det', 'nmod:poss') === null : !DETERMINERS.has(draft.forms[comma + 1]!))
    return false
  if (draft.head[aside] === first && draft.deprel[aside] === 'appos') return false
  const isList = childrenOf(draft, aside).some(
    (child) => draft.deprel[child] === 'conj' && isNominal(draft, child),
  )
  if (isList || childBy(draft, aside, 'case', 'cc', 'cop') !== null) return false
  const subject = draft.deprel[aside]!.startsWith('nsubj')
  const finite = draft.forms[end] === ',' && isFiniteAt(draft, end + 1)
  if (subject ? !finite : !LOOSE.has(draft.deprel[aside]!) || draft.head[aside]! > comma) return false
  if (finite) takeSubject(draft, first, end + 1, aside)
  attach(draft, aside, first, 'appos')
  for (const child of childrenOf(draft, aside)) if (child > end) giveBack(draft, child)
  return true
}

const DETERMINERS = new Set(['a', 'an', 'the', 'its', 'his', 'her', 'their'])

/** Relations without a preposition that are seldom what they are called. */
const LOOSE = new Set([
  'obl',
  'obl:unmarked',
  'nmod',
  'nmod:unmarked',
  'conj',
  'parataxis',
  'list',
  'dep',
  'appos',
  'obj',
  'iobj',
  'dislocated',
])

/** What stands before the two commas is the subject of the verb behind them. */
function takeSubject(draft: Draft, subject: number, finite: number, aside: number): void {
  const above = draft.head[finite]!
  const main = draft.pos[finite] === 'AUX' && above > finite ? above : finite
  if (draft.head[subject] === main) return
  const mainAbove = draft.head[main]!
  if (mainAbove !== aside && mainAbove !== subject && draft.head[aside] !== main) return
  if (main === finite || mainAbove <= aside) attach(draft, main, draft.head[subject]!, draft.deprel[subject]!)
  attach(draft, subject, main, childBy(draft, main, 'aux:pass') === null ? 'nsubj' : 'nsubj:pass')
}

/** "a town of Chad, and [treated] men": a verb joined to the aside is the sentence's second one. */
function giveBack(draft: Draft, verb: number): void {
  const root = draft.head.indexOf(-1)
  if (draft.pos[verb] !== 'VERB' || draft.pos[root] !== 'VERB' || draft.deprel[verb] !== 'conj') return
  draft.head[verb] = root
  if (
    draft.tag[verb] === 'VBN' &&
    draft.tag[root] === 'VBD' &&
    childBy(draft, verb, 'aux', 'aux:pass') === null
  )
    draft.tag[verb] = 'VBD'
}

function isFiniteAt(draft: Draft, at: number): boolean {
  return ['VBD', 'VBZ', 'VBP', 'MD'].includes(draft.tag[at] ?? '')
}

/** The noun of the phrase that ends here: "the [mayor] of Port Ash", but "a victory for her [predecessor]" and "a
 * [spokesman] for the ministry". */
function topOf(draft: Draft, last: number, relations: readonly string[]): number {
  let top = last
  for (let steps = 0; steps < 8; steps++) {
    const above = draft.head[top]!
    if (above === -1 || above > last || !isNominal(draft, above)) return top
    if (!relations.includes(draft.deprel[top]!) || draft.forms.slice(above, top).includes(',')) return top
    const preposition = childBy(draft, top, 'case')
    const close = preposition === null || ['of', 'on', 'in', 'at'].includes(draft.forms[preposition]!)
    if (!close && !/(?:man|woman|person|er|or|ist)$/.test(draft.forms[above]!)) return top
    top = above
  }
  return top
}
