import type { Argument, Claim, Qualifier } from '../model/claim.ts'
import type { CorpusClaim, CorpusDocument } from '../model/corpus.ts'
import type { EntityId } from '../model/ids.ts'
import type { RelationDefinition } from '../model/knowledge.ts'
import type { Quantity } from '../model/quantity.ts'
import type { About } from './about.ts'
import { type Rank, rankOf } from './rank.ts'
import { type RelationReading, readRelation, type Vocabulary } from './relation.ts'
import { groundOf, type World } from './world.ts'

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
}

/** What the source does with the proposition. `open` is never compared: wishes, forecasts, conditions. */
export type Stance = 'affirmed' | 'negated' | 'denied' | 'unproven' | 'open'

/** First and last day; null where open. */
export interface Interval {
  readonly earliest: string | null
  readonly latest: string | null
}

/** An event's date as the text gives it. */
export interface EventTime extends Interval {
  readonly text: string
  /** False for "since", "by", "after": bounds, which do not date the event. */
  readonly point: boolean
  /** False where the year is not in the words but was reckoned. */
  readonly stated: boolean
}

/** A figure with what it counts. */
export interface Measure {
  readonly quantity: Quantity
  readonly unit: string
  readonly slot: 'subject' | 'object' | 'qualifier'
}

/** A claim in the form in which it can be compared with others. */
export interface Proposition {
  readonly claim: Claim
  readonly source: CorpusClaim
  readonly document: CorpusDocument
  readonly relation: string
  readonly definition: RelationDefinition | null
  readonly reading: RelationReading
  readonly stance: Stance
  /** Who says so: a speaker's entity or name, else the document. */
  readonly speaker: string
  readonly agent: Party | null
  readonly patient: Party | null
  /** Where it is, narrowest as written. */
  readonly sites: readonly EntityId[]
  /** True where a pronoun leaves open which building is meant, and the likeliest was taken. */
  readonly siteInferred: boolean
  /** Every entity named in the claim, speakers left out. */
  readonly anchors: readonly EntityId[]
  readonly time: EventTime | null
  readonly asOf: Interval | null
  readonly measure: Measure | null
  /** "the first of its kind", where the claim says so. */
  readonly rank: Rank | null
  /** What the whole text is about, for words that leave it out. */
  readonly about: About
}

const ROMAN = /^(?:i{1,3}|iv|vi{0,3}|ix|xi{0,3}|xiv|xv|xvi{0,3})$/
const ORDINAL_WORDS: readonly string[] =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')
const DETERMINERS = new Set('a an the this that these those its their his her our some any no'.split(' '))

/** Numbers, ordinals and Roman numerals: "2nd", "second", "II" and "2" are one. */
export function editionNumber(lemma: string): string | null {
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

/** Words that stand for several together, so that an argument's candidates are all of them. */
const TOGETHER = /^(?:both|the two|the three|the four|the five|these|they|all)\b/i

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
  return {
    entities,
    inside: entities.length > 0 ? [] : argument.entities,
    lemmas: lemmas.filter((lemma) => lemma !== 'and'),
    numbers: numbers.sort(),
    head: argument.head,
    name: argument.name || argument.text,
  }
}

/** "since 1992", "by 2010", "after the war in 1996" bound an event; "in 2011", "on 3 May", "June 2015" date it. */
const BOUND_WORDS = new Set(
  'since by before after until till from over within prior following ahead'.split(' '),
)

function timeOf(claim: Claim): EventTime | null {
  const dated = claim.qualifiers.filter(
    (qualifier) => qualifier.role === 'time' && (qualifier.earliest !== null || qualifier.latest !== null),
  )
  const first = dated[0]
  if (!first) return null
  const words = first.text.toLowerCase().split(/\s+/)
  return {
    earliest: first.earliest,
    latest: first.latest,
    text: first.text,
    point: dated.length === 1 && !words.some((word) => BOUND_WORDS.has(word)),
    stated: /\d{4}/.test(first.text),
  }
}

function asOfOf(claim: Claim, document: CorpusDocument): Interval | null {
  const stated = claim.qualifiers.find(
    (qualifier) => qualifier.role === 'as-of' && (qualifier.earliest !== null || qualifier.latest !== null),
  )
  if (stated) return { earliest: stated.earliest, latest: stated.latest }
  if (document.publishedEarliest === null && document.publishedLatest === null) return null
  return { earliest: document.publishedEarliest, latest: document.publishedLatest }
}

function stanceOf(claim: Claim, presupposed: boolean): Stance {
  if (claim.factuality === 'hypothetical' || claim.factuality === 'normative') return 'open'
  if (claim.kind === 'recommendation' || claim.kind === 'prediction') return 'open'
  if (claim.factuality === 'rumoured') return 'unproven'
  if (claim.factuality === 'denied') return presupposed ? 'open' : 'denied'
  return claim.polarity === 'negated' && !presupposed ? 'negated' : 'affirmed'
}

const GENERIC_PEOPLE = new Set(['people', 'person', 'individual', 'soul', 'life'])

