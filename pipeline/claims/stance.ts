import type { Factuality, Polarity } from '../model/claim.ts'
import { isReportingAside, subjectOf } from './clause.ts'
import { type Context, formAt } from './context.ts'
import type { CueSet } from './cue-index.ts'
import { isNegation, nounPhrase, type Phrase, prepositionOf } from './phrase.ts'
import {
  dependentsBy,
  dependentsOf,
  firstDependent,
  isRelated,
  lemmaAt,
  subtree,
  type Tree,
  wordAt,
} from './tree.ts'

/** Who says so, as words of the tree. */
export interface Voice {
  readonly speaker: Phrase | null
  readonly cue: readonly number[]
}

/** How a proposition is put forward, with the words that say so: after FactBank's cues and scopes (Sauri and Pustejovsky 2009). */
export interface Stance {
  readonly polarity: Polarity
  readonly factuality: Factuality
  readonly cues: readonly number[]
  readonly voice: Voice | null
  readonly outlook: 'prediction' | 'recommendation' | null
}

/** What the words so far say; the strongest departure from plain assertion wins. */
interface Reading {
  negations: number
  factuality: Factuality
  readonly cues: Set<number>
  voice: Voice | null
  outlook: Stance['outlook']
}

const WEIGHT: Readonly<Record<Factuality, number>> = {
  asserted: 0,
  reported: 1,
  hypothetical: 2,
  normative: 3,
  rumoured: 4,
  denied: 5,
}

function lower(reading: Reading, factuality: Factuality, ...cues: readonly number[]): void {
  if (WEIGHT[factuality] > WEIGHT[reading.factuality]) reading.factuality = factuality
  for (const cue of cues) reading.cues.add(cue)
}

/**
 * Reads the stance of a proposition from its own words, then from what governs it, up to the root.
 * "Rumours circulated, without evidence, that X had a base": rumoured. "The firm denied that the ship was full":
 * denied, by the firm. "X did not open the port": negated. "X opened the port, which Y had not expected": plain.
 */
export function stanceOf(
  context: Context,
  tree: Tree,
  predicate: number,
  argumentHeads: readonly number[],
): Stance {
  const reading: Reading = {
    negations: 0,
    factuality: 'asserted',
    cues: new Set(),
    voice: null,
    outlook: null,
  }
  readOwnWords(context, tree, predicate, argumentHeads, reading)
  readGovernors(context, tree, predicate, reading)
  readSentence(context, tree, predicate, reading)
  return {
    polarity: reading.negations % 2 === 1 ? 'negated' : 'affirmed',
    factuality: reading.factuality,
    cues: [...reading.cues].sort((a, b) => a - b),
    voice: reading.voice,
    outlook: reading.outlook,
  }
}

// ---------------------------------------------------------------- the proposition's own words

function readOwnWords(
  context: Context,
  tree: Tree,
  predicate: number,
  argumentHeads: readonly number[],
  reading: Reading,
): void {
  const links = [predicate, ...dependentsBy(tree, predicate, 'cop')]
  for (const link of links) {
    for (const index of dependentsOf(tree, link)) {
      if (isRelated(tree, index, 'advmod')) readAdverb(context, tree, index, reading)
      else if (isRelated(tree, index, 'aux')) readModal(tree, index, reading)
      else if (isRelated(tree, index, 'obl', 'nmod')) readAccording(context, tree, index, reading)
      else if (isRelated(tree, index, 'mark') && lemmaAt(tree, index) === 'without') negate(reading, index)
    }
  }
  for (const head of argumentHeads) readDeterminer(tree, head, reading)
  readVerbItself(context, tree, predicate, reading)
}

function negate(reading: Reading, cue: number): void {
  reading.negations++
  reading.cues.add(cue)
}

