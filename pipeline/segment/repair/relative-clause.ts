import { attach, childBy, childrenOf, type Draft, isFiniteVerb, isNominal } from './draft.ts'

const PRONOUNS = new Set(['who', 'which', 'whom', 'whose'])

/**
 * "The bridge, which the army built in 1962, collapsed in May": the clause between the commas hangs on the noun before
 * it, and the verb behind it is the noun's. The parser, learnt from web text, often makes "built" or "bridge" the root.
 * "He asked who had come, and left" has no noun before the pronoun, and stays.
 */
export function repairRelativeClauses(draft: Draft): boolean {
  let changed = false
  for (let at = 2; at < draft.forms.length; at++) {
    if (PRONOUNS.has(draft.forms[at]!) && draft.tag[at]!.startsWith('W'))
      changed = repairAt(draft, at) || changed
  }
  return changed
}

function repairAt(draft: Draft, pronoun: number): boolean {
  const comma = draft.pos[pronoun - 1] === 'ADP' ? pronoun - 2 : pronoun - 1
  // "the Cooperation Organization (SCO) - which ...": the acronym stands for the name before it.
  const last = draft.forms[comma - 1] === ')' ? comma - 2 : comma - 1
  if (last < 0 || draft.pos[comma] !== 'PUNCT' || !isNominal(draft, last)) return false
  const verb = verbOf(draft, pronoun)
  if (verb === null) return false
  const noun = topOf(draft, last, verb)
  if (draft.forms[comma] !== ',') return closeAside(draft, { opening: comma, noun, verb })
  const main = mainVerbBehind(draft, verb)
  if (main === null) {
    if (draft.deprel[verb] === 'acl:relcl' || draft.head[verb] === -1 || isAbove(draft, verb, noun))
      return false
    attach(draft, verb, noun, 'acl:relcl')
    return true
  }
  if (draft.deprel[verb] === 'acl:relcl' && draft.head[noun] === main.verb) return false
  const top = [noun, verb, main.verb].find(
    (word) => ![noun, verb, main.verb].some((other) => other !== word && isAbove(draft, other, word)),
  )
  if (top === undefined || draft.pos[draft.head[top]!] === 'PUNCT') return false
  const above = draft.head[top]!
  const relation = draft.deprel[top]!
  const displaced = childBy(draft, main.verb, 'nsubj', 'nsubj:pass')
  if (displaced !== null && displaced > main.comma) return false
  if (draft.tag[main.verb] === 'VBN' && childBy(draft, main.verb, 'aux', 'aux:pass') === null)
    draft.tag[main.verb] = 'VBD'
  for (const child of childrenOf(draft, verb))
    if (child > main.comma && child !== main.verb) draft.head[child] = main.verb
  for (const child of childrenOf(draft, noun))
    if (child > main.comma && child !== main.verb && child !== verb) draft.head[child] = main.verb
  for (const child of childrenOf(draft, main.verb))
    if (child > comma && child < main.comma && child !== verb) draft.head[child] = verb
  const and = childBy(draft, noun, 'cc')
  const root = draft.head.indexOf(-1)
  if (and !== null && draft.forms[and - 1] === ',' && root < and) {
    // ", and Roe, whose study we read, regards ...": a clause beside the first.
    attach(draft, main.verb, root, 'conj')
    draft.head[and] = main.verb
  } else attach(draft, main.verb, above, relation === 'acl:relcl' ? 'root' : relation)
  attach(draft, noun, main.verb, childBy(draft, main.verb, 'aux:pass') === null ? 'nsubj' : 'nsubj:pass')
  attach(draft, verb, noun, 'acl:relcl')
  return true
}

/** "joined the bloc - which has ten members - in 2017": what stands behind the closing dash is not the aside's. */
function closeAside(
  draft: Draft,
  { opening, noun, verb }: { opening: number; noun: number; verb: number },
): boolean {
  const closing = draft.forms.indexOf(draft.forms[opening]!, opening + 1)
  const governor = draft.head[noun]!
  if (isAbove(draft, verb, noun) || governor === -1) return false
  attach(draft, verb, noun, 'acl:relcl')
  if (closing > verb) {
    for (let at = closing + 1; at < draft.forms.length; at++) {
      const head = draft.head[at]!
      if (head > opening && head < closing) draft.head[at] = governor
    }
  }
  return true
}

/** The verb of the pronoun's clause: the first finite one behind it, or what its auxiliary or copula hangs on. */
function verbOf(draft: Draft, pronoun: number): number | null {
  for (let at = pronoun + 1; at < draft.forms.length; at++) {
    if (draft.pos[at] === 'PUNCT' && draft.forms[at] !== '"') return null
    if (draft.pos[at] === 'AUX') return draft.head[at]! > at ? draft.head[at]! : at
    if (draft.pos[at] === 'VERB') return at
  }
  return null
}

const TEMPORAL = new Set(['after', 'before', 'since', 'until', 'during'])

/** The head of the noun phrase that ends right before the comma. */
function topOf(draft: Draft, last: number, verb: number): number {
  let noun = last
  for (;;) {
    const head = draft.head[noun]!
    if (head === -1 || head === verb || head > last || !isNominal(draft, head)) return noun
    if (!['flat', 'compound', 'nmod', 'appos'].includes(draft.deprel[noun]!)) return noun
    // "ten months after the summit, which ...": the summit did.
    const preposition = childBy(draft, noun, 'case')
    if (preposition !== null && TEMPORAL.has(draft.forms[preposition]!)) return noun
    noun = head
  }
}

/** A finite verb, without a subject of its own, right behind a later comma. */
function mainVerbBehind(draft: Draft, verb: number): { verb: number; comma: number } | null {
  for (let comma = verb + 1; comma < draft.forms.length - 1; comma++) {
    if (draft.forms[comma] !== ',') continue
    let at = comma + 1
    while (draft.pos[at] === 'ADV' && at < draft.forms.length - 1) at++
    if (draft.pos[at] === 'AUX' && draft.tag[at] !== 'VB') {
      const head = draft.head[at]!
      return { verb: head > at ? head : at, comma }
    }
    if (draft.tag[at] === 'NNS' && draft.pos[at + 1] === 'DET') {
      // "Roe, whose study we read, regards the plan as ...": no plural has an article behind it.
      draft.pos[at] = 'VERB'
      draft.tag[at] = 'VBZ'
    }
    if (
      draft.pos[at] === 'VERB' &&
      (isFiniteVerb(draft, at) || draft.tag[at] === 'VBN') &&
      childBy(draft, at, 'cc') === null
    )
      return { verb: at, comma }
  }
  return null
}

function isAbove(draft: Draft, upper: number, lower: number): boolean {
  let at = draft.head[lower]!
  for (let steps = 0; at !== -1 && steps < draft.head.length; steps++) {
    if (at === upper) return true
    at = draft.head[at]!
  }
  return false
}
