import { controllerOf } from './control.ts'
import { conjuncts } from './coordination.ts'

import { dependentsBy, firstDependent, isInfinitive, isRelated, lemmaAt, type Tree, wordAt } from './tree.ts'

/** How a subject came about: its own, or understood from elsewhere in the sentence. */
export type SubjectBasis = 'own' | 'shared' | 'relative' | 'participle' | 'controlled' | 'none'

export interface Subject {
  readonly heads: readonly number[]
  readonly basis: SubjectBasis
  readonly existential: boolean
}

const NO_SUBJECT: Subject = { heads: [], basis: 'none', existential: false }

/** The heads of a predicate's subject: its own, or understood from elsewhere in the sentence. */
export function subjectOf(tree: Tree, predicate: number, depth = 0): Subject {
  if (depth > 8) return NO_SUBJECT
  const own = firstDependent(tree, predicate, 'nsubj', 'csubj')
  if (own !== null) {
    const existential = firstDependent(tree, predicate, 'expl') !== null
    if (isRelativePronoun(tree, own)) {
      const antecedent = antecedentOf(tree, predicate, own)
      if (antecedent !== null) return { heads: [antecedent], basis: 'relative', existential: false }
    }
    if (isRelated(tree, own, 'csubj')) return { heads: [own], basis: 'own', existential }
    return { heads: conjuncts(tree, own), basis: 'own', existential }
  }
  if (firstDependent(tree, predicate, 'expl') !== null) {
    const behind = nounBehind(tree, predicate)
    if (behind !== null && lemmaAt(tree, predicate) === 'be')
      return { heads: [behind], basis: 'own', existential: true }
  }
  const { head } = wordAt(tree, predicate)
  if (head === null) return NO_SUBJECT
  const before = conjunctBefore(tree, predicate)
  if (before !== null) return { heads: [before], basis: 'own', existential: false }
  if (isRelated(tree, predicate, 'conj')) {
    // "describes the need for seeing and [striking] first": no gerund is joined to a finite verb.
    if (
      wordAt(tree, predicate).tag === 'VBG' &&
      wordAt(tree, head).tag !== 'VBG' &&
      !hasAuxiliary(tree, predicate)
    )
      return NO_SUBJECT
    // "expect it to sell the mill and [to use] the money": who uses it is not told by the first verb.
    if (
      isInfinitive(tree, predicate) &&
      !isInfinitive(tree, head) &&
      firstDependent(tree, head, 'obj') !== null
    )
      return NO_SUBJECT
    if (isWhose(tree, head, predicate)) return NO_SUBJECT
    const shared = subjectOf(tree, head, depth + 1)
    return shared.heads.length > 0
      ? { ...shared, basis: shared.basis === 'own' ? 'shared' : shared.basis }
      : NO_SUBJECT
  }
  if (isRelated(tree, predicate, 'parataxis') && isListedVerb(tree, predicate, head)) {
    const shared = subjectOf(tree, head, depth + 1)
    return shared.heads.length > 0 ? { ...shared, basis: 'shared' } : NO_SUBJECT
  }
  if (isRelated(tree, predicate, 'acl:relcl')) {
    // "the port that India built": the antecedent is the object, and the subject must be its own.
    return NO_SUBJECT
  }
  if (isRelated(tree, predicate, 'acl')) {
    if (isInfinitive(tree, predicate) || !isParticipleBehind(tree, predicate, head)) return NO_SUBJECT
    const verb = wordAt(tree, head).head
    if (verb !== null && isActBehindObject(tree, predicate, head)) {
      const acting = subjectOf(tree, verb, depth + 1)
      return acting.heads.length > 0 ? { ...acting, basis: 'controlled' } : NO_SUBJECT
    }
    return { heads: [gerundSubject(tree, predicate) ?? head], basis: 'participle', existential: false }
  }
  return controlled(tree, predicate, head, depth)
}

function controlled(tree: Tree, predicate: number, above: number, depth: number): Subject {
  const controller = controllerOf(tree, predicate)
  if (controller === null) return NO_SUBJECT
  const object = controller === 'object' ? firstDependent(tree, above, 'obj', 'iobj') : null
  if (object !== null) return { heads: conjuncts(tree, object), basis: 'controlled', existential: false }
  const subject = subjectOf(tree, above, depth + 1)
  if (subject.heads.length === 0) return NO_SUBJECT
  return { ...subject, basis: controller === 'conjunct' ? 'shared' : 'controlled' }
}

/** "formed a league with Chad, whose leader [became] its head": the second verb's subject is not the first's. */
function isWhose(tree: Tree, first: number, second: number): boolean {
  for (let at = first + 1; at < second; at++) {
    if (wordAt(tree, at).tag === 'WP$') return firstDependent(tree, second, 'cc') === null
  }
  return false
}

