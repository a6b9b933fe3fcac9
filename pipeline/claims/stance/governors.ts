import type { Context } from '../context.ts'
import { isNegation } from '../phrase.ts'
import { dependentsBy, dependentsOf, firstDependent, isRelated, lemmaAt, type Tree, wordAt } from '../tree.ts'
import { readControl } from './control.ts'
import { isControlled, isUnrealised, negatorOf } from './own-words.ts'
import { readPhrases, wordsAround } from './phrases.ts'
import { foretell, lower, type Reading, recommend, speak, type Voice } from './reading.ts'
import { isCausing } from './realisation.ts'
import { voiceOf } from './reporters.ts'
import { canSpeak, TELLING } from './speakers.ts'
import { isInfinitive, marksOf } from './subordinators.ts'
import { wordClass } from './word-class.ts'

/** What is known is so, also where the knowing is asked after or negated (Karttunen 1971). */
const FACTIVE = new Set(
  'know realise realize remember forget regret discover learn notice ignore aware unaware'.split(' '),
)

export function isFactive(tree: Tree, governor: number): boolean {
  return FACTIVE.has(lemmaAt(tree, governor))
}

/** "rumours of", "plans for": nouns that leave open whether what they are about is so. */
export function isCueNoun({ cues }: Context, tree: Tree, noun: number): boolean {
  const lemma = lemmaAt(tree, noun)
  if (TRACES.has(lemma)) return true
  return [cues.doubt, cues.denial, cues.attribution, cues.hedging, cues.recommendation, cues.prediction].some(
    (set) => set.has('nouns', lemma),
  )
}

/** What would show that something is so: where there is none of it, that stays open. */
export const TRACES = new Set('evidence sign proof indication trace suggestion confirmation hint'.split(' '))
const SCARCE = new Set(['little', 'scant', 'insufficient'])

/** "[no] evidence that", "[little] sign that", "did [not] find proof that": the words that say so; none in "found proof that". */
function lackOf(tree: Tree, noun: number): readonly number[] {
  const { head } = wordAt(tree, noun)
  const lack =
    isUnsaid(tree, noun) ??
    dependentsBy(tree, noun, 'amod').find((index) => SCARCE.has(lemmaAt(tree, index))) ??
    (head !== null && isRelated(tree, noun, 'obj', 'nsubj', 'nsubj:pass') ? isUnsaid(tree, head) : null)
  return lack === null ? [] : [noun, lack]
}

/**
 * Reads the verb, noun or adjective that a clause hangs on: "denied that", "rumours spread that", "plans to", "likely
 * to". "The port that they denied visiting" is no denial of the port: relative clauses are never asked here.
 */
export function readGovernor(
  context: Context,
  tree: Tree,
  below: number,
  above: number,
  reading: Reading,
): void {
  if (isControlled(tree, below)) {
    readControl(context, tree, below, above, reading)
    return
  }
  const { cues } = context
  const kind = wordClass(tree, above)
  const lemma = lemmaAt(tree, above)
  const about = [above, ...dependentsBy(tree, above, 'nsubj', 'obj')].filter((index) => index !== below)
  const lacking = about.flatMap((index) => (TRACES.has(lemmaAt(tree, index)) ? lackOf(tree, index) : []))
  if (lacking.length > 0) {
    lower(reading, 'hypothetical', ...lacking)
    return
  }
  // "There is no doubt that", "nobody doubts that": it is so.
  if (about.some((index) => lemmaAt(tree, index) === 'doubt' && isUnsaid(tree, index) !== null)) return
  const doubted = about.filter((index) => cues.doubt.has(wordClass(tree, index), lemmaAt(tree, index)))
  if (doubted.length > 0) {
    lower(reading, 'rumoured', ...doubted, above)
    reading.voice ??=
      wordClass(tree, doubted[0]!) === 'verbs' &&
      firstDependent(tree, above, 'expl') === null &&
      firstDependent(tree, above, 'aux:pass') === null
        ? voiceOf(context, tree, doubted[0]!)
        : {
            tree,
            speaker: null,
            cue: [...doubted, above].sort((a, b) => a - b).filter((index, at, all) => all[at - 1] !== index),
          }
    readPhrases(context, wordsAround(tree, above, below), cues.doubt, reading)
    return
  }
  // Whoever stands nearest is the one who puts it forward: "denied A and said B" does not deny B.
  const spoken = reading.voice !== null
  const denier = denierOf(context, tree, above)
  if (denier !== null && !spoken) {
    lower(reading, 'denied', above, denier.cue)
    reading.voice ??=
      wordClass(tree, denier.cue) === 'verbs'
        ? { ...voiceOf(context, tree, denier.speaks), cue: [denier.cue] }
        : null
    return
  }
  const unsaid = isUnsaid(tree, above) ?? isUnrealised(tree, above)
  if (cues.denial.has(kind, lemma)) {
    if (spoken) return
    if (unsaid === null) {
      lower(reading, 'denied', above)
      speak(reading, voiceOf(context, tree, above))
    } else lower(reading, 'hypothetical', above, unsaid)
  } else if (cues.attribution.has(kind, lemma)) {
    if (isHeldElsewhere(tree, above) || isSaidOfObject(tree, below, above)) return
    const voice = voiceOf(context, tree, above)
    if (isEvidence(context, tree, above, voice)) {
      if (SUGGESTING.has(lemma)) lower(reading, 'hypothetical', above)
    } else if (unsaid !== null) {
      if (!isQuestioned(tree, below)) lower(reading, 'hypothetical', above, unsaid)
    } else {
      lower(reading, 'reported', above)
      speak(reading, voice)
    }
    readPhrases(context, wordsAround(tree, above, below), cues.doubt, reading, 'rumoured')
  } else if (cues.recommendation.has(kind, lemma)) {
    if (isQuestioned(tree, below)) return
    recommend(reading, above)
    if (kind === 'verbs') speak(reading, voiceOf(context, tree, above))
  } else if (cues.prediction.has(kind, lemma)) {
    foretell(reading, above)
    if (kind === 'verbs' && isRelated(tree, below, 'ccomp')) speak(reading, voiceOf(context, tree, above))
  } else if (isCausing(tree, above) && unsaid === null) {
    return
  } else if (cues.hedging.has(kind, lemma) || cues.negation.has(kind, lemma)) {
    lower(reading, 'hypothetical', above)
    if (kind === 'verbs' && isRelated(tree, below, 'ccomp')) speak(reading, voiceOf(context, tree, above))
  } else if (
    isInfinitive(tree, below) &&
    (isRelated(tree, below, 'acl') || firstDependent(tree, above, 'obj') !== null)
  )
    lower(reading, 'hypothetical', above)
  else if (
    isRelated(tree, below, 'csubj') &&
    dependentsBy(tree, above, 'aux').some((index) => lemmaAt(tree, index) === 'would')
  )
    lower(reading, 'hypothetical', above)
  else if (unsaid !== null && isRelated(tree, below, 'ccomp', 'csubj') && isOpenWhenNegated(tree, above))
    lower(reading, 'hypothetical', above, unsaid)
}

