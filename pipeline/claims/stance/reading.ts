import type { Factuality } from '../../model/claim.ts'
import type { Phrase } from '../phrase.ts'
import type { Tree } from '../tree.ts'

/** Who says so, as words of a tree; the tree is another sentence's where a quotation runs over several. */
export interface Voice {
  readonly tree: Tree
  readonly speaker: Phrase | null
  readonly cue: readonly number[]
}

/** What the words read so far say of a proposition; the strongest departure from plain assertion wins. */
export interface Reading {
  /** Verbs that the claim's own relation states: what "agreed to open" claims is the agreeing. */
  readonly stated: ReadonlySet<number>
  negations: number
  factuality: Factuality
  readonly cues: Set<number>
  voice: Voice | null
  outlook: 'prediction' | 'recommendation' | null
}

const NONE: ReadonlySet<number> = new Set()

export function emptyReading(stated = NONE): Reading {
  return { stated, negations: 0, factuality: 'asserted', cues: new Set(), voice: null, outlook: null }
}

const WEIGHT: Readonly<Record<Factuality, number>> = {
  asserted: 0,
  reported: 1,
  hypothetical: 2,
  normative: 3,
  rumoured: 4,
  denied: 5,
}

/** Takes the factuality away from plain assertion, never back towards it, and keeps the words that do so. */
export function lower(reading: Reading, factuality: Factuality, ...cues: readonly number[]): void {
  if (WEIGHT[factuality] > WEIGHT[reading.factuality]) reading.factuality = factuality
  for (const cue of cues) reading.cues.add(cue)
}

/** The nearest speaker has said it; a named one is taken over nobody: "Roe said that more were believed to be there". */
export function speak(reading: Reading, voice: Voice): void {
  if (reading.voice === null || (reading.voice.speaker === null && voice.speaker !== null))
    reading.voice = voice
}

/** Two negations affirm. */
export function negate(reading: Reading, cue: number): void {
  reading.negations++
  reading.cues.add(cue)
}

export function foretell(reading: Reading, cue: number): void {
  reading.outlook = 'prediction'
  lower(reading, 'hypothetical', cue)
}

export function recommend(reading: Reading, cue: number): void {
  reading.outlook = 'recommendation'
  lower(reading, 'normative', cue)
}
