import type { WithWords } from '../../model/document.ts'
import type { EntityType, Mention } from '../../model/entity.ts'
import type { EntityId } from '../../model/ids.ts'
import { type Discourse, LOOK_BACK } from './discourse.ts'
import type { World } from './world.ts'

const list = (words: string, type: EntityType) => words.split(' ').map((word) => [word, type] as const)

/** Nouns for what several named ones are; a state's words are tried on bodies and people too ("both sides"). */
const KINDS: ReadonlyMap<string, EntityType> = new Map([
  ...list(
    'country nation state government neighbour neighbor republic capital city town island village',
    'place',
  ),
  ...list(
    'company firm agency ministry organization organisation bank university party union team club',
    'organization',
  ),
  ...list('base airport port hospital plant bridge', 'facility'),
  ...list('man woman leader president minister candidate brother sister', 'person'),
  ...list('ship vessel ferry boat', 'product'),
])
const SIDES = /^(side|party|partner|ally|rival)$/
const COUNTRY = /^(country|nation|side|state|party|government|partner|neighbour|neighbor|republic)$/
const NUMBERS = 'zero one two three four five six seven eight nine ten'.split(' ')

/**
 * "Both nations", "the two sides", "the five republics": as many as were named together, or the section's country and
 * the one that the whole text is about ("India's Ties", section "Kazakhstan"). Null for anything else; open where no
 * such group was named.
 *
 * "Norland and Sudland met. {Both sides=norland+sudland} agreed." Leaves "both sides of the river" and "two governments" alone.
 * `names` are those of the sentence.
 */
export function resolvePair(
  doc: WithWords,
  sentence: number,
  index: number,
  discourse: Discourse,
  world: World,
  names: readonly Mention[],
): Mention | null {
  const { words } = doc
  const noun = words[index]!
  if (noun.pos !== 'NOUN' || noun.tag === 'NN') return null
  const lemma = noun.lemma.toLowerCase()
  if (!KINDS.has(lemma) && !SIDES.test(lemma)) return null
  const { firstWord, endWord } = doc.sentences[sentence]!
  const counted = countBefore(doc, index, firstWord)
  if (counted === null || (words[index + 1]?.lemma === 'of' && index + 1 < endWord)) return null
  const { first, size } = counted
  const type = KINDS.get(lemma) ?? 'place'
  const sides = SIDES.test(lemma)
  const members =
    apposedList(doc, noun.end, names, size) ??
    (type === 'place' && size === 2 && COUNTRY.test(lemma)
      ? countries(doc, sentence, noun.start, discourse, world)
      : together(discourse, sentence, noun.start, size, type))
  const group =
    members.length > 1 || !sides
      ? members
      : (opponents(doc, discourse, sentence, noun.start, size) ??
        together(discourse, sentence, noun.start, size, null))
  const several = group.length > 1
  return {
    start: words[first]!.start,
    end: noun.end,
    type: several ? world.typeOf(group[0]!) : type,
    form: 'nominal',
    entity: null,
    candidates: several ? group : lately(discourse, sentence, noun.start, sides ? null : type),
    plural: several,
  }
}

/** "Both", "the two", "these five", perhaps with one more word before the noun: where it begins, and how many. */
function countBefore(
  { words, text }: WithWords,
  index: number,
  firstWord: number,
): { first: number; size: number } | null {
  const sizeAt = (at: number) => {
    if (at < firstWord) return 0
    const lemma = words[at]!.lemma.toLowerCase()
    return lemma === 'both' ? 2 : NUMBERS.indexOf(lemma)
  }
  const at = sizeAt(index - 1) > 1 ? index - 1 : sizeAt(index - 2) > 1 ? index - 2 : null
  if (at === null || !words.slice(at + 1, index).every(({ pos }) => pos === 'ADJ' || pos === 'NOUN'))
    return null
  const before = at > firstWord ? text.slice(words[at - 1]!.start, words[at - 1]!.end) : ''
  if (/^(the|these|those)$/i.test(before)) return { first: at - 1, size: sizeAt(at) }
  return /^both$/i.test(words[at]!.lemma) ? { first: at, size: 2 } : null
}

