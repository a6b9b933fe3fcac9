import type { Context } from '../context.ts'
import { dependentsBy, firstDependent, isRelated, lemmaAt, type Tree, wordAt } from '../tree.ts'
import { foretell, lower, negate, type Reading, recommend } from './reading.ts'
import { isRealising } from './realisation.ts'
import { voiceOf } from './reporters.ts'
import { agentOf } from './speakers.ts'
import { isInfinitive } from './subordinators.ts'
import { wordClass } from './word-class.ts'

/**
 * Reads the verb, noun or adjective whose subject also does what stands below: "failed to open" is a no, "plans to
 * open" and "needs to open" are open, "is said to have opened" is somebody's word, "had to open" and "managed to
 * open" happened.
 */
export function readControl(
  context: Context,
  tree: Tree,
  below: number,
  above: number,
  reading: Reading,
): void {
  const { cues } = context
  const lemma = lemmaAt(tree, above)
  const kind = wordClass(tree, above)
  const { tag } = wordAt(tree, above)
  const passive = firstDependent(tree, above, 'aux:pass') !== null
  if (cues.negation.has(kind, lemma)) negate(reading, above)
  else if (lemma === 'go' && tag === 'VBG') foretell(reading, above)
  else if (isRealising(tree, above)) return
  else if (lemma === 'have' && lemmaAt(tree, above + 1) === 'yet') negate(reading, above + 1)
  else if (lemma === 'have') {
    if (!isPast(tree, above)) recommend(reading, above)
  } else if (lemma === 'need' && !passive) recommend(reading, above)
  else if (lemma === 'be') foretell(reading, above)
  else if (cues.prediction.has(kind, lemma)) foretell(reading, above)
  else if (lemma === 'able' && wasSo(tree, above)) return
  else if (isPastEffort(tree, above) && reading.stated.has(above)) return
  else if (/^supposed?$/.test(lemma) && isPerfect(tree, below)) lower(reading, 'rumoured', above)
  else if (cues.hedging.has(kind, lemma)) lower(reading, 'hypothetical', above)
  else if (cues.doubt.has(kind, lemma) && (passive || kind !== 'verbs')) lower(reading, 'rumoured', above)
  else if (cues.denial.has(kind, lemma)) {
    lower(reading, 'denied', above)
    reading.voice ??= voiceOf(context, tree, above)
  } else if (cues.attribution.has(kind, lemma)) {
    lower(reading, 'reported', above)
    reading.voice ??= passive
      ? { tree, speaker: agentOf(tree, above), cue: [above] }
      : voiceOf(context, tree, above)
  } else if (cues.recommendation.has(kind, lemma)) {
    recommend(reading, above)
    if (kind === 'verbs') reading.voice ??= passive ? null : voiceOf(context, tree, above)
  } else if (isInfinitive(tree, below) && !reading.stated.has(above)) lower(reading, 'hypothetical', above)
}

/** "had to close", "has had to close"; in "said that they had to close" the past is the reporting's. */
function isPast(tree: Tree, have: number): boolean {
  const { tag } = wordAt(tree, have)
  return (tag === 'VBD' || tag === 'VBN') && !isRelated(tree, have, 'ccomp')
}

/** "was able to": who was, did. */
function wasSo(tree: Tree, adjective: number): boolean {
  return dependentsBy(tree, adjective, 'cop').some((index) => wordAt(tree, index).tag === 'VBD')
}

const TRYING = new Set(['seek', 'try', 'attempt', 'strive', 'endeavour', 'endeavor'])

/** "has sought to build" states the seeking; "seeks to build" is about what may come. */
function isPastEffort(tree: Tree, verb: number): boolean {
  const { tag } = wordAt(tree, verb)
  return TRYING.has(lemmaAt(tree, verb)) && (tag === 'VBD' || tag === 'VBN')
}

/** "is supposed to have opened" is hearsay; "is supposed to open" a plan. */
function isPerfect(tree: Tree, verb: number): boolean {
  return dependentsBy(tree, verb, 'aux').some((index) => lemmaAt(tree, index) === 'have')
}
