import type { Context } from '../context.ts'
import {
  dependentsBy,
  dependentsOf,
  firstDependent,
  isAmong,
  isRelated,
  lemmaAt,
  type Tree,
  wordAt,
} from '../tree.ts'
import { readAccording, readAsClause } from './according.ts'
import { readControl } from './control.ts'
import { denialBehind, displacedGovernor, governorOverTime, readDoubtBetween } from './displaced.ts'
import { isCueNoun, isFactive, readGovernor } from './governors.ts'
import { readMood } from './mood.ts'
import { readNominalGovernor } from './nominal-governors.ts'
import { isControlled, readAdverb, readClauseWords, readModal } from './own-words.ts'
import { emptyReading, lower, negate, type Reading } from './reading.ts'
import { marksOf, readSubordinator } from './subordinators.ts'
import { wordClass } from './word-class.ts'

/** Relations through which a governor speaks about the clause below. */
const CONTENT = ['ccomp', 'xcomp', 'csubj', 'acl', 'dep']
/** And those through which it speaks about a noun below: "the rumours of a base", "denied the presence of". */
const NOMINAL = ['nmod', 'obj', 'obl', 'nsubj', 'appos']

/** A sentence's depth is bounded, so that a list of thousands costs no more than its length. */
const MOST_STEPS = 24

/**
 * Reads what governs a predicate, step by step up to the root: "denied that", "rumours circulated that", a shared
 * "should". What the author takes for granted on the way is out of reach of what stands above it, but for who says
 * so: in "Oman may sell the port, which opened in 1990", *sell* is possible and *opened* is plain.
 */
export function readGovernors(context: Context, tree: Tree, predicate: number, own: Reading): void {
  const denial = denialBehind(context, tree, predicate)
  if (denial !== null) lower(own, 'denied', denial)
  const displaced = displacedGovernor(tree, predicate)
  if (displaced !== null) {
    readGovernor(context, tree, predicate, displaced, own)
    if (own.factuality === 'rumoured') readDoubtBetween(context, displaced, predicate, own)
  }
  const beyond = emptyReading()
  let reading = own
  let below = predicate
  // Modality passes from a verb to the verb coordinated with it or controlled by it, and no further than the clause.
  let sameClause = true
  let moodRead = false
  for (let step = 0; step < MOST_STEPS; step++) {
    const overTime = governorOverTime(tree, below)
    const above = overTime ?? wordAt(tree, below).head
    const granted = readSubordinator(tree, below, above, reading)
    if (!moodRead && isIndependent(tree, below)) {
      moodRead = true
      readMood(context, tree, below, reading)
    }
    if (above === null) break
    if (granted || (overTime === null && isGranted(context, tree, below, above))) reading = beyond
    if (isInfinitiveBesideFinite(tree, below, above)) readControl(context, tree, below, above, reading)
    if (isRelated(tree, below, 'conj') && !isSecondThat(context, tree, below, above)) {
      if (sameClause) inheritModality(context, tree, below, above, reading)
      // A conjunct of the complement is a complement too.
    } else {
      const controlled = isControlled(tree, below)
      // "declined to say that": what was declined is the saying.
      const declined =
        controlled && !sameClause && context.cues.negation.has(wordClass(tree, above), lemmaAt(tree, above))
      if (controlled && sameClause) readClauseWords(context, tree, above, reading)
      sameClause &&= controlled
      if (declined) lower(reading, 'hypothetical', above)
      else if (
        overTime !== null ||
        controlled ||
        isRelated(tree, below, 'conj') ||
        speaksOf(context, tree, below, above)
      )
        readGovernor(context, tree, below, above, reading)
      else if (isAmong(tree, below, NOMINAL))
        readNominalGovernor(context, tree, below, above, reading, step === 0)
      else if (isRelated(tree, below, 'advcl') && !granted)
        inheritModality(context, tree, below, above, reading)
    }
    for (const index of dependentsOf(tree, above)) readBeside(context, tree, index, below, reading)
    below = above
  }
  if (beyond.factuality === 'reported' || beyond.factuality === 'rumoured') {
    lower(own, beyond.factuality, ...beyond.cues)
    own.voice ??= beyond.voice
  }
}

