import { type Context, formAt } from '../context.ts'
import { isNegation } from '../phrase.ts'
import { dependentsBy, dependentsOf, firstDependent, isRelated, lemmaAt, type Tree, wordAt } from '../tree.ts'
import { readAccording } from './according.ts'
import { foretell, lower, negate, type Reading, recommend } from './reading.ts'

/** Reads what a proposition says of itself: "did not", "may", "allegedly", "no survivors". */
export function readOwnWords(
  context: Context,
  tree: Tree,
  predicate: number,
  argumentHeads: readonly number[],
  reading: Reading,
): void {
  readClauseWords(context, tree, predicate, reading)
  readCondition(context, tree, predicate, reading)
  for (const head of argumentHeads) readDeterminer(tree, head, reading)
}

/** Auxiliaries and adverbs of a verb, or of the noun or adjective behind a copula, and who it is according to. */
export function readClauseWords(context: Context, tree: Tree, predicate: number, reading: Reading): void {
  for (const link of [predicate, ...dependentsBy(tree, predicate, 'cop')]) {
    for (const index of dependentsOf(tree, link)) {
      if (isRelated(tree, index, 'advmod')) readAdverb(context, tree, index, reading)
      else if (isRelated(tree, index, 'aux')) readModal(context, tree, index, reading)
      else if (isRelated(tree, index, 'obl', 'nmod')) readAccording(context, tree, index, predicate, reading)
      else if (isRelated(tree, index, 'mark') && isArranged(tree, predicate, index)) foretell(reading, index)
      else if (isRelated(tree, index, 'mark') && isPrivative(context, tree, index)) negate(reading, index)
    }
  }
}

/** "The minister is [to report] on Monday", where the parse takes "is" for a copula. */
function isArranged(tree: Tree, verb: number, mark: number): boolean {
  const { tag } = wordAt(tree, mark)
  if (tag !== 'TO' || wordAt(tree, verb).tag !== 'VB') return false
  return dependentsBy(tree, verb, 'cop', 'aux').some((index) => lemmaAt(tree, index) === 'be')
}

/** "If the dam breaks, the valley floods" says that of no flood; "even if it breaks" and "as if it broke" do not matter. */
function readCondition(context: Context, tree: Tree, predicate: number, reading: Reading): void {
  for (const clause of dependentsBy(tree, predicate, 'advcl')) {
    for (const mark of dependentsBy(tree, clause, 'mark')) {
      const lemma = lemmaAt(tree, mark)
      if (lemma !== 'if' && lemma !== 'unless') continue
      if (!['even', 'as'].includes(formAt(context, mark - 1))) lower(reading, 'hypothetical', mark)
    }
  }
}

/** "without leaving", "instead of leaving", "rather than leave": nobody left. */
function isPrivative(context: Context, tree: Tree, mark: number): boolean {
  const lemma = lemmaAt(tree, mark)
  if (lemma === 'without' || lemma === 'instead') return true
  const before = mark > tree.sentence.firstWord ? formAt(context, mark - 1) : ''
  return (lemma === 'of' && before === 'instead') || (lemma === 'than' && before === 'rather')
}

/** "not only X but also Y" affirms X. */
export function readAdverb(context: Context, tree: Tree, index: number, reading: Reading): void {
  const { cues } = context
  const lemma = lemmaAt(tree, index)
  const noLonger =
    lemma === 'long' && dependentsOf(tree, index).some((child) => lemmaAt(tree, child) === 'no')
  if (isNegation(tree, index) || noLonger || cues.negation.has('adverbs', lemma)) {
    if (formAt(context, index + 1) !== 'only') negate(reading, index)
  } else if (cues.doubt.has('adverbs', lemma)) lower(reading, 'rumoured', index)
  else if (cues.attribution.has('adverbs', lemma)) {
    lower(reading, 'reported', index)
    reading.voice ??= { tree, speaker: null, cue: [index] }
  } else if (cues.hedging.has('adverbs', lemma)) lower(reading, 'hypothetical', index)
}

/**
 * "could not explain" says that it was not so; "could explain" does not say that it was. "The ferry can carry 60
 * passengers" states a capacity, and is plain.
 */
export function readModal(context: Context, tree: Tree, index: number, reading: Reading): void {
  const lemma = lemmaAt(tree, index)
  switch (lemma) {
    case 'can':
    case 'could': {
      const capacity = lemma === 'can' && hasMeasuredObject(tree, wordAt(tree, index).head)
      if (!isNegated(context, tree, index) && !capacity) lower(reading, 'hypothetical', index)
      break
    }
    case 'may':
    case 'might':
      lower(reading, 'hypothetical', index)
      break
    case 'would':
      readWould(context, tree, index, reading)
      break
    case 'should':
    case 'must':
    case 'ought':
      recommend(reading, index)
      break
    case 'will':
    case 'shall':
      foretell(reading, index)
      break
  }
}

