import type { Sentence, WithWords, Word } from '../model/document.ts'

/** Which way a sentence looks from where it is written. */
export type Tense = 'back' | 'now' | 'ahead'

const MODALS = new Set(['will', 'shall', 'may', "'ll", '’ll'])
const CUES = new Set(['scheduled', 'expected', 'expect', 'due', 'upcoming', 'planned', 'until', 'set'])

/**
 * The tense of the verb nearest to an offset, before it or else behind: ahead in "will open on Friday", "is to open on
 * Friday", "remains shut until Friday"; back in "said on Friday", "has been shut since Friday"; now in "opens on Friday".
 */
export function tenseAt(doc: WithWords, { firstWord, endWord }: Sentence, offset: number): Tense {
  let at = firstWord
  while (at < endWord && doc.words[at]!.start < offset) at++
  for (let i = at - 1; i >= firstWord; i--) {
    const tense = tenseOf(doc, i, firstWord)
    if (tense !== null) return tense
  }
  for (let i = at; i < endWord; i++) {
    const tense = tenseOf(doc, i, firstWord)
    if (tense !== null) return tense
  }
  return 'back'
}

/** Null for a word that tells no tense. */
function tenseOf(doc: WithWords, index: number, first: number): Tense | null {
  const word = doc.words[index]!
  const text = doc.text.slice(word.start, word.end).toLowerCase()
  if (CUES.has(text) || (word.tag === 'MD' && MODALS.has(text))) return 'ahead'
  const before = index > first ? doc.words[index - 1]! : null
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

function isPresent({ tag, lemma }: Word): boolean {
  return (tag === 'VBZ' || tag === 'VBP') && lemma !== 'have'
}
