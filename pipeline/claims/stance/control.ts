import type { Context } from '../context.ts'
import { dependentsBy, firstDependent, isRelated, lemmaAt, type Tree, wordAt } from '../tree.ts'
import { foretell, lower, negate, type Reading, recommend } from './reading.ts'
import { isRealising } from './realisation.ts'
import { agentOf, voiceOf } from './reporters.ts'
import { isInfinitive } from './subordinators.ts'
import { wordClass } from './word-class.ts'

/**
 * Reads the verb, noun or adjective whose subject also does what stands below: "failed to open" is a no, "plans to
 * open" and "needs to open" are open, "is said to have opened" is somebody's word, "had to open" and "managed to
 * open" happened.
 */
export function readControl(
  { cues }: Context,
  tree: Tree,
  below: number,
  above: number,
  reading: Reading,
): void {
  const lemma = lemmaAt(tree, above)
  const kind = wordClass(tree, above)
  const { tag } = wordAt(tree, above)
  const passive = firstDependent(tree, above, 'aux:pass') !== null
  if (cues.negation.has(kind, lemma)) negate(reading, above)
  else if (lemma === 'have') {
    if (!isPast(tree, above)) recommend(reading, above)
  } else if (lemma === 'need' && !passive) recommend(reading, above)
  else if (lemma === 'be' || (lemma === 'go' && tag === 'VBG')) foretell(reading, above)
  else if (cues.prediction.has(kind, lemma)) foretell(reading, above)
  else if (lemma === 'able' && wasSo(tree, above)) return
  else if (cues.hedging.has(kind, lemma)) lower(reading, 'hypothetical', above)
  else if (cues.doubt.has(kind, lemma) && (passive || kind !== 'verbs')) lower(reading, 'rumoured', above)
  else if (cues.denial.has(kind, lemma)) {
    lower(reading, 'denied', above)
    reading.voice ??= voiceOf(tree, above)
  } else if (cues.attribution.has(kind, lemma)) {
    lower(reading, 'reported', above)
    reading.voice ??= passive ? { tree, speaker: agentOf(tree, above), cue: [above] } : voiceOf(tree, above)
  } else if (cues.recommendation.has(kind, lemma)) {
    recommend(reading, above)
    if (kind === 'verbs') reading.voice ??= passive ? null : voiceOf(tree, above)
  } else if (isInfinitive(tree, below) && !isRealising(tree, above) && !reading.stated.has(above))
    lower(reading, 'hypothetical', above)
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
