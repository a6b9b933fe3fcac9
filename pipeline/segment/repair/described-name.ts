import { attach, childBy, childrenOf, type Draft } from './draft.ts'

const GIVING = new Set(
  'awarded brought cost denied fed gave give gives given granted handed left lent loaned offered owed paid passed promised sent sold served showed taught told'.split(
    ' ',
  ),
)

/**
 * "It bought the Dutch dairy Melk Noord in May": a description with "the" and the name right behind it are one, and no two
 * objects. "They gave the minister Melk Noord" has two.
 */
export function repairDescribedNames(draft: Draft): boolean {
  let changed = false
  for (let noun = 1; noun < draft.forms.length - 1; noun++) {
    if (draft.pos[noun] !== 'NOUN' || draft.pos[noun + 1] !== 'PROPN') continue
    const article = childBy(draft, noun, 'det')
    if (article === null || draft.forms[article] !== 'the') continue
    const name = nameFrom(draft, noun + 1)
    changed = takeVerbBack(draft, noun, name) || changed
    const verb = draft.head[noun]!
    if (verb === -1 || draft.pos[verb] !== 'VERB') continue
    if (draft.head[name] !== verb || childBy(draft, name, 'case') !== null) continue
    if (!['obj', 'iobj', 'obl:unmarked', 'nsubj'].includes(draft.deprel[name]!)) continue
    const given =
      GIVING.has(draft.forms[verb]!) && draft.deprel[noun] === 'iobj' && draft.deprel[name] === 'obj'
    if (given) continue
    attach(draft, name, verb, draft.deprel[noun]!)
    attach(draft, noun, name, 'nmod:desc')
    changed = true
  }
  return changed
}

/** "The ferry Halden Rose sank.": no relative clause, where nothing else is the sentence's verb. */
function takeVerbBack(draft: Draft, noun: number, name: number): boolean {
  const verb = draft.head[name]!
  if (
    draft.head[noun] !== -1 ||
    verb < name ||
    draft.deprel[verb] !== 'acl:relcl' ||
    draft.head[verb] !== noun
  )
    return false
  if (!draft.deprel[name]!.startsWith('nsubj') || childBy(draft, noun, 'cop', 'nsubj') !== null) return false
  attach(draft, verb, -1, 'root')
  for (const child of childrenOf(draft, noun)) if (child > name && child !== verb) draft.head[child] = verb
  attach(draft, noun, name, 'nmod:desc')
  return true
}

/** The head of the name that begins here. */
function nameFrom({ head, pos }: Draft, first: number): number {
  let name = first
  while (
    head[name]! !== -1 &&
    pos[head[name]!] === 'PROPN' &&
    head[name]! - first < 5 &&
    head[name]! >= first
  )
    name = head[name]!
  return name
}
