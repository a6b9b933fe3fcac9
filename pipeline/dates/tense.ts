import type { Sentence, WithWords, Word } from '../model/document.ts'

const MODALS = new Set(['will', 'shall', 'may', "'ll", '’ll'])
const CUES = new Set([
  'scheduled',
  'expected',
  'expect',
  'due',
  'upcoming',
  'planned',
  'plan',
  'until',
  'set',
])

/**
 * True where the verb nearest to an offset looks ahead, before it or else behind: "will open on Friday", "is due in
 * May", "remains shut until Friday"; not "said on Friday", "the bridge that will replace it fell on Friday".
 */
export function looksAhead(doc: WithWords, { firstWord, endWord }: Sentence, offset: number): boolean {
  let at = firstWord
  while (at < endWord && doc.words[at]!.start < offset) at++
  for (let i = at - 1; i >= firstWord; i--) {
    const direction = looks(doc, i, firstWord)
    if (direction !== null) return direction
  }
  for (let i = at; i < endWord; i++) {
    const direction = looks(doc, i, firstWord)
    if (direction !== null) return direction
  }
  return false
}

/** True for a word that looks ahead, false for one that looks back, null for all others. */
function looks(doc: WithWords, index: number, first: number): boolean | null {
  const word = doc.words[index]!
  const text = doc.text.slice(word.start, word.end).toLowerCase()
  if (MODALS.has(text) && word.tag === 'MD') return true
  if (CUES.has(text)) return true
  if (word.tag === 'VBD' || (word.pos === 'AUX' && isPerfect(text))) return false
  // A participle says what the word before it says: "will be signed", "was signed".
  return word.tag === 'VBN' && !followsBe(doc.words, index, first) ? false : null
}

function isPerfect(text: string): boolean {
  return text === 'has' || text === 'have' || text === 'had'
}

function followsBe(words: readonly Word[], index: number, first: number): boolean {
  return index > first && words[index - 1]!.lemma === 'be'
}
