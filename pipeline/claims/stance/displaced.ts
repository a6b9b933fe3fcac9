import type { Context } from '../context.ts'
import { dependentsBy, dependentsOf, firstDependent, isRelated, lemmaAt, type Tree, wordAt } from '../tree.ts'
import { readPhrases } from './phrases.ts'
import type { Reading } from './reading.ts'

/**
 * "Rumours circulated - albeit without proof - that ...": where an aside stands before "that", a parse easily hangs the
 * clause elsewhere. Its governor is the verb or noun before the aside. Null where the tree already says so.
 */
export function displacedGovernor(tree: Tree, predicate: number): number | null {
  const that = dependentsBy(tree, predicate, 'mark').find((index) => lemmaAt(tree, index) === 'that')
  if (that === undefined) return null
  let at = that - 1
  if (at >= tree.sentence.firstWord && wordAt(tree, at).pos === 'PUNCT') {
    const mark = wordAt(tree, at).lemma
    for (at--; at >= tree.sentence.firstWord && wordAt(tree, at).lemma !== mark; at--);
    at--
  } else if (isRelated(tree, predicate, 'acl', 'ccomp', 'csubj', 'xcomp')) return null
  for (; at >= tree.sentence.firstWord; at--) {
    const { pos } = wordAt(tree, at)
    if (pos === 'VERB' || pos === 'NOUN') return at
    if (pos !== 'ADV' && pos !== 'AUX') return null
  }
  return null
}

/**
 * "[Claims] that the plant had closed were [false], Roe said": a parse takes the clause for what Roe said. The word that
 * denies; null where no noun of saying or doubt stands right before "that", or nothing denies before the next mark.
 */
export function denialBehind(context: Context, tree: Tree, predicate: number): number | null {
  const noun = saidBefore(context, tree, predicate)
  if (noun === null) return null
  // The parse may make the denying word itself the end of the clause; where it is said of a noun, it is the claim.
  const first = firstDependent(tree, predicate, 'nsubj') === null ? predicate : predicate + 1
  for (let at = first; at < tree.sentence.endWord && wordAt(tree, at).pos !== 'PUNCT'; at++) {
    if (context.cues.denial.has('adjectives', lemmaAt(tree, at)) && lemmaAt(tree, at - 1) === 'be') return at
  }
  return null
}

/** The noun of saying or doubt whose "that" opens what leads up to a word, without a mark between. */
function saidBefore({ cues }: Context, tree: Tree, predicate: number): number | null {
  for (let at = predicate - 1; at > tree.sentence.firstWord && wordAt(tree, at).pos !== 'PUNCT'; at--) {
    if (lemmaAt(tree, at) !== 'that') continue
    const lemma = lemmaAt(tree, at - 1)
    return cues.attribution.has('nouns', lemma) || cues.doubt.has('nouns', lemma) ? at - 1 : null
  }
  return null
}

/** "Officials said this [evening] that ...": a parse hangs on the evening what was said. The verb; else null. */
export function governorOverTime(tree: Tree, predicate: number): number | null {
  const { head } = wordAt(tree, predicate)
  if (
    head === null ||
    !isRelated(tree, predicate, 'acl') ||
    !isRelated(tree, head, 'obl:unmarked', 'obl:tmod')
  )
    return null
  const that = dependentsOf(tree, predicate).find((index) => lemmaAt(tree, index) === 'that')
  const subject = firstDependent(tree, predicate, 'nsubj')
  return that !== undefined && subject !== null && that !== subject ? wordAt(tree, head).head : null
}

/** The words of doubt between a governor and what it governs: "- albeit without proof -". */
export function readDoubtBetween(context: Context, first: number, last: number, reading: Reading): void {
  const words = Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset)
  readPhrases(context, words, context.cues.doubt, reading)
}
