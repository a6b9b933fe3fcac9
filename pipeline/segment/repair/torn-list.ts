import { attach, childBy, childrenOf, type Draft, isFiniteVerb, isNominal } from './draft.ts'

/**
 * Lists that the parser tears. "offered a position, a stable government and a share": the second member is no name for
 * the first. "Two tugs, a cutter and five trawlers joined the search": the last member alone is no subject, and its verb no
 * relative clause. "Ada Roe, a lawyer and poet, won" and "the ship and the port that we saw" stay.
 */
export function repairTornLists(draft: Draft): boolean {
  let changed = false
  for (let at = 1; at < draft.forms.length; at++) {
    if (draft.deprel[at] === 'appos') changed = joinApposition(draft, at) || changed
    if (isFiniteVerb(draft, at)) changed = gatherSubject(draft, at) || changed
  }
  return changed
}

/** The appositive `second` becomes a member, and so does what is joined to it. */
function joinApposition(draft: Draft, second: number): boolean {
  const first = draft.head[second]!
  const third = childrenOf(draft, second).find((child) => draft.deprel[child] === 'conj' && child > second)
  if (
    first >= second ||
    third === undefined ||
    !isNominal(draft, third) ||
    childBy(draft, third, 'cc') === null
  )
    return false
  if (!isNominal(draft, first) || (draft.pos[first] === 'PROPN' && draft.pos[second] !== 'PROPN'))
    return false
  if (draft.forms[endOf(draft, third) + 1] === ',' || !draft.forms.slice(first, second).includes(','))
    return false
  attach(draft, second, first, 'conj')
  attach(draft, third, first, 'conj')
  return true
}

/** The subject of a verb right behind "A, B and C", where C alone was taken for it. */
function gatherSubject(draft: Draft, verb: number): boolean {
  const last = childBy(draft, verb, 'nsubj', 'nsubj:pass')
  if (last === null || last > verb || !isNominal(draft, last)) return false
  const start = startOf(draft, last)
  const and = start - 1
  const above = draft.head[verb]!
  if (draft.forms[and] !== 'and' || !isNominal(draft, and - 1) || above === -1 || above >= and) return false
  if (draft.deprel[verb] !== 'acl:relcl' || !isNominal(draft, above)) return false
  let first = above
  while (['appos', 'conj'].includes(draft.deprel[first]!) && isNominal(draft, draft.head[first]!))
    first = draft.head[first]!
  const governor = draft.head[first]!
  if (governor !== -1) return false
  attach(draft, verb, -1, 'root')
  attach(draft, first, verb, draft.deprel[last]!)
  attach(draft, last, first, 'conj')
  attach(draft, and, last, 'cc')
  if (above !== first) attach(draft, above, first, 'conj')
  for (const child of childrenOf(draft, first)) if (child > verb) draft.head[child] = verb
  return true
}

function startOf({ head, pos }: Draft, noun: number): number {
  let start = noun
  while (start > 0 && head[start - 1] === noun && pos[start - 1] !== 'CCONJ') start--
  return start
}

/** The last word that hangs on the noun, at any depth. */
function endOf({ head }: Draft, noun: number): number {
  let end = noun
  for (let at = noun + 1; at < head.length; at++) {
    let up = head[at]!
    for (let steps = 0; up > noun && steps < 16; steps++) up = head[up]!
    if (up !== noun) break
    end = at
  }
  return end
}