/** A complement; what "that" opens though a parse calls it an adjunct; a clause set beside a verb of saying. */
function speaksOf(context: Context, tree: Tree, below: number, above: number): boolean {
  if (isRelated(tree, below, 'acl:relcl')) return false
  if (isAmong(tree, below, CONTENT)) return true
  if (isRelated(tree, below, 'parataxis')) return context.cues.attribution.has('verbs', lemmaAt(tree, above))
  const [mark, ...more] = marksOf(tree, below)
  if (!isRelated(tree, below, 'advcl') || mark === undefined || more.length > 0) return false
  return mark.lemma === 'that' || (mark.tag === 'TO' && isAddressed(context, tree, above))
}

/** "said that she should, and [that he would]", where the parse hangs the second clause on "said" as its like. */
function isSecondThat({ cues }: Context, tree: Tree, below: number, above: number): boolean {
  const said =
    cues.attribution.has('verbs', lemmaAt(tree, above)) || cues.denial.has('verbs', lemmaAt(tree, above))
  return (
    said &&
    firstDependent(tree, above, 'aux:pass') === null &&
    marksOf(tree, below).some(({ lemma, tag }) => lemma === 'that' && tag === 'IN')
  )
}

/** "urged them to leave": what they were told; in "needed money to leave" it is what for. */
function isAddressed({ cues }: Context, tree: Tree, verb: number): boolean {
  const lemma = lemmaAt(tree, verb)
  return (
    cues.recommendation.has('verbs', lemma) &&
    lemma !== 'need' &&
    lemma !== 'require' &&
    firstDependent(tree, verb, 'obj', 'iobj') !== null
  )
}

/**
 * What is presupposed whatever is said around it: relative clauses, "a port [built] in 1990", what somebody knows,
 * and a sentence set beside another. "rumours of a base being built" presupposes nothing.
 */
function isGranted(context: Context, tree: Tree, below: number, above: number): boolean {
  if (isRelated(tree, below, 'acl:relcl', 'amod')) return true
  if (isRelated(tree, below, 'acl') && wordAt(tree, below).tag === 'VBN' && marksOf(tree, below).length === 0)
    return true
  if (isRelated(tree, below, 'acl'))
    return (
      !marksOf(tree, below).some(({ tag }) => tag === 'TO' || tag === 'IN') &&
      !isCueNoun(context, tree, above)
    )
  if (isRelated(tree, below, 'ccomp')) return isFactive(tree, above)
  return isRelated(tree, below, 'parataxis') && !context.cues.attribution.has('verbs', lemmaAt(tree, above))
}

/** The head of a sentence, or of one set beside or joined to it that has a subject of its own. */
function isIndependent(tree: Tree, index: number): boolean {
  let top: number | null = index
  if (!isRelated(tree, index, 'root') && firstDependent(tree, index, 'nsubj', 'expl') === null) return false
  while (top !== null && isRelated(tree, top, 'conj', 'parataxis')) top = wordAt(tree, top).head
  return top !== null && isRelated(tree, top, 'root')
}

/** "wanted to sell the port and [to build] a school", where the parse hangs the second infinitive on "wanted". */
function isInfinitiveBesideFinite(tree: Tree, below: number, above: number): boolean {
  const hasTo = (index: number) => marksOf(tree, index).some(({ tag }) => tag === 'TO')
  return isRelated(tree, below, 'conj') && hasTo(below) && !hasTo(above)
}

/** "may close and [sell]", "may fire, [killing] four"; "did not open or [use]" negates both. */
function inheritModality(context: Context, tree: Tree, below: number, above: number, reading: Reading): void {
  if (firstDependent(tree, below, 'aux', 'nsubj', 'expl', 'cop') !== null) return
  for (const index of dependentsBy(tree, above, 'aux')) readModal(context, tree, index, reading)
  const either = dependentsBy(tree, below, 'cc').some((index) => ['or', 'nor'].includes(lemmaAt(tree, index)))
  for (const index of dependentsBy(tree, above, 'advmod')) {
    const lemma = lemmaAt(tree, index)
    if (context.cues.doubt.has('adverbs', lemma) || context.cues.attribution.has('adverbs', lemma))
      readAdverb(context, tree, index, reading)
    else if (
      either &&
      isRelated(tree, below, 'conj') &&
      index < below &&
      ['not', "n't", 'n’t', 'never'].includes(lemma)
    )
      negate(reading, index)
  }
}

/** "According to X" and "as Y argues" beside a governor. */
function readBeside(context: Context, tree: Tree, index: number, below: number, reading: Reading): void {
  if (index === below || reading.voice !== null) return
  if (isRelated(tree, index, 'obl', 'nmod')) readAccording(context, tree, index, below, reading)
  else if (isRelated(tree, index, 'advcl')) readAsClause(context, tree, index, reading)
}
