import { isTorn, opensClause } from './coordination.ts'
import {
  dependentsBy,
  dependentsOf,
  isAmong,
  isNominal,
  isRelated,
  subtree,
  type Tree,
  wordAt,
} from './tree.ts'

/** Words that fill a slot, in the order of the text, with the one that the others hang on. */
export interface Phrase {
  readonly head: number
  readonly words: readonly number[]
}

/** Dependents that say something of their own about a noun: they give claims of their own, and stay out of its slot. */
const OWN_CLAIM = ['acl:relcl', 'appos', 'parataxis', 'discourse', 'vocative', 'list', 'dislocated']

/** Dependents of a noun that belong to its place in the clause, or to the clause that it is the predicate of. */
const NOT_IN_SLOT = [
  'case',
  'mark',
  'cop',
  'aux',
  'nsubj',
  'csubj',
  'expl',
  'advcl',
  'cc:preconj',
  'ccomp',
  'obl',
]

const OPENING = new Set(['(', '[', '{', '“', '‘', '"', "'", '``'])
const CLOSING = new Set([')', ']', '}', '”', '’', '"', "'", "''"])

/**
 * The noun phrase of a head, compact: determiners, modifiers and complements stay ("the first military base of India
 * outside its territory"), relative clauses, appositions and asides go; so do prepositions before it and, unless
 * asked for, coordinated phrases.
 */
export function nounPhrase(
  tree: Tree,
  head: number,
  options: { conjuncts?: boolean; leaveOut?: (index: number) => boolean } = {},
): Phrase {
  const predicate = dependentsBy(tree, head, 'cop').length > 0
  const words = subtree(tree, head, (index, of) => {
    if (options.leaveOut?.(index) || opensClause(tree, index) || isConnective(tree, index)) return true
    if (
      isRelated(tree, index, 'conj') &&
      index > head &&
      isNominal(tree, of) &&
      (!isNominal(tree, index) || isTorn(tree, of, index))
    )
      return true
    if (of !== head) return isAmong(tree, index, OWN_CLAIM)
    if (isRelated(tree, index, 'acl:relcl') && isNeeded(tree, index, head)) return false
    return (
      isAmong(tree, index, NOT_IN_SLOT) ||
      isAmong(tree, index, OWN_CLAIM) ||
      (predicate && isRelated(tree, index, 'punct')) ||
      (isRelated(tree, index, 'acl') && isAside(tree, index, head)) ||
      (!options.conjuncts && isRelated(tree, index, 'conj', 'cc')) ||
      (isRelated(tree, index, 'conj') && dependentsBy(tree, index, 'nsubj', 'cop').length > 0) ||
      (isRelated(tree, index, 'advmod') && isNegation(tree, index))
    )
  })
  return trimmed(tree, { head, words: wholeCompounds(tree, withoutGapMarks(tree, words, head)) })
}

const CONNECTIVES = new Set([
  'thus',
  'hence',
  'therefore',
  'however',
  'moreover',
  'furthermore',
  'recently',
  'meanwhile',
  'then',
  'so',
])

/** "[Thus] the port grew": an adverb that opens the sentence is no part of its first noun phrase. */
function isConnective(tree: Tree, index: number): boolean {
  return index === tree.sentence.firstWord && CONNECTIVES.has(wordAt(tree, index).lemma.toLowerCase())
}

/** A phrase never begins or ends inside a hyphenated word: "trust-building" is not "building". */
function wholeCompounds(tree: Tree, words: number[]): number[] {
  let first = words[0]!
  let last = words.at(-1)!
  while (joined(tree, first - 1) && first - 2 >= tree.sentence.firstWord) first -= 2
  while (joined(tree, last + 1) && last + 2 < tree.sentence.endWord) last += 2
  if (first === words[0] && last === words.at(-1)) return words
  const before = Array.from({ length: words[0]! - first }, (_, offset) => first + offset)
  const after = Array.from({ length: last - words.at(-1)! }, (_, offset) => words.at(-1)! + 1 + offset)
  return [...before, ...words, ...after]
}

/** True where the word is a hyphen with no blank on either side. */
function joined(tree: Tree, index: number): boolean {
  if (index <= tree.sentence.firstWord || index >= tree.sentence.endWord - 1) return false
  const { start, end, lemma } = wordAt(tree, index)
  return lemma === '-' && wordAt(tree, index - 1).end === start && wordAt(tree, index + 1).start === end
}

/** Where something was left out of the middle, its commas and brackets go with it, and so does a loose "and". */
function withoutGapMarks(tree: Tree, words: number[], head: number): number[] {
  if (words.length === 1) return words
  return words.filter((index, at) => {
    if (index === head) return true
    if (wordAt(tree, index).pos !== 'PUNCT' && wordAt(tree, index).pos !== 'CCONJ') return true
    const before = words[at - 1]
    const after = words[at + 1]
    return (before === undefined || before === index - 1) && (after === undefined || after === index + 1)
  })
}

/**
 * "the first base [that India had abroad]": without the clause, the superlative would claim more than the text does. A
 * clause behind a comma, or behind a plain noun, says something of its own.
 */
function isNeeded(tree: Tree, clause: number, head: number): boolean {
  return !isAside(tree, clause, head) && isUnique(tree, head)
}

