import type { Cues, CueWords } from '../model/knowledge.ts'

type WordClass = Exclude<keyof CueWords, 'phrases'>

/** One stance's words as sets, its phrases as word sequences. */
export interface CueSet {
  has(kind: WordClass, lemma: string): boolean
  readonly phrases: readonly (readonly string[])[]
}

export type CueIndex = Readonly<Record<keyof Cues, CueSet>>

const indexes = new WeakMap<Cues, CueIndex>()

/** The cue words ready for look-up; built once for each loaded `cues.yaml`. */
export function cueIndexOf(cues: Cues): CueIndex {
  const known = indexes.get(cues)
  if (known) return known
  const index = Object.fromEntries(
    Object.entries(cues).map(([stance, words]: [string, CueWords]) => [stance, cueSetOf(words)]),
  ) as unknown as CueIndex
  indexes.set(cues, index)
  return index
}

function cueSetOf(words: CueWords): CueSet {
  const sets: Record<WordClass, ReadonlySet<string>> = {
    verbs: new Set(words.verbs),
    nouns: new Set(words.nouns),
    adjectives: new Set(words.adjectives),
    adverbs: new Set(words.adverbs),
  }
  return {
    // A plural noun that opens a sentence is easily taken for a name, and keeps its ending: "Rumours".
    has: (kind, lemma) =>
      sets[kind].has(lemma) ||
      (kind === 'nouns' && lemma.endsWith('s') && sets.nouns.has(lemma.slice(0, -1))),
    phrases: words.phrases.map((phrase) => phrase.split(' ')),
  }
}
