import type { Argument, Qualifier } from '../../model/claim.ts'
import type { EntityId } from '../../model/ids.ts'
import type { World } from './world.ts'

/** Who or what takes part, as comparing needs it. */
export interface Party {
  /** The entities that the words stand for; empty where nothing is linked. */
  readonly entities: readonly EntityId[]
  /** Entities named inside words that stand for something else ("the government of Narland"). */
  readonly inside: readonly EntityId[]
  /** Content lemmas, lower case, without articles and numbers. */
  readonly lemmas: readonly string[]
  /** Numbers, ordinals and Roman numerals in the words: they tell editions apart. */
  readonly numbers: readonly string[]
  readonly head: string
  readonly name: string
  /** What its text calls the entities. */
  readonly called: readonly string[]
}

const ROMAN = /^(?:i{1,3}|iv|vi{0,3}|ix|xi{0,3}|xiv|xv|xvi{0,3})$/
const ORDINAL_WORDS: readonly string[] =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')
/** Words that say nothing of what they stand for: "India was one among many", "one of the participants". */
const DETERMINERS = new Set(
  'a an the this that these those its their his her our some any no one ones'.split(' '),
)

/** Numbers, ordinals and Roman numerals: "2nd", "second", "II" and "2" are one. */
function editionNumber(lemma: string): string | null {
  const word = lemma.toLowerCase()
  const digits = /^(\d+)(?:st|nd|rd|th)?$/.exec(word)
  if (digits) return digits[1] ?? null
  if (ORDINAL_WORDS.includes(word)) return String(ORDINAL_WORDS.indexOf(word) + 1)
  if (!ROMAN.test(word)) return null
  const values: Record<string, number> = { i: 1, v: 5, x: 10 }
  const digitsOf = [...word].map((letter) => values[letter] ?? 0)
  return String(
    digitsOf.reduce((sum, value, at) => sum + (value < (digitsOf[at + 1] ?? 0) ? -value : value), 0),
  )
}

/** Bare descriptions that take turns in a text. */
const PLAIN: Readonly<Record<string, string>> = {
  ferry: 'ship',
  vessel: 'ship',
  firm: 'company',
  group: 'company',
  airliner: 'plane',
  aircraft: 'plane',
  quake: 'earthquake',
}

/** Words that stand for several together, so that an argument's candidates are all of them. */
const TOGETHER = /^(?:both|the two|the three|the four|the five|these|they|all)\b/i

/** An argument as a party; its candidates count where its words stand for several together. */
export function partyOf(argument: Argument | Qualifier, world: World): Party {
  const numbers: string[] = []
  const lemmas: string[] = []
  for (const lemma of argument.lemmas) {
    const word = lemma.toLowerCase()
    const number = editionNumber(word)
    if (number !== null) numbers.push(number)
    else if (!DETERMINERS.has(word)) lemmas.push(word)
  }
  const named = new Set(
    argument.entities.flatMap((id) =>
      world
        .name(id)
        .toLowerCase()
        .split(/[\s-]+/),
    ),
  )
  const candidates = 'candidates' in argument ? argument.candidates : []
  let entities: readonly EntityId[] = []
  if (argument.entity) entities = [argument.entity]
  else if (TOGETHER.test(argument.text) && candidates.length > 1) entities = [...candidates].sort()
  else if (argument.entities.length > 1 && lemmas.every((lemma) => named.has(lemma)))
    entities = argument.entities
  const words = lemmas.filter((lemma) => lemma !== 'and')
  // "The ferry" and "the ship" are the same to their text.
  const plain =
    entities.length + argument.entities.length === 0 && words.length === 1 ? PLAIN[words[0]!] : null
  return {
    entities,
    inside: entities.length > 0 ? [] : argument.entities,
    lemmas: plain ? [plain] : words,
    numbers: numbers.sort(),
    head: plain ?? argument.head,
    name: argument.name || argument.text,
    called: entities.flatMap(world.names),
  }
}

/** A party made of entities alone; null for none. */
export function ofEntities(ids: readonly EntityId[], world: World): Party | null {
  if (ids.length === 0) return null
  const names = ids.map((id) => world.name(id))
  return {
    entities: [...ids].sort(),
    inside: [],
    lemmas: [],
    numbers: [],
    head: '',
    name: names.join(' and '),
    called: ids.flatMap(world.names),
  }
}

/** An entity where there is one, else the sorted lemmas. */
export function partyKey(party: Party | null): string {
  if (!party) return ''
  if (party.entities.length > 0) return party.entities.join('+')
  return [...new Set([...party.inside, ...party.lemmas])].sort().join(' ')
}
