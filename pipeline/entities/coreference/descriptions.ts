import type { WithWords } from '../../model/document.ts'
import type { EntityType, Mention } from '../../model/entity.ts'
import type { EntityId } from '../../model/ids.ts'
import { HEAD_NOUNS } from '../cues.ts'
import { type Discourse, LOOK_BACK, type Referent } from './discourse.ts'
import type { PlaceKind, World } from './world.ts'

interface Description {
  readonly type: EntityType
  /** Kinds of place that the noun describes. */
  readonly places?: readonly PlaceKind[]
}

const list = (words: string, description: Description): [string, Description][] =>
  words.split(' ').map((word) => [word, description])

/** Nouns that describe things of a type whatever their name; a noun of the name itself needs no entry. */
const DESCRIPTIONS: ReadonlyMap<string, Description> = new Map([
  ...list('country nation republic', { type: 'place', places: ['country'] }),
  ...list('city capital', { type: 'place', places: ['city'] }),
  ...list('region', { type: 'place', places: ['region'] }),
  ...list('organization organisation grouping body bloc alliance', { type: 'organization' }),
  ...list('company firm carrier airline retailer manufacturer operator maker lender', {
    type: 'organization',
  }),
  ...list('exercise war', { type: 'event' }),
  ...list('agreement treaty pact accord', { type: 'agreement' }),
  ...list('ship vessel ferry boat', { type: 'product' }),
])

/** Bodies that are no company, and companies that are no grouping of states. */
const COMMERCIAL =
  /\b(inc|corp|ltd|llc|plc|company|group|airlines?|airways|air|motors|holdings|industries|bank|lines?|times|post|express)\b/i
const COMMERCE = /^(company|firm|carrier|airline|retailer|manufacturer|operator|maker|lender)$/
const PUBLIC =
  /\b(ministry|agency|council|university|organi[sz]ation|party|court|committee|commission|college|government|union|nations|school|academy|institute|army|police|guard|board|authority|parliament|hospital)\b/i

/** What was spoken of before, in the whole document. */
export interface Spoken {
  readonly ids: ReadonlySet<EntityId>
  /** By the common nouns that the text has for them. */
  readonly natured: ReadonlyMap<string, ReadonlySet<EntityId>>
  /** Countries whose people the sentence itself names: "the Norwegian envoy". */
  readonly peoples: ReadonlySet<EntityId | null>
}

const SHIP = /^(ship|vessel|ferry|boat)$/

/** In sentences. */
const WINDOW = 3

/**
 * A definite description of something named before, or null.
 *
 * "Ayni Air Base was rebuilt. {The base=facility:ayni-air-base} is unused." Leaves "the base of the mountain" and "the
 * port authority" alone; open where two could be meant.
 */
export function resolveDescription(
  doc: WithWords,
  sentence: number,
  index: number,
  discourse: Discourse,
  world: World,
  spoken: Spoken,
): Mention | null {
  const { words } = doc
  const noun = words[index]!
  if ((noun.pos !== 'NOUN' && noun.pos !== 'PROPN') || noun.tag === 'NNS' || noun.tag === 'NNPS') return null
  const { firstWord, endWord } = doc.sentences[sentence]!
  const first = articleBefore(doc, index, firstWord)
  if (first === null || isFollowed(doc, index, endWord) || isPredicate(doc, index, firstWord)) return null
  const phrase = doc.text.slice(words[first + 1]!.start, noun.end).toLowerCase()
  const description = first === index - 1 ? DESCRIPTIONS.get(phrase) : undefined
  const everywhere = spoken.natured.get(phrase)
  if (description === undefined && everywhere === undefined) return null
  const article = words[first]!
  const named: Referent[] = []
  const general: Referent[] = []
  for (let at = discourse.length - 1; at >= Math.max(0, discourse.length - LOOK_BACK); at--) {
    const referent = discourse[at]!
    if (sentence - referent.sentence > WINDOW) break
    if (referent.start >= article.start || referent.ids.length !== 1) continue
    // "The Norwegian envoy visited the country": another one.
    if (phrase === 'country' && spoken.peoples.has(referent.ids[0]!)) continue
    if (everywhere?.has(referent.ids[0]!)) named.push(referent)
    else if (description !== undefined && fits(referent, phrase, description, world)) general.push(referent)
  }
  const fitting = named.length > 0 ? named : general
  const heading = world.headingPlaces(doc.sentences[sentence]!.block)
  const chosen =
    usual(phrase, fitting, world, spoken.ids) ??
    (isContested(phrase, named, world, spoken.ids) ? null : choose(fitting, sentence, heading)) ??
    (fitting.length === 0 ? (sole(everywhere) ?? soleOfItsKind(phrase, description, spoken, world)) : null)
  const type = description?.type ?? fitting[0]?.type ?? world.typeOf([...(everywhere ?? [])][0]!)
  const base = { start: article.start, end: noun.end, type, form: 'nominal' as const, plural: false }
  if (chosen !== null) return { ...base, entity: chosen, candidates: [] }
  // "Signed the pact": nothing was named that it could be.
  if (fitting.length === 0) return null
  return { ...base, entity: null, candidates: [...new Set(fitting.flatMap(({ ids }) => ids))].slice(0, 5) }
}

