import type { WithWords, Word } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'
import { meaningOf } from './meaning.ts'

/** The words that tell what an expression is about, each with a weight from 0 to 1: the nearer, the heavier. */
export type Context = ReadonlyMap<string, number>

/** Figures, and dates, of one text that are looked at: what has more is a table, and no claim. */
export const MOST_COMPARED = 200
/** Words on either side of an expression that are looked at. */
const REACH = 12
/** How fast a word loses weight with every word that lies between. */
const FADING = 0.15
/** A word beyond another figure more likely belongs to that one. */
const BEYOND_ANOTHER = 0.4
/** One verb may govern every figure of its sentence; what tells them apart are nouns and adverbs. */
const VERB = 0.6

/**
 * What stands around an expression. In "638 cases, 24 recoveries and 36 deaths" the word "deaths" weighs little for 24
 * and nearly nothing for 638. With `level`, the clause's verb and subject weigh the same for all of its figures.
 */
export function contextOf(document: WithWords, span: Span, others: readonly Span[], level: boolean): Context {
  const { words } = document
  const first = firstEndingAfter(words, span.start)
  let last = first
  while (last + 1 < words.length && words[last + 1]!.start < span.end) last++
  const weights = new Map<string, number>()
  const shared = level ? clauseFrame(words, first) : NOTHING
  for (let i = first; i <= last && i < words.length; i++) put(weights, words[i]!, 1)
  for (const index of shared) put(weights, words[index]!, FRAME)
  for (const step of [-1, 1]) {
    let weight = 1
    let at = step < 0 ? first - 1 : last + 1
    for (let distance = 1; distance <= REACH; distance++, at += step) {
      const word = words[at]
      if (!word) break
      if (others.some((other) => other !== span && opensAt(other, word, step))) weight *= BEYOND_ANOTHER
      if (!shared.has(at)) put(weights, word, weight / (1 + FADING * distance))
    }
  }
  return weights
}

/** The verb that an expression hangs on and that verb's subject: what every figure of the clause shares. */
function clauseFrame(words: readonly Word[], index: number): ReadonlySet<number> {
  const frame = new Set<number>()
  let at: number | null = index
  for (let steps = 0; at !== null && steps < LONGEST_CLIMB; steps++) {
    const subject = subjectOf(words, at)
    if (subject !== null) {
      frame.add(at)
      for (let i = subject.first; i <= subject.last; i++) if (i !== index) frame.add(i)
      return frame
    }
    at = words[at]?.head ?? null
  }
  return frame
}

/** The subject's words up to its head: "the ferry [line] earned". */
function subjectOf(words: readonly Word[], verb: number): { first: number; last: number } | null {
  for (let i = Math.max(0, verb - CLAUSE); i < verb; i++) {
    const word = words[i]!
    if (word.head !== verb || !word.deprel.startsWith('nsubj')) continue
    let first = i
    while (first > 0 && words[first - 1]!.head === i) first--
    return { first, last: i }
  }
  return null
}

const NOTHING: ReadonlySet<number> = new Set()

/** What is looked at for a subject before its verb, and how many steps up to that verb. */
const CLAUSE = 20
const LONGEST_CLIMB = 8
/** What a word weighs that all figures of a clause share. */
const FRAME = 0.6

/** How much two contexts share: 0 where nothing, about 1 for a word beside both. */
export function likeness(a: Context, b: Context): number {
  let total = 0
  for (const [word, weight] of a) total += Math.sqrt(weight * (b.get(word) ?? 0))
  return total
}

function opensAt(span: Span, word: Word, step: number): boolean {
  return step > 0
    ? word.start <= span.start && span.start < word.end
    : word.start < span.end && span.end <= word.end
}

function put(weights: Map<string, number>, word: Word, weight: number): void {
  if (!isContent(word)) return
  const key = meaningOf(word.lemma)
  const told = word.pos === 'VERB' ? weight * VERB : weight
  weights.set(key, Math.max(told, weights.get(key) ?? 0))
}

const CONTENT: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'ADV'])
/** Say nothing about what is measured. */
const EMPTY: ReadonlySet<string> = new Set(
  'be have do more less few many least most than over under also only just about around then there so as'.split(
    ' ',
  ),
)

function isContent({ pos, lemma }: Word): boolean {
  return CONTENT.has(pos) && !EMPTY.has(lemma.toLowerCase()) && /\p{L}{2}/u.test(lemma)
}

/** Content lemmas of a text, lower case. */
export function contentLemmas({ words }: WithWords): readonly string[] {
  return words.filter(isContent).map(({ lemma }) => meaningOf(lemma))
}

/** Index of the first word that ends behind an offset. */
export function firstEndingAfter(words: readonly Word[], offset: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.end > offset) high = middle
    else low = middle + 1
  }
  return low
}