/** "not only X but also Y" affirms X. */
function readAdverb(context: Context, tree: Tree, index: number, reading: Reading): void {
  const { cues } = context
  const lemma = lemmaAt(tree, index)
  if (isNegation(tree, index) || cues.negation.has('adverbs', lemma)) {
    if (formAt(context, index + 1) !== 'only') negate(reading, index)
  } else if (lemma === 'long' && dependentsOf(tree, index).some((child) => lemmaAt(tree, child) === 'no'))
    negate(reading, index)
  else if (cues.doubt.has('adverbs', lemma)) lower(reading, 'rumoured', index)
  else if (cues.attribution.has('adverbs', lemma)) {
    lower(reading, 'reported', index)
    reading.voice ??= { speaker: null, cue: [index] }
  } else if (cues.hedging.has('adverbs', lemma)) lower(reading, 'hypothetical', index)
}

function readModal(tree: Tree, index: number, reading: Reading): void {
  switch (lemmaAt(tree, index)) {
    case 'may':
    case 'might':
    case 'could':
    case 'would':
      lower(reading, 'hypothetical', index)
      break
    case 'should':
    case 'must':
    case 'ought':
      reading.outlook = 'recommendation'
      lower(reading, 'normative', index)
      break
    case 'will':
    case 'shall':
      reading.outlook = 'prediction'
      lower(reading, 'hypothetical', index)
      break
  }
}

/** "No survivors were found", "none of the boats": the determiner negates the clause. */
function readDeterminer(tree: Tree, head: number, reading: Reading): void {
  const own = lemmaAt(tree, head)
  if (own === 'none' || own === 'nobody' || own === 'nothing' || own === 'neither') {
    negate(reading, head)
    return
  }
  for (const index of dependentsBy(tree, head, 'det')) {
    const lemma = lemmaAt(tree, index)
    if (lemma === 'no' || lemma === 'neither') {
      negate(reading, index)
      return
    }
  }
}

/** "failed to open", "plans to open", "needs to open", "is said to have opened": the chain's first verb is the cue. */
function readVerbItself(context: Context, tree: Tree, predicate: number, reading: Reading): void {
  const { cues } = context
  const complement = dependentsBy(tree, predicate, 'xcomp').find(
    (index) => wordAt(tree, index).pos === 'VERB' || firstDependent(tree, index, 'cop') !== null,
  )
  if (complement === undefined) return
  const lemma = lemmaAt(tree, predicate)
  const passive = firstDependent(tree, predicate, 'aux:pass') !== null
  const kind =
    wordAt(tree, predicate).pos === 'ADJ'
      ? 'adjectives'
      : wordAt(tree, predicate).pos === 'NOUN'
        ? 'nouns'
        : 'verbs'
  if (firstDependent(tree, predicate, 'obj') !== null) return
  if (cues.negation.has(kind, lemma)) negate(reading, predicate)
  else if (lemma === 'have' || (lemma === 'need' && !passive)) {
    reading.outlook = 'recommendation'
    lower(reading, 'normative', predicate)
  } else if (cues.prediction.has(kind, lemma)) {
    reading.outlook = 'prediction'
    lower(reading, 'hypothetical', predicate)
  } else if (cues.hedging.has(kind, lemma)) lower(reading, 'hypothetical', predicate)
  else if (passive && cues.doubt.has('verbs', lemma)) lower(reading, 'rumoured', predicate)
  else if (passive && cues.attribution.has('verbs', lemma)) {
    lower(reading, 'reported', predicate)
    reading.voice ??= { speaker: agentOf(tree, predicate), cue: [predicate] }
  }
}

/** "according to the coast guard" below a verb. */
function readAccording(context: Context, tree: Tree, index: number, reading: Reading): void {
  const preposition = prepositionOf(tree, index)
  if (
    !context.cues.attribution.phrases.some(
      (phrase) =>
        phrase.join(' ') === preposition || (preposition === 'accord to' && phrase[0] === 'according'),
    )
  )
    return
  const cue = [...dependentsBy(tree, index, 'case')]
    .flatMap((head) => [head, ...dependentsBy(tree, head, 'fixed')])
    .sort((a, b) => a - b)
  lower(reading, 'reported', ...cue)
  reading.voice ??= { speaker: nounPhrase(tree, index, { conjuncts: true }), cue }
}

// ---------------------------------------------------------------- what governs it

