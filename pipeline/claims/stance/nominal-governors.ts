import type { Context } from '../context.ts'
import { isRelated, lemmaAt, type Tree } from '../tree.ts'
import { isUnsaid, TRACES } from './governors.ts'
import { readPhrases, wordsAround } from './phrases.ts'
import { lower, type Reading } from './reading.ts'
import { voiceOf } from './reporters.ts'
import { wordClass } from './word-class.ts'

/**
 * Reads the noun or verb that a noun hangs on: "rumours of a base", "denied the presence of troops", "no evidence of
 * a leak"; "the history of the base" says nothing of its being there. `direct`: the noun is the proposition's own.
 */
export function readNominalGovernor(
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
      readPhrases(context, wordsAround(tree, above, below), cues.doubt, reading)
    } else if (unsaid !== null && (cues.attribution.has('nouns', lemma) || TRACES.has(lemma)))
      lower(reading, 'hypothetical', above, unsaid)
    else if (direct && cues.hedging.has('nouns', lemma)) lower(reading, 'hypothetical', above)
  } else if (direct && kind === 'verbs' && isRelated(tree, below, 'obj') && cues.denial.has('verbs', lemma)) {
    lower(reading, 'denied', above)
    reading.voice ??= voiceOf(context, tree, above)
  }
}
