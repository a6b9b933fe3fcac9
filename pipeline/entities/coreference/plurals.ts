import type { WithWords } from '../../model/document.ts'
import type { EntityType, Mention } from '../../model/entity.ts'
import type { EntityId } from '../../model/ids.ts'
import { type Discourse, LOOK_BACK } from './discourse.ts'
import type { World } from './world.ts'

const PAIRS: ReadonlyMap<string, EntityType> = new Map([
  ...'country nation side state party government partner neighbour neighbor republic'
    .split(' ')
    .map((word) => [word, 'place'] as const),
  ...'company firm agency ministry organization organisation bank university'
    .split(' ')
    .map((word) => [word, 'organization'] as const),
  ...'man woman leader president minister candidate brother sister'
    .split(' ')
    .map((word) => [word, 'person'] as const),
])

/**
 * "Both nations", "the two sides", "both": two that were named together, or the section's country and the one that
 * the whole text is about ("India's Ties", section "Kazakhstan"). Null for anything else.
 *
 * "Norland and Sudland met. {Both sides=norland+sudland} agreed." Leaves "both sides of the river" and "two governments" alone.
 */
export function resolvePair(
  doc: WithWords,
  sentence: number,
  index: number,
  discourse: Discourse,
  world: World,
): Mention | null {
  const { words } = doc
  const noun = words[index]!
  const type = PAIRS.get(noun.lemma.toLowerCase())
  if (type === undefined || noun.pos !== 'NOUN' || noun.tag === 'NN') return null
  const { firstWord, endWord, block } = doc.sentences[sentence]!
  let first = index - 1
  const isNumeral = (at: number) => at >= firstWord && /^(both|two)$/i.test(words[at]!.lemma)
  if (!isNumeral(first)) first--
  if (!isNumeral(first)) return null
  const definite =
    first > firstWord &&
    /^(the|these|those)$/i.test(doc.text.slice(words[first - 1]!.start, words[first - 1]!.end))
  if (definite) first--
  else if (/^two$/i.test(words[first]!.lemma)) return null
  if (words[index + 1]?.lemma === 'of' && index + 1 < endWord) return null
  const members =
    type === 'place'
      ? countries(doc, block, sentence, noun.start, discourse, world)
      : together(discourse, sentence, noun.start, type)
  return {
    start: words[first]!.start,
    end: noun.end,
    type,
    form: 'nominal',
    entity: null,
    candidates: members,
    plural: members.length > 1,
  }
}

function countries(
  doc: WithWords,
  block: number,
  sentence: number,
  before: number,
  discourse: Discourse,
  world: World,
): EntityId[] {
  const isCountry = (id: EntityId) => world.placeKind(id) === 'country'
  const heading = [...world.headingPlaces(block)].filter(isCountry)
  const named = together(discourse, sentence, before, 'place').filter(isCountry)
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
  return seen.size === 2 && [...seen].every(isCountry) ? [...seen].sort() : []
}

/** The last two of one type that were named together, at most three sentences before. */
function together(discourse: Discourse, sentence: number, before: number, type: EntityType): EntityId[] {
  for (let at = discourse.length - 1; at >= Math.max(0, discourse.length - LOOK_BACK); at--) {
    const { ids, sentence: where, start, type: own } = discourse[at]!
    if (sentence - where > 3) break
    if (start < before && own === type && ids.length === 2) return [...ids]
  }
  return []
}

/** "The former", "the latter": one of the last two that were named together. */
export function resolveFormer(
  doc: WithWords,
  sentence: number,
  index: number,
  discourse: Discourse,
): Mention | null {
  const { words } = doc
  const { firstWord, endWord } = doc.sentences[sentence]!
  const word = words[index]!
  const lemma = word.lemma.toLowerCase()
  const article = words[index - 1]
  if (
    (lemma !== 'former' && lemma !== 'latter') ||
    index === firstWord ||
    article?.lemma.toLowerCase() !== 'the'
  )
    return null
  const next = index + 1 < endWord ? words[index + 1]! : undefined
  if (next !== undefined && /^(NOUN|PROPN|ADJ|NUM)$/.test(next.pos)) return null
  for (let at = discourse.length - 1; at >= Math.max(0, discourse.length - LOOK_BACK); at--) {
    const { ids, sentence: where, type, start } = discourse[at]!
    if (sentence - where > 1) break
    if (ids.length !== 2 || start >= word.start) continue
    const entity = ids[lemma === 'former' ? 0 : 1]!
    return {
      start: article.start,
      end: word.end,
      type: type ?? 'other',
      form: 'nominal',
      entity,
      candidates: [],
      plural: false,
    }
  }
  return null
}
