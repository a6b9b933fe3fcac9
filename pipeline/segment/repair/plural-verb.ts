import { attach, childBy, childrenOf, type Draft, isNominal } from './draft.ts'

/**
 * "The company exports to 37 countries and owns dairies": a plural noun at the root, with a noun before it and a verb
 * joined to it that has no subject, is a verb itself. "Company exports to Chad, which owns them, fell" has its verb.
 */
export function repairPluralVerb(draft: Draft): boolean {
  const root = draft.head.indexOf(-1)
  if (isVerbInDisguise(draft, root) || repairNameBeforeVerb(draft, root)) return true
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

/** "The change of course demonstrates shared fears": a plural noun with a subject and an object is a verb. */
function isVerbInDisguise(draft: Draft, root: number): boolean {
  if (
    draft.tag[root] !== 'NNS' ||
    draft.pos[root] !== 'NOUN' ||
    childBy(draft, root, 'cop', 'det', 'nummod') !== null
  )
    return false
  const subject = childBy(draft, root, 'nsubj')
  const object = childBy(draft, root, 'obj', 'ccomp')
  if (subject === null || object === null || subject > root || object < root) return false
  draft.pos[root] = 'VERB'
  draft.tag[root] = 'VBZ'
  return true
}

/** "Marrow Pumps increased its sales": of two finite verbs side by side, the one behind a name is the name's. */
function repairNameBeforeVerb(draft: Draft, root: number): boolean {
  const part = root + 1
  const verb = root + 2
  if (
    draft.pos[root] !== 'PROPN' ||
    draft.tag[part] !== 'VBZ' ||
    draft.pos[part] !== 'VERB' ||
    draft.head[part] !== root
  )
    return false
  if (draft.pos[verb] !== 'VERB' || !['VBN', 'VBD'].includes(draft.tag[verb]!) || draft.head[verb] !== part)
    return false
  attach(draft, verb, -1, 'root')
  attach(draft, root, verb, 'nsubj')
  for (const child of [...childrenOf(draft, part), ...childrenOf(draft, root)])
    if (child > verb) draft.head[child] = verb
  attach(draft, part, root, 'flat')
  draft.pos[part] = 'PROPN'
  draft.tag[part] = 'NNPS'
  draft.tag[verb] = 'VBD'
  return true
}
