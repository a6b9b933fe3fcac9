import { type Context, formAt } from '../context.ts'
import { nounPhrase } from '../phrase.ts'
import { dependentsBy, firstDependent, isRelated, lemmaAt, subtree, type Tree, wordAt } from '../tree.ts'
import { lower, type Reading, type Voice } from './reading.ts'
import { canSpeak, speakerOf, TELLING } from './speakers.ts'

/** A verb of saying with who says; of "said in a statement", the verb. */
export function voiceOf(context: Context, tree: Tree, cue: number): Voice {
  const { head, pos } = wordAt(tree, cue)
  const said =
    pos === 'NOUN' &&
    head !== null &&
    isRelated(tree, cue, 'obl') &&
    context.cues.attribution.has('verbs', lemmaAt(tree, head))
  return { tree, speaker: speakerOf(context, tree, cue), cue: [said ? head : cue] }
}

/**
 * The reporting clauses set beside what they report: "..., officials said.", "..., said Ada Roe, ...". Told by what
 * stands around them rather than by the tree, which parses of quotations get wrong: a verb of saying, its subject next
 * to it, and marks or the sentence's end around both. "X, who said nothing, ..." and "Officials said that ..." are none.
 */
export function reportingAsides(context: Context, tree: Tree): number[] {
  const found: number[] = []
  for (let index = tree.sentence.firstWord; index < tree.sentence.endWord; index++) {
    const { tag } = wordAt(tree, index)
    if (tag !== 'VBD' && tag !== 'VBZ' && tag !== 'VBP' && tag !== 'VBN') continue
    const lemma = lemmaAt(tree, index)
    if (!context.cues.attribution.has('verbs', lemma) && !context.cues.doubt.has('verbs', lemma)) continue
    if (isAside(context, tree, index)) found.push(index)
  }
  return found
}

const OF_A_NAME = new Set(['DET', 'ADJ', 'NOUN', 'PROPN'])

function isAside(context: Context, tree: Tree, verb: number): boolean {
  const subject = dependentsBy(tree, verb, 'nsubj').at(-1) ?? null
  if (subject === null || isRelated(tree, subject, 'nsubj:pass') || wordAt(tree, subject).tag.startsWith('W'))
    return false
  // "both sides reaffirmed their ties" says what was reaffirmed.
  if (firstDependent(tree, verb, 'obj') !== null && !TELLING.has(lemmaAt(tree, verb))) return false
  const { words } = nounPhrase(tree, subject, { conjuncts: true })
  let first = Math.min(subject < verb ? Math.max(words[0]!, behindMark(tree, verb)) : words[0]!, verb)
  // The parse may keep a part of the name: "the Civil Protection [Authority] said".
  while (first < verb && first > tree.sentence.firstWord && OF_A_NAME.has(wordAt(tree, first - 1).pos))
    first--
  if (!isMark(tree, first - 1) || first === tree.sentence.firstWord) return false
  let end = Math.max(words.at(-1)!, verb) + 1
  // "told reporters", "said on Monday": a short rest up to the next mark.
  for (let rest = 0; rest < 5 && end < tree.sentence.endWord && !isMark(tree, end); rest++) end++
  return (
    end >= tree.sentence.endWord ||
    (isMark(tree, end) && formAt(context, end) !== ':' && formAt(context, end + 1) !== 'that')
  )
}

/** The first word behind the last mark before a word: a parse may draw in what stands before the mark. */
function behindMark(tree: Tree, index: number): number {
  let at = index
  while (at > tree.sentence.firstWord && wordAt(tree, at - 1).pos !== 'PUNCT') at--
  return at
}

function isMark(tree: Tree, index: number): boolean {
  return (
    index >= tree.sentence.firstWord && index < tree.sentence.endWord && wordAt(tree, index).pos === 'PUNCT'
  )
}

/** Attributes a proposition to the nearest reporting clause beside it, if it is not its own. */
export function readAsides(
  context: Context,
  tree: Tree,
  predicate: number,
  asides: readonly number[],
  reading: Reading,
): void {
  if (reading.voice !== null || asides.includes(predicate)) return
  const [nearest] = [...asides].sort((a, b) => Math.abs(a - predicate) - Math.abs(b - predicate) || a - b)
  if (
    nearest === undefined ||
    subtree(tree, dependentsBy(tree, nearest, 'nsubj').at(-1) ?? nearest).includes(predicate)
  )
    return
  const voice = voiceOf(context, tree, nearest)
  if (voice.speaker !== null && !canSpeak(context, tree, voice.speaker)) return
  lower(reading, context.cues.doubt.has('verbs', lemmaAt(tree, nearest)) ? 'rumoured' : 'reported', nearest)
  reading.voice = voice
}