/** "The two capitals, Osk and Ulm": the names that say it; null where none follow, or another number of them. */
function apposedList(
  { text }: WithWords,
  end: number,
  names: readonly Mention[],
  size: number,
): EntityId[] | null {
  const behind = names.filter(({ start }) => start > end).slice(0, size)
  if (behind.length < size || !/^(, | – | — |: | \()$/.test(text.slice(end, behind[0]!.start))) return null
  const isJoined = behind.slice(1).every((name, at) => {
    const between = text.slice(behind[at]!.end, name.start)
    return at + 2 === size ? /^,? and $/.test(between) : between === ', '
  })
  const ids = behind.flatMap(({ entity }) => entity ?? [])
  return isJoined && new Set(ids).size === size ? ids : null
}

function countries(
  doc: WithWords,
  sentence: number,
  before: number,
  discourse: Discourse,
  world: World,
): EntityId[] {
  const { block } = doc.sentences[sentence]!
  const isCountry = (id: EntityId) => world.placeKind(id) === 'country'
  const heading = [...world.headingPlaces(block)].filter(isCountry)
  const named = together(discourse, sentence, before, 2, 'place').filter(isCountry)
  if (named.length === 2 && (heading.length !== 1 || named.includes(heading[0]!))) return named
  const main = world.main('country')
  if (heading.length === 2) return heading
  if (heading.length === 1 && main !== null && main !== heading[0]) return [main, heading[0]!]
  const seen = new Set<EntityId>()
  for (let at = discourse.length - 1; at >= Math.max(0, discourse.length - LOOK_BACK); at--) {
    const referent = discourse[at]!
    if (referent.sentence < sentence - 2 || doc.sentences[referent.sentence]!.block < block - 1) break
    if (referent.start < before && referent.type === 'place') for (const id of referent.ids) seen.add(id)
  }
  if (seen.size === 2 && [...seen].every(isCountry)) return [...seen].sort()
  return heading.length === 0 && [...seen].filter(isCountry).every((id) => world.pair.includes(id))
    ? [...world.pair]
    : []
}

/** "The union sued. Halden denies it. Both sides": all who can act that the paragraph has named, where they are so many. */
function opponents(
  doc: WithWords,
  discourse: Discourse,
  sentence: number,
  before: number,
  size: number,
): EntityId[] | null {
  const { block } = doc.sentences[sentence]!
  const acting = discourse
    .slice(-LOOK_BACK)
    .filter(
      (one) =>
        one.start < before &&
        doc.sentences[one.sentence]!.block === block &&
        /^(organization|person|place|group)$/.test(one.type ?? ''),
    )
  const ids = [...new Set(acting.flatMap((one) => one.ids))]
  return ids.length === size ? ids : null
}

/** The last ones of one type (of any, for null) that were named together, so many, at most three sentences before. */
function together(
  discourse: Discourse,
  sentence: number,
  before: number,
  size: number,
  type: EntityType | null,
): EntityId[] {
  for (let at = discourse.length - 1; at >= Math.max(0, discourse.length - LOOK_BACK); at--) {
    const { ids, sentence: where, start, type: own } = discourse[at]!
    if (sentence - where > 3) break
    if (start < before && (type === null || own === type) && ids.length === size) return [...ids]
  }
  return []
}

/** Who may be among those that are meant: the last ones spoken of. */
function lately(discourse: Discourse, sentence: number, before: number, type: EntityType | null): EntityId[] {
  const ids = discourse
    .slice(-LOOK_BACK)
    .filter(
      (one) => one.start < before && (type === null || one.type === type) && sentence - one.sentence <= 3,
    )
    .reverse()
    .flatMap((one) => one.ids)
  return [...new Set(ids)].slice(0, 5)
}

const FORMER = /^(?:former|latter)$/i

/** The tagger takes a verb behind an adjective for a noun: "the former paid". */
const VERB_FORM = /^(\p{Ll}+ed|paid|left|said|held|made|won|lost|kept|sent|met|took|gave)$/u

/**
 * "The former", "the latter": one of the last two that were named together; open where no two were.
 *
 * "Norland and Sudland met. {The former=norland} paid." Leaves "the former minister" alone.
 */
export function resolveFormer(
  doc: WithWords,
  sentence: number,
  index: number,
  discourse: Discourse,
): Mention | null {
  const { words, text } = doc
  const { firstWord, endWord } = doc.sentences[sentence]!
  const word = words[index]!
  if (!FORMER.test(word.lemma) || index === firstWord) return null
  const article = words[index - 1]
  if (article?.lemma.toLowerCase() !== 'the') return null
  const lemma = word.lemma.toLowerCase()
  const next = index + 1 < endWord ? words[index + 1]! : undefined
  const isNoun = next !== undefined && /^(NOUN|PROPN|ADJ|NUM)$/.test(next.pos)
  if (isNoun && !VERB_FORM.test(text.slice(next.start, next.end))) return null
  const base = { start: article.start, end: word.end, form: 'nominal' as const, plural: false }
  const near = discourse
    .slice(-LOOK_BACK)
    .filter(({ sentence: where, start }) => sentence - where <= 1 && start < word.start)
  const pair = near.filter(({ ids }) => ids.length === 2).at(-1)
  if (pair !== undefined)
    return {
      ...base,
      type: pair.type ?? 'other',
      entity: pair.ids[lemma === 'former' ? 0 : 1]!,
      candidates: [],
    }
  const candidates = [...new Set(near.reverse().flatMap(({ ids }) => ids))].slice(0, 5)
  return candidates.length > 1 ? { ...base, type: 'other', entity: null, candidates } : null
}