/** "The ship", "the company": the only one that the text has named so far, however long ago. */
function soleOfItsKind(
  noun: string,
  description: Description | undefined,
  { ids }: Spoken,
  world: World,
): EntityId | null {
  if (description === undefined) return null
  if (description.type !== 'product' && !(description.type === 'organization' && COMMERCE.test(noun)))
    return null
  const kind = (id: EntityId) =>
    world.typeOf(id) === description.type && hasName(id, noun, description, world)
  return sole(new Set([...ids].filter(kind)))
}

function sole(ids: ReadonlySet<EntityId> | undefined): EntityId | null {
  return ids?.size === 1 ? [...ids][0]! : null
}

/** "The region" and "the ship" are the text's own one, where it has one. */
function usual(
  noun: string,
  fitting: readonly Referent[],
  world: World,
  spoken: ReadonlySet<EntityId>,
): EntityId | null {
  if (noun !== 'region' && !SHIP.test(noun)) return null
  const main = world.main(noun === 'region' ? 'region' : 'product')
  if (main === null || !spoken.has(main)) return null
  return fitting.length === 0 || noun === 'region' || fitting.some(({ ids }) => ids[0] === main) ? main : null
}

/** "The ship", with another one lately spoken of than the one that the text is about: either may be meant. */
function isContested(
  noun: string,
  named: readonly Referent[],
  world: World,
  spoken: ReadonlySet<EntityId>,
): boolean {
  const main = SHIP.test(noun) && named.length === 0 ? world.main('product') : null
  return main !== null && spoken.has(main)
}

/** The index of "the" or "this" right before the noun, or before one word that goes with it. */
function articleBefore(doc: WithWords, index: number, firstWord: number): number | null {
  for (const at of [index - 1, index - 2]) {
    if (at < firstWord) return null
    const word = doc.words[at]!
    if (/^(the|this|that)$/i.test(doc.text.slice(word.start, word.end))) return at
    if (!/^(NOUN|ADJ|PROPN)$/.test(word.pos) || word.end + 1 !== doc.words[at + 1]!.start) return null
  }
  return null
}

/** "The port authority", "the base of the mountain": the noun is not what is spoken of, or not the one known. */
function isFollowed(doc: WithWords, index: number, endWord: number): boolean {
  const next = index + 1 < endWord ? doc.words[index + 1]! : undefined
  if (next === undefined) return false
  return (
    /^(NOUN|PROPN|NUM|ADJ)$/.test(next.pos) ||
    next.lemma === 'of' ||
    /^[-–]$/.test(doc.text.slice(next.start, next.end))
  )
}

/** "Aurora was the first ship": says what she was, and means nothing that was named before. */
function isPredicate({ words }: WithWords, index: number, firstWord: number): boolean {
  for (let at = index - 1; at >= Math.max(firstWord, index - 6); at--)
    if (words[at]!.head === index && words[at]!.deprel === 'cop') return true
  return false
}

function fits({ ids, type }: Referent, noun: string, description: Description, world: World): boolean {
  return type === description.type && hasName(ids[0]!, noun, description, world)
}

/** True where nothing in its names speaks against the noun: no ministry is "the company". */
function hasName(id: EntityId, noun: string, description: Description, world: World): boolean {
  if (description.places !== undefined) return description.places.includes(world.placeKind(id))
  // A cutter is a ship, and no ferry.
  if (/^(ferry|boat)$/.test(noun)) return world.naturesOf(id).size === 0 || world.naturesOf(id).has(noun)
  const names = world.namesOf(id)
  if (description.type === 'organization')
    return !names.some((name) => (COMMERCE.test(noun) ? PUBLIC : COMMERCIAL).test(name))
  if (description.type === 'event' || description.type === 'agreement')
    return !names.some((name) => HEAD_NOUNS.get(name.toLowerCase().split(/\s+/).at(-1)!) === description.type)
  return true
}

/** The only one, else the section's own, else the only one of the nearest sentence, else its subject; else null. */
function choose(
  fitting: readonly Referent[],
  sentence: number,
  heading: ReadonlySet<EntityId>,
): EntityId | null {
  const distinct = (referents: readonly Referent[]) => new Set(referents.map(({ ids }) => ids[0]!))
  const only = (ids: ReadonlySet<EntityId>) => (ids.size === 1 ? [...ids][0]! : null)
  const all = distinct(fitting)
  const nearest = fitting.filter((referent) => referent.sentence === fitting[0]!.sentence)
  const sure = only(all) ?? only(new Set([...all].filter((id) => heading.has(id))))
  if (sure !== null || nearest.length === 0 || sentence - nearest[0]!.sentence > 1) return sure
  return only(distinct(nearest)) ?? only(distinct(nearest.filter(({ subject }) => subject)))
}
