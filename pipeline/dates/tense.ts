import type { Sentence, WithWords, Word } from '../model/document.ts'

/** Which way a sentence looks from where it is written. */
export type Tense = 'back' | 'now' | 'ahead'

/** How far a verb is looked for, in words: a bound for sentences without end. */
const REACH = 60

const MODALS = new Set(['will', 'shall', 'may', "'ll", '’ll'])
/** Participles and adjectives that look ahead: "is due in May", "a ruling expected on Friday". */
const PENDING = new Set(['scheduled', 'expected', 'due', 'upcoming', 'planned', 'slated', 'set'])

/**
 * The tense of the verb nearest to an offset, before it or else behind: ahead in "will open on Friday", "is to open on
 * Friday", "remains shut until Friday"; back in "said on Friday", "has been shut since Friday"; now in "opens on Friday".
 */
export function tenseAt(doc: WithWords, { firstWord, endWord }: Sentence, offset: number): Tense {
  const at = firstWordFrom(doc.words, firstWord, endWord, offset)
  const first = Math.max(firstWord, at - REACH)
  const end = Math.min(endWord, at + REACH)
  let until = false
  for (let i = at - 1; i >= first; i--) {
    const { lemma, tag } = doc.words[i]!
    if (lemma === 'until') until = true
    const tense = tenseOf(doc, i, firstWord)
    // "lasted until Friday" is over, "has been shut until Friday" is not.
    if (tense !== null) return until && tag !== 'VBD' ? 'ahead' : tense
  }
  for (let i = at; i < end; i++) {
    const tense = tenseOf(doc, i, firstWord)
    if (tense !== null) return tense
  }
  return until ? 'ahead' : 'back'
}

function firstWordFrom(words: readonly Word[], first: number, end: number, offset: number): number {
  let low = first
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Null for a word that tells no tense. */
function tenseOf(doc: WithWords, index: number, first: number): Tense | null {
  const word = doc.words[index]!
  const text = doc.text.slice(word.start, word.end).toLowerCase()
  if (word.tag === 'MD' && MODALS.has(text)) return 'ahead'
  const before = index > first ? doc.words[index - 1]! : null
  if (PENDING.has(text) && isPending(doc, index, before)) return 'ahead'
  switch (word.tag) {
    case 'VBD':
      return 'back'
    case 'VBN':
      // A participle says what the word before it says: "will be signed", "was signed".
      return before?.lemma === 'be' ? null : 'back'
    case 'VBZ':
    case 'VBP':
      return word.lemma === 'have' ? 'back' : 'now'
    case 'VB':
      return before?.lemma === 'to' && index - 2 >= first && isPresent(doc.words[index - 2]!) ? 'ahead' : null
    default:
      return null
  }
}

/** Not "was expected", "had planned", "they set up", "due to the storm". */
function isPending(doc: WithWords, index: number, before: Word | null): boolean {
  const { tag, lemma } = doc.words[index]!
  if (tag !== 'VBN' && tag !== 'JJ') return false
  if (before?.tag === 'VBD' || before?.lemma === 'have' || before?.tag === 'PRP') return false
  const next = doc.words[index + 1]
  if (lemma === 'due' && next?.lemma === 'to') return doc.words[index + 2]?.tag === 'VB'
  return lemma !== 'set' || next?.lemma === 'to'
}

/** Before "to": "is to", "plans to" (often tagged as a noun); not "decided to", "had to". */
function isPresent({ tag, lemma }: Word): boolean {
  if (tag === 'NNS' || tag === 'NN') return ['plan', 'hope', 'aim'].includes(lemma)
  return (tag === 'VBZ' || tag === 'VBP') && lemma !== 'have'
}