/** The unit as compared: "people" and "persons" are one, "passengers" are not; empty for a bare figure ("it carried 187"). */
export function unitOf(quantity: Quantity, head: string): string {
  const unit = (quantity.unit ?? (/\d/.test(head) ? '' : head)).toLowerCase()
  return GENERIC_PEOPLE.has(unit) ? 'person' : unit
}

function measureOf(claim: Claim): Measure | null {
  const { subject, object } = claim
  const found: Measure[] = []
  if (object?.quantity)
    found.push({ quantity: object.quantity, unit: unitOf(object.quantity, object.head), slot: 'object' })
  if (subject.quantity)
    found.push({ quantity: subject.quantity, unit: unitOf(subject.quantity, subject.head), slot: 'subject' })
  for (const qualifier of claim.qualifiers) {
    if (!qualifier.quantity || qualifier.role === 'time') continue
    if (/^by\b/i.test(qualifier.text)) continue
    found.push({
      quantity: qualifier.quantity,
      unit: unitOf(qualifier.quantity, qualifier.head),
      slot: 'qualifier',
    })
  }
  const usable = found.filter(
    ({ quantity }) =>
      quantity.kind !== 'ordinal' && (quantity.value ?? quantity.low ?? quantity.high) !== null,
  )
  return usable[0] ?? null
}

function isPlace(id: EntityId, world: World): boolean {
  const type = world.entity(id)?.type
  return type === 'place' || type === 'facility'
}

/** "the presence of Narland at Port Ash": Narland acts (of, by, 's), Port Ash is where (at, in, on, near). */
function actsIn(text: string, id: EntityId, world: World): boolean {
  const names = [world.name(id), ...(world.entity(id)?.aliases ?? [])]
  for (const name of names) {
    const at = text.indexOf(name)
    if (at < 0) continue
    if (/\b(?:at|in|on|near|outside|inside)\s+(?:the\s+)?$/i.test(text.slice(Math.max(0, at - 14), at)))
      return false
    return true
  }
  return world.entity(id)?.type !== 'facility'
}

/** What a claim's own words leave to the text around them. */
export interface Surroundings {
  readonly about: About
  /** Who has something in this sentence. */
  readonly owner: EntityId | null
}

/**
 * A claim as a proposition: who, what, where, when, how much, and what the source does with it.
 * "Narland maintained a naval presence in Port Ash" and "Port Ash was the first naval base of Narland" get the same
 * relation, agent (Narland) and site (Port Ash).
 */
export function propositionOf(
  source: CorpusClaim,
  document: CorpusDocument,
  vocabulary: Vocabulary,
  world: World,
  around: Surroundings,
): Proposition {
  const { claim } = source
  const reading = readRelation(claim, vocabulary)
  const roles = rolesOf(claim, reading, world, around.owner)
  const anchors = new Set<EntityId>([
    ...claim.subject.entities,
    ...(claim.object?.entities ?? []),
    ...claim.qualifiers.flatMap((qualifier) => qualifier.entities),
    ...(roles.agent?.entities ?? []),
    ...(roles.patient?.entities ?? []),
  ])
  return {
    claim,
    source,
    document,
    relation: reading.id,
    definition: reading.definition,
    reading,
    stance: stanceOf(claim, reading.presupposed),
    speaker: speakerOf(claim, document),
    siteInferred: false,
    ...roles,
    anchors: [...anchors].sort(),
    time: timeOf(claim),
    asOf: asOfOf(claim, document),
    measure: measureOf(claim),
    rank: rankOf(claim),
    about: around.about,
  }
}

/** Speakers who are only pronouns are somebody of this text. */
function speakerOf({ attribution }: Claim, document: CorpusDocument): string {
  const speaker = attribution?.speaker
  if (!speaker) return `document:${document.id}`
  if (speaker.entity) return speaker.entity
  const name = speaker.name.toLowerCase()
  return /^(?:it|he|she|they|i|we|who|one)$/.test(name) ? `document:${document.id} ${name}` : `name:${name}`
}

interface Roles {
  readonly agent: Party | null
  readonly patient: Party | null
  readonly sites: readonly EntityId[]
  readonly siteInferred?: boolean
}

/** "was open", "was left open": whatever the voice, it is said of the subject. */
function isState({ definition }: RelationReading): boolean {
  return definition !== null && definition.single.length === 0 && definition.label.startsWith('be ')
}

/** "It was the first naval base": of what "it" may be, the likeliest that is a building. */
function likelySite({ subject }: Claim, world: World): readonly EntityId[] {
  return subject.candidates.filter((id) => world.entity(id)?.type === 'facility').slice(0, 1)
}

