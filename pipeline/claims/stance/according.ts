import { type Context, formAt, startsAt } from '../context.ts'
import { nounPhrase, type Phrase, prepositionOf, trimmed } from '../phrase.ts'
import {
  dependentsBy,
  firstDependent,
  isNominal,
  isRelated,
  lemmaAt,
  subtree,
  type Tree,
  wordAt,
} from '../tree.ts'
import { lower, type Reading } from './reading.ts'
import { voiceOf } from './reporters.ts'
import { owner } from './speakers.ts'

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

/** "As Ada Roe argues, ..." */
export function readAsClause(context: Context, tree: Tree, index: number, reading: Reading): void {
  if (reading.voice !== null || !context.cues.attribution.has('verbs', lemmaAt(tree, index))) return
  if (!dependentsBy(tree, index, 'mark').some((mark) => lemmaAt(tree, mark) === 'as')) return
  const voice = voiceOf(context, tree, index)
  if (voice.speaker === null) return
  lower(reading, 'reported', index)
  reading.voice = voice
}

/** No name of a source is longer, in words. */
const LONGEST = 20

/**
 * "According to the union, 420 people have lost their jobs" and "..., according to the company.": set off by a comma at
 * either end of a sentence, such a phrase is about all of it, whatever the parse hangs it on; not about what a relative
 * clause adds in passing. At its end a name needs no comma: "paid by the firm according to Ada Roe.", while "paid
 * according to results." tells how.
 */
export function readAccordingAside(
  tree: Tree,
  predicate: number,
  aside: AccordingAside | null,
  reading: Reading,
): void {
  if (reading.voice !== null) return
  if (aside === null || (predicate >= aside.first && predicate < aside.end)) return
  const { head } = wordAt(tree, predicate)
  const within = head !== null && head >= aside.first && head < aside.end
  if (isRelated(tree, predicate, 'acl', 'amod') && !within) return
  lower(reading, 'reported', ...aside.cue)
  reading.voice = { tree, speaker: aside.speaker, cue: aside.cue }
}

/** The words of such a phrase, its mark left out. */
export interface AccordingAside {
  readonly first: number
  readonly end: number
  readonly cue: readonly number[]
  readonly speaker: Phrase
}

/** The one of a sentence; null where it has none. */
export function accordingAside(context: Context, tree: Tree): AccordingAside | null {
  const { firstWord, endWord } = tree.sentence
  const from = Math.max(firstWord + 1, endWord - LONGEST)
  for (const phrase of context.cues.attribution.phrases) {
    if (startsAt(context, firstWord, phrase)) return asideFrom(context, tree, firstWord, phrase.length, ',')
    for (let at = from; at < endWord; at++) {
      if (!startsAt(context, at, phrase)) continue
      const aside = asideFrom(context, tree, at, phrase.length, '.')
      const setOff = formAt(context, at - 1) === ','
      if (setOff || (aside !== null && wordAt(tree, aside.speaker.head).pos === 'PROPN')) return aside
    }
  }
  return null
}

/** The phrase up to the mark that closes it, brackets skipped; null where another mark comes first. */
function asideFrom(
  context: Context,
  tree: Tree,
  first: number,
  length: number,
  close: string,
): AccordingAside | null {
  let end = first + length
  for (let depth = 0; end < tree.sentence.endWord && end - first <= LONGEST; end++) {
    const form = formAt(context, end)
    if (form === '(') depth++
    else if (form === ')') depth--
    else if (depth === 0 && wordAt(tree, end).tag === close) break
    else if (depth === 0 && form === ',') return null
  }
  if (end >= tree.sentence.endWord || wordAt(tree, end).tag !== close) return null
  const words = Array.from({ length: end - first - length }, (_, offset) => first + length + offset)
  const top = words.find((index) => {
    const { head } = wordAt(tree, index)
    return isNominal(tree, index) && (head === null || head < first || head >= end)
  })
  if (top === undefined) return null
  const cue = Array.from({ length }, (_, offset) => first + offset)
  return { first, end, cue, speaker: trimmed(tree, { head: top, words }) }
}
