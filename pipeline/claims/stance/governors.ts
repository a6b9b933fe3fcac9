import type { Factuality } from '../../model/claim.ts'
import { type Context, formAt } from '../context.ts'
import type { CueSet } from '../cue-index.ts'
import { isNegation } from '../phrase.ts'
import {
  dependentsBy,
  dependentsOf,
  firstDependent,
  isRelated,
  lemmaAt,
  subtree,
  type Tree,
  wordAt,
} from '../tree.ts'
import { readAdverb, readModal } from './own-words.ts'
import { foretell, lower, type Reading, recommend } from './reading.ts'
import { readAccording, voiceOf } from './reporters.ts'

/** Relations through which a governor speaks about the clause below. */
const CONTENT = ['ccomp', 'xcomp', 'csubj', 'acl', 'parataxis', 'advcl', 'dep']
/** And those through which it speaks about a noun below: "the rumours of a base", "denied the presence of". */
const NOMINAL = ['nmod', 'obj', 'obl', 'nsubj', 'appos', 'nsubj:pass']

/** Reads what governs a proposition, up to the root: "denied that", "rumours circulated that", a shared "should". */
export function readGovernors(context: Context, tree: Tree, predicate: number, reading: Reading): void {
  let below = predicate
  let above = wordAt(tree, below).head
  const displaced = displacedGovernor(tree, predicate)
  if (displaced !== null) {
    readGovernor(context, tree, predicate, displaced, reading)
    if (reading.factuality === 'rumoured')
      addPhrases(context, between(displaced, predicate), context.cues.doubt, reading)
  }
  // Modality passes from a verb to the verb coordinated with it, and no further than the clause.
  let sameClause = true
  for (let depth = 0; above !== null && depth < 24; depth++) {
    if (isRelated(tree, below, 'conj')) {
      if (sameClause && depth === 0) inheritModality(context, tree, below, above, reading)
      // A conjunct of the complement is a complement too.
    } else if (isRelated(tree, below, 'acl:relcl')) {
      sameClause = false
    } else if (isRelated(tree, below, ...CONTENT)) {
      readGovernor(context, tree, below, above, reading)
      sameClause = false
    } else if (isRelated(tree, below, ...NOMINAL)) {
      readNominalGovernor(context, tree, below, above, reading, depth === 0)
      sameClause = false
    } else sameClause = false
    for (const index of dependentsOf(tree, above)) readBeside(context, tree, index, below, reading)
    below = above
    above = wordAt(tree, below).head
  }
}

/**
 * "Rumours circulated - albeit without proof - that ...": where an aside stands before "that", a parse easily hangs the
 * clause elsewhere. Its governor is the verb or noun before the aside. Null where the tree already says so.
 */
function displacedGovernor(tree: Tree, predicate: number): number | null {
  const that = dependentsBy(tree, predicate, 'mark').find((index) => lemmaAt(tree, index) === 'that')
  if (that === undefined) return null
  let at = that - 1
  if (at >= tree.sentence.firstWord && wordAt(tree, at).pos === 'PUNCT') {
    const mark = wordAt(tree, at).lemma
    for (at--; at >= tree.sentence.firstWord && wordAt(tree, at).lemma !== mark; at--);
    at--
  } else if (isRelated(tree, predicate, 'ccomp', 'acl', 'csubj', 'xcomp')) return null
  for (; at >= tree.sentence.firstWord; at--) {
    const { pos } = wordAt(tree, at)
    if (pos === 'VERB' || pos === 'NOUN') return at
    if (pos !== 'ADV' && pos !== 'AUX') return null
  }
  return null
}

function inheritModality(
  context: Context,
  tree: Tree,
  conjunct: number,
  first: number,
  reading: Reading,
): void {
  if (firstDependent(tree, conjunct, 'aux', 'nsubj', 'expl', 'cop') !== null) return
  for (const index of dependentsBy(tree, first, 'aux')) readModal(context, tree, index, reading)
  for (const index of dependentsBy(tree, first, 'advmod')) {
    const lemma = lemmaAt(tree, index)
    if (context.cues.doubt.has('adverbs', lemma) || context.cues.attribution.has('adverbs', lemma))
      readAdverb(context, tree, index, reading)
  }
}

