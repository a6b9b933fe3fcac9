import { type Context, formAt } from '../context.ts'
import { isNegation } from '../phrase.ts'
import { dependentsBy, dependentsOf, firstDependent, isRelated, lemmaAt, type Tree, wordAt } from '../tree.ts'
import { foretell, lower, negate, type Reading, recommend } from './reading.ts'
import { agentOf, readAccording } from './reporters.ts'

/** Reads what a proposition says of itself: "did not", "may", "allegedly", "no survivors", "failed to". */
export function readOwnWords(
  context: Context,
  tree: Tree,
  predicate: number,
  argumentHeads: readonly number[],
  reading: Reading,
): void {
  for (const link of [predicate, ...dependentsBy(tree, predicate, 'cop')]) {
    for (const index of dependentsOf(tree, link)) {
      if (isRelated(tree, index, 'advmod')) readAdverb(context, tree, index, reading)
      else if (isRelated(tree, index, 'aux')) readModal(context, tree, index, reading)
      else if (isRelated(tree, index, 'obl', 'nmod')) readAccording(context, tree, index, predicate, reading)
      else if (isRelated(tree, index, 'mark') && lemmaAt(tree, index) === 'without') negate(reading, index)
    }
  }
  for (const head of argumentHeads) readDeterminer(tree, head, reading)
  readFirstVerb(context, tree, predicate, reading)
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

/** "could not explain" says that it was not so; "could explain" does not say that it was. */
export function readModal(context: Context, tree: Tree, index: number, reading: Reading): void {
  switch (lemmaAt(tree, index)) {
    case 'could': {
      const next = formAt(context, index + 1)
      if (next !== 'not' && next !== "n't" && next !== 'n’t') lower(reading, 'hypothetical', index)
      break
    }
    case 'may':
    case 'might':
    case 'would':
      lower(reading, 'hypothetical', index)
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

/** "No survivors were found", "none of the boats": the determiner negates the clause. */
function readDeterminer(tree: Tree, head: number, reading: Reading): void {
  const own = lemmaAt(tree, head)
  const nobody =
    own === 'none' || own === 'nobody' || own === 'nothing' || own === 'neither' || own === 'no one'
  const no = nobody
    ? head
    : dependentsBy(tree, head, 'det').find((index) => ['no', 'neither'].includes(lemmaAt(tree, index)))
  if (no !== undefined) negate(reading, no)
}

/** "failed to open", "plans to open", "needs to open", "is said to have opened": the chain's first verb is the cue. */
function readFirstVerb(context: Context, tree: Tree, predicate: number, reading: Reading): void {
  const { cues } = context
  const lemma = lemmaAt(tree, predicate)
  const passive = firstDependent(tree, predicate, 'aux:pass') !== null
  if (passive && cues.prediction.has('verbs', lemma)) {
    foretell(reading, predicate)
    return
  }
  const chained = dependentsBy(tree, predicate, 'xcomp').some(
    (index) => wordAt(tree, index).pos === 'VERB' || firstDependent(tree, index, 'cop') !== null,
  )
  if (!chained || firstDependent(tree, predicate, 'obj') !== null) return
  const { pos, tag } = wordAt(tree, predicate)
  const kind = pos === 'ADJ' ? 'adjectives' : pos === 'NOUN' ? 'nouns' : 'verbs'
  if (cues.negation.has(kind, lemma)) negate(reading, predicate)
  else if (lemma === 'have' || (lemma === 'need' && !passive)) recommend(reading, predicate)
  else if (lemma === 'be' || (lemma === 'go' && tag === 'VBG') || cues.prediction.has(kind, lemma))
    foretell(reading, predicate)
  else if (cues.hedging.has(kind, lemma)) lower(reading, 'hypothetical', predicate)
  else if (passive && cues.doubt.has('verbs', lemma)) lower(reading, 'rumoured', predicate)
  else if (passive && cues.attribution.has('verbs', lemma)) {
    lower(reading, 'reported', predicate)
    reading.voice ??= { tree, speaker: agentOf(tree, predicate), cue: [predicate] }
  }
}