function rolesOf(claim: Claim, reading: RelationReading, world: World, owner: EntityId | null): Roles {
  const subject = partyOf(claim.subject, world)
  const object = claim.object && !reading.absorbed ? partyOf(claim.object, world) : null
  const places = claim.qualifiers
    .filter((qualifier) => qualifier.role === 'place')
    .flatMap((qualifier) => (qualifier.entity ? [qualifier.entity] : qualifier.entities))
  const sited = reading.definition?.separators.includes('place') ?? false

  const carrying = reading.adjunct ?? claim.object
  if (reading.carrier === 'object' && carrying) {
    if (reading.copula && sited) {
      const named = [...subject.entities, ...subject.inside].filter((id) => isPlace(id, world))
      const sites = named.length > 0 ? named : likelySite(claim, world)
      const acting = carrying.entities.filter((id) => !sites.includes(id) && actsIn(carrying.text, id, world))
      return {
        agent: ofEntities(acting.length === 0 && owner ? [owner] : acting, world),
        patient: null,
        sites: narrowest([...sites, ...places], acting, world),
        siteInferred: named.length === 0 && sites.length > 0,
      }
    }
    const inside = carrying.entities.filter((id) => !subject.entities.includes(id))
    if (sited) {
      const sites = inside.filter((id) => isPlace(id, world))
      return {
        agent: subject,
        patient: null,
        sites: narrowest([...sites, ...places], subject.entities, world),
      }
    }
    return { agent: subject, patient: ofEntities(inside, world), sites: places }
  }
  if (reading.carrier === 'subject') {
    const inside = claim.subject.entities
    const acting = inside.filter((id) => actsIn(claim.subject.text, id, world))
    const rest = inside.filter((id) => !acting.includes(id))
    if (sited) {
      const sites = [...rest, ...acting.filter((id) => world.entity(id)?.type === 'facility'), ...places]
      const agents = acting.filter((id) => world.entity(id)?.type !== 'facility')
      return { agent: ofEntities(agents, world), patient: null, sites: narrowest(sites, agents, world) }
    }
    return { agent: ofEntities(acting, world), patient: ofEntities(rest, world), sites: places }
  }
  if (sited && reading.phrase !== null && object) {
    // "Narland's presence at Port Ash Naval Base"
    const sites = claim.object?.entities.filter((id) => isPlace(id, world)) ?? []
    return { agent: subject, patient: null, sites: narrowest([...sites, ...places], subject.entities, world) }
  }
  if (reading.definition?.single.includes('place')) {
    // "was born in Port Ash", "is based in Linden": the object is where
    const sites = [...places, ...(claim.object?.entities ?? []).filter((id) => isPlace(id, world))]
    return { agent: subject, patient: null, sites: narrowest(sites, subject.entities, world) }
  }
  if (isState(reading)) return { agent: subject, patient: null, sites: places }
  if (!reading.passive) return { agent: subject, patient: object, sites: places }
  const by = claim.qualifiers.find((qualifier) => /^by\s/i.test(qualifier.text) && qualifier.role !== 'time')
  return { agent: by ? partyOf(by, world) : null, patient: subject, sites: places }
}

function ofEntities(ids: readonly EntityId[], world: World): Party | null {
  if (ids.length === 0) return null
  const names = ids.map((id) => world.name(id))
  return {
    entities: [...ids].sort(),
    inside: [],
    lemmas: [],
    numbers: [],
    head: '',
    name: names.join(' and '),
  }
}

/** Drops wholes whose part is named too ("Port Ash, Narland" is Port Ash), and those who act. */
function narrowest(ids: readonly EntityId[], acting: readonly EntityId[], world: World): readonly EntityId[] {
  const others = [...new Set(ids)].filter((id) => !acting.includes(id))
  return others.filter((id) => !others.some((part) => part !== id && world.wholes(part).includes(id))).sort()
}

/**
 * What the question is filed under: relation, parties and ground; readable, and the same in every order. The slot
 * that is disputed is left out, for its values must not decide where the question stands.
 */
export function topicKey(proposition: Proposition, world: World, disputed: string = ''): string {
  const { agent, patient, definition, relation } = proposition
  const sited = (definition?.separators.includes('place') ?? false) && disputed !== 'place'
  const site = sited ? [...new Set(proposition.sites.map((id) => groundOf(id, world)))].sort().join('+') : ''
  if (definition?.symmetric) {
    const both = [...new Set([...(agent?.entities ?? []), ...(patient?.entities ?? [])])].sort().join('+')
    if (both) return [relation, both, '', site].join('|')
  }
  const counted = disputed.startsWith('quantity') || (definition?.single.includes('quantity') ?? false)
  const party = (role: 'agent' | 'patient', slot: string) =>
    disputed === slot || (counted && isCounted(proposition, role)) ? '' : partyKey(proposition[role])
  const anchors = counted && !party('agent', '') && !party('patient', '') ? proposition.anchors.join('+') : ''
  return [relation, party('agent', 'subject'), party('patient', 'object'), site || anchors].join('|')
}

/** True where the party is the thing that is counted ("12 people" in "12 people died"). */
export function isCounted(proposition: Proposition, role: 'agent' | 'patient'): boolean {
  const slot = proposition.measure?.slot
  if (slot === 'subject') return role === (proposition.reading.passive ? 'patient' : 'agent')
  return slot === 'object' && role === 'patient' && !proposition.reading.passive
}

/** An entity where there is one, else the sorted lemmas. */
export function partyKey(party: Party | null): string {
  if (!party) return ''
  if (party.entities.length > 0) return party.entities.join('+')
  return [...new Set([...party.inside, ...party.lemmas])].sort().join(' ')
}