function wordClass(tree: Tree, index: number): 'verbs' | 'nouns' | 'adjectives' {
  const { pos } = wordAt(tree, index)
  return pos === 'ADJ' ? 'adjectives' : pos === 'NOUN' || pos === 'PROPN' ? 'nouns' : 'verbs'
}

function readGovernor(context: Context, tree: Tree, below: number, above: number, reading: Reading): void {
  const marks = dependentsBy(tree, below, 'mark').map((index) => ({ index, lemma: lemmaAt(tree, index) }))
  // "Rumours went round that ...": what "that" opens is said by the governor, also where a parse calls it an adjunct.
  const content = marks.length === 1 && marks[0]!.lemma === 'that'
  if (isRelated(tree, below, 'advcl') && wordAt(tree, below).head === above && !content) {
    for (const { index, lemma } of marks) {
      if (lemma === 'if' || lemma === 'unless' || lemma === 'whether') lower(reading, 'hypothetical', index)
      if (wordAt(tree, index).tag === 'TO') lower(reading, 'hypothetical', index)
    }
    return
  }
  for (const { index, lemma } of marks)
    if (lemma === 'whether' || lemma === 'if') lower(reading, 'hypothetical', index)
  const { cues } = context
  const kind = wordClass(tree, above)
  const lemma = lemmaAt(tree, above)
  const about = [above, ...dependentsBy(tree, above, 'nsubj', 'nsubj:pass', 'obj')].filter(
    (index) => index !== below,
  )
  const doubted = about.filter((index) => cues.doubt.has(wordClass(tree, index), lemmaAt(tree, index)))
  if (doubted.length > 0) {
    lower(reading, 'rumoured', ...doubted, above)
    addPhrases(context, governed(tree, above, below), cues.doubt, reading)
    return
  }
  const denier = denierOf(context, tree, above)
  if (denier !== null) {
    lower(reading, 'denied', above, denier)
    reading.voice ??= wordClass(tree, denier) === 'verbs' ? voiceOf(tree, denier) : null
    return
  }
  const unsaid = isUnsaid(tree, above)
  if (cues.denial.has(kind, lemma)) {
    if (unsaid === null) {
      lower(reading, 'denied', above)
      reading.voice ??= voiceOf(tree, above)
    } else lower(reading, 'hypothetical', above, unsaid)
  } else if (cues.attribution.has(kind, lemma)) {
    if (unsaid !== null) lower(reading, 'hypothetical', above, unsaid)
    else {
      lower(reading, 'reported', above)
      reading.voice ??= voiceOf(tree, above)
    }
    addPhrases(context, governed(tree, above, below), cues.doubt, reading, 'rumoured')
  } else if (cues.recommendation.has(kind, lemma)) {
    recommend(reading, above)
    if (kind === 'verbs') reading.voice ??= voiceOf(tree, above)
  } else if (cues.prediction.has(kind, lemma)) {
    foretell(reading, above)
    if (kind === 'verbs' && isRelated(tree, below, 'ccomp')) reading.voice ??= voiceOf(tree, above)
  } else if (cues.hedging.has(kind, lemma) || cues.negation.has(kind, lemma))
    lower(reading, 'hypothetical', above)
  else if (isRelated(tree, below, 'acl') && marks.some(({ index }) => wordAt(tree, index).tag === 'TO'))
    lower(reading, 'hypothetical', above)
  else if (
    isRelated(tree, below, 'xcomp') &&
    marks.some(({ index }) => wordAt(tree, index).tag === 'TO') &&
    firstDependent(tree, above, 'obj') !== null
  )
    lower(reading, 'hypothetical', above)
}