/** Relations through which a governor speaks about the clause below. */
const CONTENT = ['ccomp', 'xcomp', 'csubj', 'acl', 'parataxis', 'advcl', 'dep']
/** And those through which it speaks about a noun below: "the rumours of a base", "denied the presence of". */
const NOMINAL = ['nmod', 'obj', 'obl', 'nsubj', 'appos', 'nsubj:pass']

function readGovernors(context: Context, tree: Tree, predicate: number, reading: Reading): void {
  let below = predicate
  let above = wordAt(tree, below).head
  const displaced = displacedGovernor(tree, predicate)
  if (displaced !== null) readGovernor(context, tree, predicate, displaced, reading)
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
    readReporter(context, tree, above, reading)
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
  for (const index of dependentsBy(tree, first, 'aux')) readModal(tree, index, reading)
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
  if (isRelated(tree, below, 'advcl')) {
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
    addPhrases(context, tree, above, below, cues.doubt, reading)
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
    addPhrases(context, tree, above, below, cues.doubt, reading, 'rumoured')
  } else if (cues.recommendation.has(kind, lemma)) {
    reading.outlook = 'recommendation'
    lower(reading, 'normative', above)
    if (kind === 'verbs') reading.voice ??= voiceOf(tree, above)
  } else if (cues.prediction.has(kind, lemma)) {
    reading.outlook = 'prediction'
    lower(reading, 'hypothetical', above)
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
      addPhrases(context, tree, above, below, cues.doubt, reading)
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

/** A reporting clause beside the governor: "X opened the port, officials said"; "as Y argues, ...". */
function readReporter(context: Context, tree: Tree, governor: number, reading: Reading): void {
  for (const index of dependentsOf(tree, governor)) readAside(context, tree, index, reading)
}

function readAside(context: Context, tree: Tree, index: number, reading: Reading): void {
  if (isRelated(tree, index, 'obl', 'nmod')) readAccording(context, tree, index, reading)
  if (reading.voice !== null || !context.cues.attribution.has('verbs', lemmaAt(tree, index))) return
  const beside = isReportingAside(tree, index)
  const as =
    isRelated(tree, index, 'advcl') &&
    dependentsBy(tree, index, 'mark').some((mark) => lemmaAt(tree, mark) === 'as')
  if (!beside && !as) return
  const voice = voiceOf(tree, index)
  if (voice.speaker === null) return
  lower(reading, 'reported', index)
  reading.voice = voice
}

function voiceOf(tree: Tree, cue: number): Voice {
  return { speaker: speakerOf(tree, cue), cue: [cue] }
}

function speakerOf(tree: Tree, cue: number): Phrase | null {
  for (let index: number | null = cue, depth = 0; index !== null && depth < 4; depth++) {
    const [subject] = firstDependent(tree, index, 'nsubj:pass') === null ? subjectOf(tree, index).heads : []
    if (subject !== undefined)
      return nounPhrase(tree, subject, {
        conjuncts: isRelated(tree, subject, 'nsubj'),
        leaveOut: (word) => word === index,
      })
    const agent = agentOf(tree, index)
    if (agent !== null) return agent
    const possessor = firstDependent(tree, index, 'nmod:poss')
    if (possessor !== null) return nounPhrase(tree, possessor)
    if (!isRelated(tree, index, 'conj', 'xcomp', 'advcl')) return null
    index = wordAt(tree, index).head
  }
  return null
}

function agentOf(tree: Tree, verb: number): Phrase | null {
  const agent = firstDependent(tree, verb, 'obl:agent')
  return agent === null ? null : nounPhrase(tree, agent, { conjuncts: true })
}

// ---------------------------------------------------------------- the sentence around it

function readSentence(context: Context, tree: Tree, predicate: number, reading: Reading): void {
  for (const index of dependentsOf(tree, predicate)) readAside(context, tree, index, reading)
  const last = tree.sentence.endWord - 1
  if (formAt(context, last) === '?') lower(reading, 'hypothetical', last)
}

/** Phrases like "without evidence" among the governor's other words colour what it governs. */
function addPhrases(
  context: Context,
  tree: Tree,
  above: number,
  below: number,
  set: CueSet,
  reading: Reading,
  lowerTo?: Factuality,
): void {
  const words = subtree(tree, above, (index) => index === below)
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
