import { isNegation } from './phrase.ts'
import { type SubjectBasis, subjectOf } from './subject.ts'
import {
  dependentsBy,
  dependentsOf,
  firstDependent,
  isAmong,
  isInfinitive,
  isRelated,
  isVerbal,
  lemmaAt,
  type Tree,
  wordAt,
} from './tree.ts'

/**
 * A predicate with what hangs on it, after ClausIE (Del Corro and Gemulla, WWW 2013): the clause types are not told
 * apart by name, they follow from which slots are filled.
 */
export interface Clause {
  /** The word that the clause's dependents hang on: a verb, or the noun or adjective after a copula. */
  readonly predicate: number
  /** The last verb of a control chain ("agreed to expand"), where object and adjuncts hang; else the predicate. */
  readonly content: number
  /** Auxiliaries, negation, adverbs among them, verbs, particles; sorted. Of a copular clause: the copula's. */
  readonly verbs: readonly number[]
  readonly copular: boolean
  readonly passive: boolean
  /** Heads of the subject's noun phrases (one, or several coordinated); empty where none is found. */
  readonly subjects: readonly number[]
  readonly subjectBasis: SubjectBasis
  /** Expletive "there". */
  readonly existential: boolean
  readonly objects: readonly number[]
  /** Predicative complements: "became [Master of the Rolls]", "remains [unused]". */
  readonly predicatives: readonly number[]
  /** Prepositional and bare adjuncts and the agent, by their heads. */
  readonly obliques: readonly number[]
  /** Heads of clausal complements ("said [that ...]"). */
  readonly complements: readonly number[]
  /** "to" infinitives and participles that say what for, or while what. */
  readonly adverbials: readonly number[]
}

const CLAUSAL = [
  'root',
  'conj',
  'ccomp',
  'xcomp',
  'advcl',
  'acl',
  'parataxis',
  'csubj',
  'appos',
  'dep',
  'list',
  'dislocated',
  'discourse',
  'reparandum',
  'orphan',
]

const NO_CLAUSE = ['aux', 'cop', 'case', 'mark', 'fixed', 'compound', 'amod', 'flat']

const clausesOf = new WeakMap<Tree, readonly Clause[]>()

/**
 * Every clause of a sentence, in the order of the text. Verbs swallowed by a control chain give none of their own. Found
 * once for a sentence: several rules ask.
 */
export function findClauses(tree: Tree): readonly Clause[] {
  const known = clausesOf.get(tree)
  if (known) return known
  const clauses = clausesIn(tree)
  clausesOf.set(tree, clauses)
  return clauses
}

function clausesIn(tree: Tree): Clause[] {
  const heads: number[] = []
  for (let index = tree.sentence.firstWord; index < tree.sentence.endWord; index++) {
    if (isPredicate(tree, index)) heads.push(index)
  }
  const swallowed = new Set<number>()
  const clauses: Clause[] = []
  for (const head of heads) {
    if (swallowed.has(head)) continue
    const clause = clauseOf(tree, head)
    for (const link of controlChain(tree, head)) swallowed.add(link)
    clauses.push(clause)
  }
  return clauses
}

/** A verb or a copular predicate at the head of a clause: not an auxiliary, not "following" as a preposition. */
export function isPredicate(tree: Tree, index: number): boolean {
  const word = wordAt(tree, index)
  if (firstDependent(tree, index, 'cop') !== null) return true
  if (!isVerbal(tree, index)) return false
  if (isAmong(tree, index, NO_CLAUSE)) return false
  if (word.pos === 'AUX') return firstDependent(tree, index, 'nsubj', 'expl', 'nsubj:pass') !== null
  return isAmong(tree, index, CLAUSAL)
}

/** Verbs whose infinitive is what they are about, though a time may stand between: "promised on Monday [to pay]". */
const CONTROLLING = new Set(
  'agree aim attempt decide decline fail hope intend offer plan pledge promise refuse seek swear threaten try undertake vow want'.split(
    ' ',
  ),
)

/** The verbs below a predicate that share its subject: "agreed [to expand]", "continued [building]". */
function controlChain(tree: Tree, head: number): number[] {
  const chain: number[] = []
  let current = head
  for (let depth = 0; depth < 4; depth++) {
    if (dependentsBy(tree, current, 'obj', 'iobj').length > 0) break
    const next = dependentsBy(
      tree,
      current,
      'xcomp',
      isPassive(tree, current) ? 'ccomp' : undefined,
      CONTROLLING.has(lemmaAt(tree, current)) ? 'advcl' : undefined,
    ).find(
      (index) =>
        wordAt(tree, index).pos === 'VERB' &&
        (isRelated(tree, index, 'xcomp') || isInfinitive(tree, index)) &&
        (wordAt(tree, index).tag !== 'VBN' || firstDependent(tree, index, 'aux', 'aux:pass') !== null),
    )
    if (next === undefined || firstDependent(tree, next, 'nsubj') !== null) break
    // "is said to have been built", "is expected to open" are the stance of the verb below, not a chain of acts;
    // they stay in the relation's words all the same.
    chain.push(next)
    current = next
  }
  return chain
}