/** "would like to", "would argue that": a polite present. */
const WISHING = new Set(['like', 'love', 'prefer', 'argue', 'say'])

/**
 * "said that it would open" foretells; "would have opened" does not say that it did; "would not comment" is a refusal,
 * and plain.
 */
function readWould(context: Context, tree: Tree, index: number, reading: Reading): void {
  const verb = wordAt(tree, index).head
  if (verb === null) return
  if (WISHING.has(lemmaAt(tree, verb))) return
  if (dependentsBy(tree, verb, 'aux').some((other) => lemmaAt(tree, other) === 'have'))
    lower(reading, 'hypothetical', index)
  else if (!isNegated(context, tree, index) || !isToSpeak(context, lemmaAt(tree, verb)))
    foretell(reading, index)
}

function isToSpeak({ cues }: Context, lemma: string): boolean {
  return lemma === 'discuss' || cues.attribution.has('verbs', lemma) || cues.denial.has('verbs', lemma)
}

/** "could not", "no official could". */
function isNegated(context: Context, tree: Tree, modal: number): boolean {
  if (['not', "n't", 'n’t'].includes(formAt(context, modal + 1))) return true
  const verb = wordAt(tree, modal).head
  const subject = verb === null ? null : firstDependent(tree, verb, 'nsubj')
  return subject !== null && negatorOf(tree, subject) !== null
}

function hasMeasuredObject(tree: Tree, verb: number | null): boolean {
  const object = verb === null ? null : firstDependent(tree, verb, 'obj')
  return object !== null && firstDependent(tree, object, 'nummod') !== null
}

const UNREALISED = new Set(['may', 'might', 'could', 'will', 'shall'])

/** "may say that", "will announce that": not said yet; the modal. "would say that" is a polite saying. */
export function isUnrealised(tree: Tree, verb: number): number | null {
  return dependentsBy(tree, verb, 'aux').find((index) => UNREALISED.has(lemmaAt(tree, index))) ?? null
}

/** "No survivors were found", "none of the boats": the determiner negates the clause. */
function readDeterminer(tree: Tree, head: number, reading: Reading): void {
  const no = negatorOf(tree, head)
  if (no !== null) negate(reading, no)
}

const NOBODY = new Set(['none', 'nobody', 'nothing', 'neither', 'no one'])

/** "nobody", "no official": the word that makes a subject none; else null. */
export function negatorOf(tree: Tree, head: number): number | null {
  if (NOBODY.has(lemmaAt(tree, head))) return head
  return (
    dependentsBy(tree, head, 'det', 'cc:preconj').find((index) =>
      ['no', 'neither'].includes(lemmaAt(tree, index)),
    ) ?? null
  )
}

/**
 * "[agreed] to expand": the subject of the verb above is the subject of this one, too; also of "was said to expand",
 * where a parse may call the infinitive an adjunct.
 */
export function isControlled(tree: Tree, predicate: number): boolean {
  const { head } = wordAt(tree, predicate)
  if (head === null || firstDependent(tree, head, 'obj', 'iobj') !== null) return false
  if (isRelated(tree, predicate, 'xcomp')) return true
  const to = dependentsBy(tree, predicate, 'mark').some(
    (index) => index === head + 1 && wordAt(tree, index).tag === 'TO',
  )
  return to && isRelated(tree, predicate, 'advcl') && firstDependent(tree, head, 'aux:pass') !== null
}

/** The verbs, nouns or adjectives of a chain with one subject: "[agreed] to [expand]", "is [said] to be [empty]". */
export function chainOf(tree: Tree, predicate: number): number[] {
  const chain = [predicate]
  while (chain.length < 6) {
    const next = dependentsBy(tree, chain.at(-1)!, 'xcomp', 'advcl').find((index) =>
      isControlled(tree, index),
    )
    if (next === undefined) break
    chain.push(next)
  }
  return chain
}

const CONSIDERING = new Set(['consider', 'contemplate', 'envisage', 'mull', 'plan'])

/**
 * "expects sales of 3 million", "visitors are expected", "is considering a sale": as a claim, it is about what may
 * come. Its verb by itself is plain: they do expect. "predicted a victory", long ago, is a fact about who did.
 */
export function readProspect({ cues }: Context, tree: Tree, verb: number, reading: Reading): void {
  const { pos } = wordAt(tree, verb)
  const lemma = lemmaAt(tree, verb)
  if (pos !== 'VERB' || reading.negations > 0) return
  const passive = firstDependent(tree, verb, 'aux:pass') !== null
  if (!passive && (wordAt(tree, verb).tag === 'VBD' || firstDependent(tree, verb, 'obj') === null)) return
  if (cues.prediction.has('verbs', lemma)) foretell(reading, verb)
  else if (CONSIDERING.has(lemma) && (passive || wordAt(tree, verb).tag === 'VBG'))
    lower(reading, 'hypothetical', verb)
}
