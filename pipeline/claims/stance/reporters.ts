import { type Context, formAt } from '../context.ts'
import { nounPhrase, prepositionOf } from '../phrase.ts'
import { dependentsBy, firstDependent, isRelated, lemmaAt, subtree, type Tree, wordAt } from '../tree.ts'
import { lower, type Reading, type Voice } from './reading.ts'
import { canSpeak, owner, speakerOf } from './speakers.ts'

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

/** "in her view", "by the minister's account", "on this view". */
const VIEWS = new Set([
  'view',
  'opinion',
  'account',
  'word',
  'reading',
  'estimate',
  'judgement',
  'judgment',
  'telling',
  'version',
])

/**
 * "according to the coast guard" and "in her view", below a verb. What the phrase itself says ("according to a poll
 * that was published in May") is not attributed by it.
 */
export function readAccording(
  context: Context,
  tree: Tree,
  index: number,
  predicate: number,
  reading: Reading,
): void {
  if (reading.voice !== null || subtree(tree, index).includes(predicate)) return
  const cases = dependentsBy(tree, index, 'case')
    .flatMap((head) => [head, ...dependentsBy(tree, head, 'fixed')])
    .sort((a, b) => a - b)
  const form = cases.map((word) => formAt(context, word)).join(' ')
  if (context.cues.attribution.phrases.some((phrase) => phrase.join(' ') === form)) {
    lower(reading, 'reported', ...cases)
    reading.voice = { tree, speaker: nounPhrase(tree, index, { conjuncts: true }), cue: cases }
    return
  }
  const possessor = firstDependent(tree, index, 'nmod:poss')
  const pointed = dependentsBy(tree, index, 'det').filter((word) =>
    ['this', 'that'].includes(lemmaAt(tree, word)),
  )
  if (
    (possessor === null && pointed.length === 0) ||
    !VIEWS.has(lemmaAt(tree, index)) ||
    !['in', 'by', 'on'].includes(prepositionOf(tree, index))
  )
    return
  lower(reading, 'reported', index)
  reading.voice = {
    tree,
    speaker: possessor === null ? null : owner(tree, possessor),
    cue: [...cases, ...pointed, index].sort((a, b) => a - b),
  }
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
  const subject = firstDependent(tree, verb, 'nsubj')
  if (subject === null || isRelated(tree, subject, 'nsubj:pass') || wordAt(tree, subject).tag.startsWith('W'))
    return false
  const { words } = nounPhrase(tree, subject, { conjuncts: true })
  let first = Math.min(words[0]!, verb)
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
    subtree(tree, firstDependent(tree, nearest, 'nsubj') ?? nearest).includes(predicate)
  )
    return
  const voice = voiceOf(context, tree, nearest)
  if (voice.speaker !== null && !canSpeak(context, tree, voice.speaker)) return
  lower(reading, context.cues.doubt.has('verbs', lemmaAt(tree, nearest)) ? 'rumoured' : 'reported', nearest)
  reading.voice = voice
}

/** "As Ada Roe argues, ..." */
export function readAsClause(context: Context, tree: Tree, index: number, reading: Reading): void {
  if (reading.voice !== null || !context.cues.attribution.has('verbs', lemmaAt(tree, index))) return
  if (!dependentsBy(tree, index, 'mark').some((mark) => lemmaAt(tree, mark) === 'as')) return
  const voice = voiceOf(context, tree, index)
  if (voice.speaker === null) return
  lower(reading, 'reported', index)
  reading.voice = voice
}