export function clauseOf(tree: Tree, predicate: number): Clause {
  const own = wordAt(tree, predicate).pos === 'VERB' ? null : firstDependent(tree, predicate, 'cop')
  const chain = own === null || leads(tree, predicate) ? controlChain(tree, predicate) : []
  // "was able to reinforce" is a chain of acts like any other.
  const copula = chain.length > 0 ? null : own
  const content = chain.at(-1) ?? predicate
  const { heads: subjects, basis, existential } = subjectOf(tree, predicate)
  const links = [predicate, ...chain]
  const passive =
    isPassive(tree, content) ||
    (content === predicate && (isReducedPassive(tree, predicate) || sharesPassive(tree, predicate)))
  return {
    predicate,
    content,
    verbs:
      own === null
        ? verbGroup(tree, links)
        : chain.length > 0
          ? [...new Set([...copularGroup(tree, predicate, own), ...verbGroup(tree, links)])].sort(
              (a, b) => a - b,
            )
          : copularGroup(tree, predicate, own),
    copular: copula !== null,
    passive,
    subjects,
    subjectBasis: basis,
    existential,
    objects:
      copula === null ? [...dependentsBy(tree, content, 'iobj'), ...dependentsBy(tree, content, 'obj')] : [],
    predicatives:
      copula === null
        ? dependentsBy(tree, content, 'xcomp').filter((index) => isPredicative(tree, index))
        : [],
    obliques: links
      .flatMap((link) => dependentsBy(tree, link, 'obl', 'nmod'))
      .filter((index) => !belongsToPredicateNoun(tree, index, predicate, copula)),
    complements: dependentsBy(tree, content, 'ccomp'),
    adverbials: links
      .flatMap((link) => dependentsBy(tree, link, 'advcl'))
      .filter((index) => !links.includes(index)),
  }
}

/** Adjectives that put the verb behind them in a light: "is [able] to carry", "was [certified] to fly". */
const LEADING = new Set(
  'able allowed apt bound certified due eligible entitled fit free licensed likely obliged prepared qualified ready set sure unable unlikely unwilling willing'.split(
    ' ',
  ),
)

function leads(tree: Tree, predicate: number): boolean {
  return LEADING.has(lemmaAt(tree, predicate))
}

/** In "is the capital of X", "of X" belongs to the noun. */
function belongsToPredicateNoun(
  tree: Tree,
  index: number,
  predicate: number,
  copula: number | null,
): boolean {
  return copula !== null && wordAt(tree, index).head === predicate && isRelated(tree, index, 'nmod')
}

function isPredicative(tree: Tree, index: number): boolean {
  const { pos, tag } = wordAt(tree, index)
  return pos !== 'VERB' || tag === 'VBN'
}

function isPassive(tree: Tree, verb: number): boolean {
  if (firstDependent(tree, verb, 'aux:pass', 'nsubj:pass') !== null) return true
  // "fell by 4 percent" has no agent.
  return wordAt(tree, verb).tag === 'VBN' && firstDependent(tree, verb, 'obl:agent') !== null
}

/** "was sold in 1994 and [listed] in 1997": the auxiliary is the first verb's. */
function sharesPassive(tree: Tree, verb: number): boolean {
  const { head, tag } = wordAt(tree, verb)
  if (head === null || tag !== 'VBN' || !isRelated(tree, verb, 'conj')) return false
  return (
    firstDependent(tree, verb, 'aux', 'nsubj', 'obj') === null &&
    firstDependent(tree, head, 'aux:pass') !== null
  )
}

/** "a treaty signed in 2009": a past participle below a noun. */
function isReducedPassive(tree: Tree, verb: number): boolean {
  return (
    wordAt(tree, verb).tag === 'VBN' &&
    isRelated(tree, verb, 'acl') &&
    !isRelated(tree, verb, 'acl:relcl') &&
    firstDependent(tree, verb, 'aux') === null
  )
}

/** Auxiliaries, negation and the adverbs among them, verbs, particles and infinitive markers of a chain. */
function verbGroup(tree: Tree, links: readonly number[]): number[] {
  const group: number[] = []
  for (const [position, link] of links.entries()) {
    group.push(link)
    for (const index of dependentsOf(tree, link)) {
      const inner = isRelated(tree, index, 'aux', 'compound:prt')
      const marker = position > 0 && isRelated(tree, index, 'mark') && wordAt(tree, index).tag === 'TO'
      if (inner || marker) group.push(index)
    }
  }
  return withAdverbsBetween(tree, links, group)
}

function copularGroup(tree: Tree, predicate: number, copula: number): number[] {
  return withAdverbsBetween(tree, [predicate], [copula, ...dependentsBy(tree, predicate, 'aux')], copula)
}

/** Adds negation, and adverbs that stand inside the group or right before its last verb. */
function withAdverbsBetween(
  tree: Tree,
  links: readonly number[],
  group: readonly number[],
  last = links.at(-1)!,
): number[] {
  // Most verbs stand alone.
  if (group.length === 1 && !links.some((link) => firstDependent(tree, link, 'advmod') !== null))
    return [...group]
  const all = new Set(group)
  const first = Math.min(...group)
  for (const link of links) {
    for (const index of dependentsBy(tree, link, 'advmod')) {
      if (isNegation(tree, index) || (index > first && index < last)) all.add(index)
      else if (
        index === first - 1 &&
        wordAt(tree, index).pos === 'ADV' &&
        group.length === 1 &&
        dependentsOf(tree, index).length === 0
      )
        all.add(index)
    }
  }
  // "had [to] be moved": the marker may hang elsewhere.
  for (const index of [...all])
    if (!all.has(index + 1) && all.has(index + 2) && wordAt(tree, index + 1).tag === 'TO') all.add(index + 1)
  return [...all].sort((a, b) => a - b)
}

/**
 * True for "officials said" behind or inside what they said: a clause set beside another, with no "and" between them.
 * Parses call it parataxis, or mistake it for a conjunct.
 */
export function isReportingAside(tree: Tree, verb: number): boolean {
  if (firstDependent(tree, verb, 'ccomp', 'obj') !== null) return false
  return (
    isRelated(tree, verb, 'parataxis') ||
    (isRelated(tree, verb, 'conj') && firstDependent(tree, verb, 'cc') === null)
  )
}
