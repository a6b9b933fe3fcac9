import type { Argument, Qualifier } from '../../model/claim.ts'
import type { RelationDefinition } from '../../model/knowledge.ts'

/** The relations of `relations.yaml`, as they are looked up. */
export interface Vocabulary {
  readonly definitions: ReadonlyMap<string, RelationDefinition>
  readonly verbs: ReadonlyMap<string, RelationDefinition>
  readonly nouns: ReadonlyMap<string, readonly NounEntry[]>
}

/** A noun that carries a relation. */
export interface NounEntry {
  readonly phrase: string
  /** Words that must stand before the head. */
  readonly modifiers: readonly string[]
  /** Words that must stand behind it: "presence at base". */
  readonly place: readonly string[]
  readonly definition: RelationDefinition
}

/** Verbs and nouns of `relations.yaml` by what they are looked up with; the first entry wins a verb. */
export function makeVocabulary(relations: readonly RelationDefinition[]): Vocabulary {
  const definitions = new Map<string, RelationDefinition>()
  const verbs = new Map<string, RelationDefinition>()
  const nouns = new Map<string, NounEntry[]>()
  for (const definition of relations) {
    definitions.set(definition.id, definition)
    for (const verb of definition.verbs) if (!verbs.has(verb)) verbs.set(verb, definition)
    for (const phrase of definition.nouns) {
      const [core = '', place = ''] = phrase.split(' at ')
      const words = core.split(/[\s-]+/)
      const head = words.at(-1)
      if (!head) continue
      const entry = {
        phrase: core,
        modifiers: words.slice(0, -1),
        place: place.split(' ').filter(Boolean),
        definition,
      }
      nouns.set(head, [...(nouns.get(head) ?? []), entry])
    }
  }
  for (const entries of nouns.values())
    entries.sort((a, b) => b.modifiers.length + b.place.length - a.modifiers.length - a.place.length)
  return { definitions, verbs, nouns }
}

/** Nouns of change presuppose what they lead to: "the transformation from dialogue to an alliance". */
export const CHANGE = new Set(
  'transformation shift transition evolution move development progression'.split(' '),
)

/** The relation that the head of a noun phrase carries, with the words that it asks for around it. */
export function nounIn(argument: Argument | Qualifier, vocabulary: Vocabulary): NounEntry | null {
  if (CHANGE.has(argument.head)) return goalOf(argument.text, vocabulary)
  if (COUNTS.has(argument.head)) return countedBy(argument.text, vocabulary)
  const head = argument.head.split('-').at(-1) ?? ''
  const entries = vocabulary.nouns.get(head)
  if (!entries) return null
  const lemmas = argument.lemmas.flatMap((lemma) => lemma.toLowerCase().split('-'))
  const at = lemmas.indexOf(head)
  const [before, after] = [lemmas.slice(0, Math.max(at, 0)), lemmas.slice(at + 1)]
  const fits = ({ modifiers, place }: NounEntry) =>
    modifiers.every((word) => before.includes(word)) && place.every((word) => after.includes(word))
  return entries.find(fits) ?? null
}

/** Nouns that say only that something is counted: "the number of dead", "the tally of injured". */
const COUNTS = new Set('number count total tally figure'.split(' '))

/** What is counted: "the number of [dead]", "the total of confirmed [deaths]". */
function countedBy(text: string, vocabulary: Vocabulary): NounEntry | null {
  const words = /\bof ((?:[\w-]+ ?){1,4})/i.exec(text)?.[1]?.toLowerCase().trim().split(' ') ?? []
  for (const word of words) {
    const entries = vocabulary.nouns.get(word) ?? vocabulary.nouns.get(word.replace(/s$/, '')) ?? []
    const entry = entries.find(({ modifiers, place }) => modifiers.length + place.length === 0)
    if (entry) return entry
  }
  return null
}

/** What comes of it: "from dialogue [to a strategic alliance]", "[as alliance-building] or hard power". */
export function goalOf(text: string, vocabulary: Vocabulary): NounEntry | null {
  const goal = /(?:^|\s)(?:to|into|as) (?:an? |the )?([\w -]{3,80})$/i.exec(text)?.[1]?.toLowerCase() ?? ''
  for (const part of goal.split(/ (?:or|and|nor) /)) {
    const words = part.split(/[\s-]+/)
    const entries = vocabulary.nouns.get(words.at(-1) ?? '') ?? []
    const entry = entries.find(({ modifiers }) => modifiers.every((word) => words.includes(word)))
    if (entry) return entry
  }
  return null
}

/** "61 [dead], 48 of them in the town": the noun that the figure counts. */
export function nounBehindFigure(text: string, vocabulary: Vocabulary): NounEntry | null {
  const noun = /\d (?:people )?(\p{L}+)/u.exec(text)?.[1]?.toLowerCase() ?? ''
  return (
    vocabulary.nouns.get(noun)?.find(({ modifiers, place }) => modifiers.length + place.length === 0) ?? null
  )
}