/** "She came aboard, [had] coffee and left": a list of verbs in one tense. */
function isListedVerb(tree: Tree, verb: number, first: number): boolean {
  for (let at = first + 1; at < verb; at++) if (wordAt(tree, at).tag.startsWith('W')) return false
  const { tag } = wordAt(tree, verb)
  return (
    (tag === 'VBD' || tag === 'VBZ') &&
    wordAt(tree, first).tag === tag &&
    first < verb &&
    lemmaAt(tree, verb - 1) === ','
  )
}

function hasAuxiliary(tree: Tree, verb: number): boolean {
  return firstDependent(tree, verb, 'aux', 'aux:pass', 'cop') !== null
}

/** "There have been no reports of ...": what there is stands right behind the verb, whatever the parse hangs it on. */
function nounBehind(tree: Tree, verb: number): number | null {
  for (let at = verb + 1; at < tree.sentence.endWord; at++) {
    const { pos } = wordAt(tree, at)
    if (pos === 'NOUN' || pos === 'PROPN') {
      if (!isRelated(tree, at, 'compound')) return at
    } else if (pos !== 'DET' && pos !== 'ADJ' && pos !== 'NUM' && pos !== 'ADV') return null
  }
  return null
}

/**
 * "no aircraft at the base and experts say it stands empty": the noun right before a finite verb that has no subject
 * is no second base, whatever the parse says.
 */
function conjunctBefore(tree: Tree, verb: number): number | null {
  const { tag } = wordAt(tree, verb)
  const noun = verb - 1
  if (tag !== 'VBP' && tag !== 'VBZ' && tag !== 'VBD') return null
  if (
    noun < tree.sentence.firstWord ||
    !isRelated(tree, noun, 'conj') ||
    dependentsBy(tree, verb, 'cc').length > 0
  )
    return null
  return wordAt(tree, noun).pos === 'NOUN' || wordAt(tree, noun).pos === 'PROPN' ? noun : null
}

/** "It hit the coast, [closing] two ports": behind a comma, a gerund tells what the sentence's subject did, not its object. */
function isActBehindObject(tree: Tree, gerund: number, noun: number): boolean {
  if (wordAt(tree, gerund).tag !== 'VBG' || !isRelated(tree, noun, 'obj', 'obl')) return false
  for (let at = noun + 1; at < gerund; at++) if (lemmaAt(tree, at) === ',') return true
  return false
}

/**
 * "a treaty [signed] in 2009", "a ship [carrying] cars". Not "a [flying] machine", whatever the parse hangs on what, nor
 * "a commitment to [combating] crime", which nobody is said to combat, nor "the years [following] the war".
 */
function isParticipleBehind(tree: Tree, verb: number, noun: number): boolean {
  const { tag } = wordAt(tree, verb)
  if (firstDependent(tree, verb, 'mark', 'case') !== null || lemmaAt(tree, verb) === 'follow') return false
  if (lemmaAt(tree, verb - 1) === '-') return false
  return noun < verb && wordAt(tree, noun).pos !== 'DET' && (tag === 'VBN' || tag === 'VBG' || tag === 'VBD')
}

/** "reports of India having aircraft": India has them, not the reports. */
function gerundSubject(tree: Tree, verb: number): number | null {
  const noun = verb - 1
  if (wordAt(tree, verb).tag !== 'VBG' || noun < tree.sentence.firstWord) return null
  const { head, pos } = wordAt(tree, noun)
  const close = head === wordAt(tree, verb).head && isRelated(tree, noun, 'nmod')
  return close && (pos === 'PROPN' || pos === 'PRON') ? noun : null
}

const RELATIVE_TAGS = new Set(['WDT', 'WP', 'WP$'])

export function isRelativePronoun(tree: Tree, index: number): boolean {
  const word = wordAt(tree, index)
  return (
    RELATIVE_TAGS.has(word.tag) ||
    (lemmaAt(tree, index) === 'that' && word.pos === 'PRON' && word.tag !== 'DT')
  )
}

/**
 * What a relative pronoun stands for: what its clause hangs on, also for coordinated verbs; where the parse hangs the
 * clause elsewhere, the noun right before the pronoun. Null where there is neither.
 */
export function antecedentOf(tree: Tree, predicate: number, pronoun: number): number | null {
  let index: number | null = predicate
  for (let depth = 0; index !== null && depth < 6; depth++) {
    if (isRelated(tree, index, 'acl:relcl')) return wordAt(tree, index).head
    if (!isRelated(tree, index, 'conj')) break
    index = wordAt(tree, index).head
  }
  return lemmaAt(tree, pronoun) === 'that' ? null : nounBefore(tree, pronoun)
}

/** The head of the name or noun that ends right before a word, prepositions and commas between them aside. */
function nounBefore(tree: Tree, index: number): number | null {
  for (let at = index - 1; at >= tree.sentence.firstWord; at--) {
    const { pos, head } = wordAt(tree, at)
    if (pos === 'PUNCT' || pos === 'ADP') continue
    if (pos !== 'NOUN' && pos !== 'PROPN') return null
    return head !== null && isRelated(tree, at, 'flat', 'compound', 'appos') ? head : at
  }
  return null
}