/** "the first base", "the only ship", "the largest port": there is one of the kind, and what follows tells which kind. */
export function isUnique(tree: Tree, head: number): boolean {
  return dependentsBy(tree, head, 'amod', 'nummod', 'det').some((index) => {
    const { lemma, tag } = wordAt(tree, index)
    return tag === 'JJS' || ['first', 'last', 'only', 'sole', 'latest'].includes(lemma.toLowerCase())
  })
}

/** A participle set off by a comma is an aside: "KAZIND, initiated in 2016". */
function isAside(tree: Tree, index: number, head: number): boolean {
  for (let between = head + 1; between < index; between++) {
    if (wordAt(tree, between).tag === ',' || wordAt(tree, between).tag === '-LRB-') return true
  }
  return false
}

/** "not", "n't", "never", "no longer" hang on what they negate, and are stance, not substance. */
export function isNegation(tree: Tree, index: number): boolean {
  const lemma = wordAt(tree, index).lemma.toLowerCase()
  return lemma === 'not' || lemma === "n't" || lemma === 'never'
}

/** "Norway’s" as a participant: without its mark. */
export function withoutPossessive(tree: Tree, phrase: Phrase): Phrase {
  return { head: phrase.head, words: phrase.words.filter((index) => wordAt(tree, index).tag !== 'POS') }
}

/** Takes punctuation, conjunctions and unpaired quotation marks or brackets off both ends. */
export function trimmed(tree: Tree, phrase: Phrase): Phrase {
  let { words } = phrase
  const balanced = (inner: readonly number[]) => {
    let depth = 0
    for (const index of inner) {
      const { start, end } = wordAt(tree, index)
      const form = end - start === 1 ? wordAt(tree, index).lemma : ''
      if (form === '(' || form === '[') depth++
      if (form === ')' || form === ']') depth--
      if (depth < 0) return false
    }
    return depth === 0
  }
  for (;;) {
    const last = words.at(-1)
    const first = words[0]
    if (last === undefined || first === undefined || words.length === 1) break
    if (wordAt(tree, first).tag === '-LRB-' && wordAt(tree, last).tag === '-RRB-') {
      words = words.slice(1, -1)
      continue
    }
    if (
      isLoose(tree, last) &&
      !(CLOSING.has(wordAt(tree, last).lemma) && balanced(words) && pairs(tree, words))
    )
      words = words.slice(0, -1)
    else if (
      isLoose(tree, first) &&
      !(OPENING.has(wordAt(tree, first).lemma) && balanced(words) && pairs(tree, words))
    )
      words = words.slice(1)
    else break
  }
  return { head: phrase.head, words }
}

function isLoose(tree: Tree, index: number): boolean {
  const word = wordAt(tree, index)
  return (word.pos === 'PUNCT' && index >= 0) || word.pos === 'CCONJ'
}

/** True where opening and closing quotation marks inside the phrase come in equal numbers. */
function pairs(tree: Tree, words: readonly number[]): boolean {
  let open = 0
  let close = 0
  for (const index of words) {
    const { tag } = wordAt(tree, index)
    if (tag === '``' || tag === '-LRB-') open++
    if (tag === "''" || tag === '-RRB-') close++
  }
  return open === close && open > 0
}

/** The prepositions of a phrase, as words: "outside", "because of", "along with". */
export function casesOf(tree: Tree, head: number): number[] {
  const cases: number[] = []
  for (const index of dependentsOf(tree, head)) {
    const { pos, tag } = wordAt(tree, index)
    if (index < head && isRelated(tree, index, 'case') && tag !== 'POS' && pos !== 'SYM' && pos !== 'NUM')
      cases.push(index, ...dependentsBy(tree, index, 'fixed'))
  }
  return cases.length > 1 ? cases.sort((a, b) => a - b) : cases
}

/** The preposition of a phrase as one lower-case string; empty where there is none. */
export function prepositionOf(tree: Tree, head: number): string {
  return casesOf(tree, head)
    .map((index) => wordAt(tree, index).lemma.toLowerCase())
    .join(' ')
}

/** The noun phrase with its preposition before it: "in Farkhor". */
export function prepositionalPhrase(tree: Tree, head: number, leaveOut?: (index: number) => boolean): Phrase {
  const noun = nounPhrase(tree, head, { conjuncts: true, ...(leaveOut ? { leaveOut } : {}) })
  const cases = casesOf(tree, head)
  if (cases.length === 0) return noun
  const words = [...new Set([...cases, ...noun.words])].sort((a, b) => a - b)
  return trimmed(tree, { head, words })
}

/** "The talks showed India's will | calls for": a noun phrase with a finite verb of its own is two torn clauses. */
export function isBroken(tree: Tree, { words, head }: Phrase): boolean {
  // "This year’s | crises": its owner went elsewhere.
  if (wordAt(tree, words[0]!).tag === 'POS') return true
  return words.some((index) => {
    if (index === head || !['VBZ', 'VBP', 'VBD', 'MD'].includes(wordAt(tree, index).tag)) return false
    if (wordAt(tree, index).pos === 'NOUN' || wordAt(tree, index).pos === 'PROPN') return false
    for (let at: number | null = index; at !== null && at !== head; at = wordAt(tree, at).head)
      if (isRelated(tree, at, 'acl', 'ccomp', 'csubj', 'advcl')) return false
    return true
  })
}