/** "rejected reports that ...", "claims that ... were false": the reports are there, and are denied. */
function denierOf({ cues }: Context, tree: Tree, noun: number): number | null {
  const { head } = wordAt(tree, noun)
  if (head === null) return null
  const lemma = lemmaAt(tree, head)
  if (isRelated(tree, noun, 'obj') && cues.denial.has('verbs', lemma)) return head
  return isRelated(tree, noun, 'nsubj') && cues.denial.has('adjectives', lemma) ? head : null
}

/** "did not say", "no reports of": what is not said is neither stated nor denied; the word that says so. */
function isUnsaid(tree: Tree, above: number): number | null {
  for (const index of dependentsOf(tree, above)) {
    if (isRelated(tree, index, 'advmod') && isNegation(tree, index)) return index
    if (isRelated(tree, index, 'det') && lemmaAt(tree, index) === 'no') return index
  }
  return null
}

/** "rumours of a base", "denied the presence of troops", "no evidence of a leak". */
function readNominalGovernor(
  context: Context,
  tree: Tree,
  below: number,
  above: number,
  reading: Reading,
  direct: boolean,
): void {
  const { cues } = context
  const lemma = lemmaAt(tree, above)
  const kind = wordClass(tree, above)
  if (kind === 'nouns' && isRelated(tree, below, 'nmod', 'appos')) {
    const unsaid = isUnsaid(tree, above)
    if (cues.doubt.has('nouns', lemma)) {
      lower(reading, 'rumoured', above)
      addPhrases(context, governed(tree, above, below), cues.doubt, reading)
    } else if (
      unsaid !== null &&
      (cues.attribution.has('nouns', lemma) || lemma === 'evidence' || lemma === 'sign' || lemma === 'proof')
    )
      lower(reading, 'hypothetical', above, unsaid)
    else if (direct && cues.hedging.has('nouns', lemma)) lower(reading, 'hypothetical', above)
  } else if (direct && kind === 'verbs' && isRelated(tree, below, 'obj') && cues.denial.has('verbs', lemma)) {
    lower(reading, 'denied', above)
    reading.voice ??= voiceOf(tree, above)
  }
}

/** The governor's words without those of what it governs. */
function governed(tree: Tree, above: number, below: number): number[] {
  return subtree(tree, above, (index) => index === below)
}

function between(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset)
}

/** Phrases like "without evidence" among the words around a governor colour what it governs. */
function addPhrases(
  context: Context,
  words: readonly number[],
  set: CueSet,
  reading: Reading,
  lowerTo?: Factuality,
): void {
  for (let at = 0; at < words.length; at++) {
    for (const phrase of set.phrases) {
      if (
        !phrase.every(
          (form, offset) => words[at + offset] !== undefined && formAt(context, words[at + offset]!) === form,
        )
      )
        continue
      for (let offset = 0; offset < phrase.length; offset++) reading.cues.add(words[at + offset]!)
      if (lowerTo) lower(reading, lowerTo)
    }
  }
}

/** "According to X" and "as Y argues" beside a governor. */
function readBeside(context: Context, tree: Tree, index: number, below: number, reading: Reading): void {
  if (index === below || reading.voice !== null) return
  if (isRelated(tree, index, 'obl', 'nmod')) readAccording(context, tree, index, below, reading)
  else if (isRelated(tree, index, 'advcl')) readAsClause(context, tree, index, reading)
}

/** "As Ada Roe argues, ..." */
export function readAsClause(context: Context, tree: Tree, index: number, reading: Reading): void {
  if (reading.voice !== null || !context.cues.attribution.has('verbs', lemmaAt(tree, index))) return
  if (!dependentsBy(tree, index, 'mark').some((mark) => lemmaAt(tree, mark) === 'as')) return
  const voice = voiceOf(tree, index)
  if (voice.speaker === null) return
  lower(reading, 'reported', index)
  reading.voice = voice
}
