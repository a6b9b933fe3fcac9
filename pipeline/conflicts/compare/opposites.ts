import type { AnnotatedDocument, Word } from '../../model/document.ts'
import type { Comparison } from './figures.ts'
import { meaningOf } from './meaning.ts'

/** Words of one scale of which only one can be said of one thing at one time. */
const EXCLUSIVE: readonly (readonly string[])[] = [
  ['positive favorable favourable good', 'negative unfavorable unfavourable bad poor', 'mixed'],
  ['open', 'closed shut'],
  ['alive living', 'dead deceased late'],
  ['former', 'current present'],
  ['private', 'public'],
  ['male', 'female'],
  ['first earliest', 'last latest final'],
  ['largest biggest', 'smallest'],
  ['highest', 'lowest'],
  ['best', 'worst'],
  ['northern north', 'southern south'],
  ['eastern east', 'western west'],
  ['paternal', 'maternal'],
  ['older elder', 'younger'],
  ['full-time', 'part-time'],
  ['guilty', 'innocent'],
  ['legal lawful', 'illegal unlawful'],
]

const PLACE_ON_SCALE: ReadonlyMap<string, readonly [scale: number, step: number]> = new Map(
  EXCLUSIVE.flatMap((scale, index) =>
    scale.flatMap((words, step) => words.split(' ').map((word) => [word, [index, step]] as const)),
  ),
)

/**
 * Words that exclude each other, said of the same thing.
 *
 * Finds: "The play received positive reviews." / "It met with mixed reviews."
 * Leaves: "The play received positive reviews." / "Negative reviews were few, positive reviews many."; "a good actor" /
 * "a bad day".
 */
export function compareOpposites(claim: AnnotatedDocument, evidence: AnnotatedDocument): Comparison {
  const theirs = saidOf(evidence)
  for (const [thing, own] of saidOf(claim)) {
    const said = theirs.get(thing)
    if (!said) continue
    for (const [scale, word] of own) {
      const others = said.filter(([next]) => next === scale)
      if (others.length === 0 || others.some(([, other]) => stepOf(other) === stepOf(word))) continue
      return { outcome: 'clash', note: `“${word} ${thing}” against “${others[0]![1]} ${thing}”` }
    }
  }
  return { outcome: 'none', note: '' }
}

/** By what it is said of, the words of a scale with their scale. */
function saidOf({ words }: AnnotatedDocument): ReadonlyMap<string, readonly (readonly [number, string])[]> {
  const said = new Map<string, (readonly [number, string])[]>()
  for (const word of words) {
    const place = PLACE_ON_SCALE.get(word.lemma.toLowerCase())
    const head = place && thingOf(words, word)
    if (!place || !head) continue
    const thing = meaningOf(head.lemma)
    said.set(thing, [...(said.get(thing) ?? []), [place[0], word.lemma.toLowerCase()]])
  }
  return said
}

const stepOf = (word: string): number | undefined => PLACE_ON_SCALE.get(word)?.[1]

/** The noun that an adjective belongs to, over "and", "to" between adjectives of one noun. */
function thingOf(words: readonly Word[], adjective: Word): Word | null {
  let word: Word | undefined = adjective
  for (let steps = 0; steps < 4 && word?.head != null; steps++) {
    word = words[word.head]
    if (word?.pos === 'NOUN') return word
  }
  return null
}