const SUGGESTING = new Set(['suggest', 'indicate'])
const SHOWING = new Set(
  'suggest indicate show underscore underline highlight stress emphasise emphasize reveal confirm'.split(' '),
)

/** "The exercise underscores that": what happens shows something, and says nothing. */
function isEvidence(context: Context, tree: Tree, verb: number, { speaker }: Voice): boolean {
  if (wordAt(tree, verb).pos !== 'VERB' || firstDependent(tree, verb, 'aux:pass') !== null) return false
  return speaker === null ? SHOWING.has(lemmaAt(tree, verb)) : !canSpeak(context, tree, speaker)
}

/** "holds shares in firms that it writes about", "found nobody who agreed": what has an object reports no clause. */
function isSaidOfObject(tree: Tree, below: number, above: number): boolean {
  const object = firstDependent(tree, above, 'obj')
  return (
    object !== null &&
    object !== below &&
    isRelated(tree, below, 'ccomp') &&
    !TELLING.has(lemmaAt(tree, above))
  )
}

/** "It is held that" reports; in "the port opened, and the fair is held there" a parse may find the same. */
function isHeldElsewhere(tree: Tree, above: number): boolean {
  const subject = firstDependent(tree, above, 'nsubj:pass')
  return (
    firstDependent(tree, above, 'aux:pass') !== null && subject !== null && lemmaAt(tree, subject) !== 'it'
  )
}

/** "asked why the port had closed": who asks takes it that it had. */
function isQuestioned(tree: Tree, below: number): boolean {
  return isRelated(tree, below, 'ccomp') && marksOf(tree, below).some(({ tag }) => tag.startsWith('W'))
}

/** "does not mean that", "is not true that"; "it is no secret that" and "did not know that" take it for granted. */
function isOpenWhenNegated(tree: Tree, above: number): boolean {
  if (isFactive(tree, above)) return false
  return (
    wordClass(tree, above) === 'verbs' ||
    ['true', 'clear', 'certain', 'sure', 'obvious'].includes(lemmaAt(tree, above))
  )
}

/**
 * "rejected reports that ...", "claims that ... were false": the reports are there, and are denied. A parse may take
 * "the ministry rejected reports" for reports of a ministry: a denial between the two nouns is the verb all the same.
 */
function denierOf({ cues }: Context, tree: Tree, noun: number): { cue: number; speaks: number } | null {
  const inner = dependentsBy(tree, noun, 'amod').find(
    (index) => cues.denial.has('verbs', lemmaAt(tree, index)) && firstDependent(tree, noun, 'nsubj') !== null,
  )
  if (inner !== undefined) return { cue: inner, speaks: noun }
  const { head } = wordAt(tree, noun)
  if (head === null) return null
  const lemma = lemmaAt(tree, head)
  if (isRelated(tree, noun, 'obj', 'obl') && cues.denial.has('verbs', lemma))
    return { cue: head, speaks: head }
  return isRelated(tree, noun, 'nsubj') && cues.denial.has('adjectives', lemma)
    ? { cue: head, speaks: head }
    : null
}

const REFUSALS = new Set(['refuse', 'decline', 'fail', 'unable', 'unwilling'])

function isRefusal(tree: Tree, governor: number): boolean {
  return REFUSALS.has(lemmaAt(tree, governor))
}

/** "nobody said", "declined to say", "did not say", "no reports of": what is not said is neither stated nor denied; the word that says so. */
export function isUnsaid(tree: Tree, above: number): number | null {
  for (const index of dependentsOf(tree, above)) {
    if (isRelated(tree, index, 'advmod') && isNegation(tree, index) && lemmaAt(tree, index + 1) !== 'only')
      return index
    if (isRelated(tree, index, 'det') && lemmaAt(tree, index) === 'no') return index
    if (isRelated(tree, index, 'nsubj') && negatorOf(tree, index) !== null) return negatorOf(tree, index)
  }
  return isControlled(tree, above) && isRefusal(tree, wordAt(tree, above).head!)
    ? wordAt(tree, above).head
    : null
}
