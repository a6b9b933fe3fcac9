import type { WithWords } from '../../model/document.ts'
import type { EntityType, Mention } from '../../model/entity.ts'
import type { EntityId } from '../../model/ids.ts'
import { HEAD_NOUNS } from '../cues.ts'
import { type Discourse, isSubject, LOOK_BACK, type Referent } from './discourse.ts'
import type { PlaceKind, World } from './world.ts'

interface Description {
  readonly type: EntityType
  /** Kinds of place that the noun describes. */
  readonly places?: readonly PlaceKind[]
  /** True where the name must hold the noun: "the ministry" is a Ministry of something. */
  readonly named?: boolean
}

const list = (words: string, description: Description): [string, Description][] =>
  words.split(' ').map((word) => [word, description])

const DESCRIPTIONS: ReadonlyMap<string, Description> = new Map([
  ...list('country nation republic', { type: 'place', places: ['country'] }),
  ...list('city capital', { type: 'place', places: ['city'] }),
  ...list('town village', { type: 'place', places: ['city', 'other'] }),
  ...list('district province', { type: 'place', places: ['subdivision', 'other'] }),
  ...list('region', { type: 'place', places: ['region'] }),
  ...list(
    'base port airport hospital bridge plant prison stadium hotel museum dam station refinery airfield',
    {
      type: 'facility',
      named: true,
    },
  ),
  ...list('organization organisation grouping body bloc alliance', { type: 'organization' }),
  ...list('company firm carrier airline retailer manufacturer', { type: 'organization' }),
  ...list(
    'agency ministry university party court committee council commission bank union authority college institute',
    {
      type: 'organization',
      named: true,
    },
  ),
  ...list('exercise summit forum conference festival war tournament dialogue', { type: 'event' }),
  ...list('agreement treaty pact accord convention declaration', { type: 'agreement' }),
  ...list('ship vessel ferry boat tanker submarine', { type: 'product' }),
])

/** Bodies that are no company, and companies that are no grouping of states. */
const COMMERCIAL =
  /\b(inc|corp|ltd|llc|plc|company|group|airlines?|airways|air|motors|holdings|industries|bank)\b/i
const PUBLIC =
  /\b(ministry|agency|council|university|organi[sz]ation|party|court|committee|commission|college|government|union|nations|school|academy|institute|army|police)\b/i

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
): Mention | null {
  const { words } = doc
  const noun = words[index]!
  if (noun.pos !== 'NOUN' && noun.pos !== 'PROPN') return null
  const lemma = noun.lemma.toLowerCase()
  const description = DESCRIPTIONS.get(lemma)
  if (description === undefined || noun.tag === 'NNS' || noun.tag === 'NNPS') return null
  const { firstWord, endWord } = doc.sentences[sentence]!
  const article = index > firstWord ? words[index - 1]! : undefined
  if (article === undefined || !/^(the|this|that)$/i.test(doc.text.slice(article.start, article.end)))
    return null
  const next = index + 1 < endWord ? words[index + 1]! : undefined
  if (
    next !== undefined &&
    (/^(NOUN|PROPN|NUM)$/.test(next.pos) ||
      next.lemma === 'of' ||
      /^[-–]$/.test(doc.text.slice(next.start, next.end)))
  )
    return null
  const fitting: Referent[] = []
  for (let at = discourse.length - 1; at >= Math.max(0, discourse.length - LOOK_BACK); at--) {
    const referent = discourse[at]!
    if (sentence - referent.sentence > (description.named ? 2 * WINDOW : WINDOW)) break
    if (
      referent.start < article.start &&
      referent.ids.length === 1 &&
      fits(referent, lemma, description, world)
    )
      fitting.push(referent)
  }
  const chosen = choose(
    fitting,
    sentence,
    world.headingPlaces(doc.sentences[sentence]!.block),
    isSubject(noun),
  )
  const base = {
    start: article.start,
    end: noun.end,
    type: description.type,
    form: 'nominal' as const,
    plural: false,
  }
  if (chosen !== null) return { ...base, entity: chosen, candidates: [] }
  const candidates = [...new Set(fitting.flatMap(({ ids }) => ids))].slice(0, 5)
  return { ...base, entity: null, candidates }
}

function fits({ ids, type }: Referent, lemma: string, description: Description, world: World): boolean {
  if (type !== description.type) return false
  const id = ids[0]!
  if (description.places !== undefined) return description.places.includes(world.placeKind(id))
  const names = world.namesOf(id)
  const holds = names.some((name) => name.toLowerCase().includes(lemma))
  if (description.named) return holds
  if (description.type === 'organization') {
    const commercial = /^(company|firm|carrier|airline|retailer|manufacturer)$/.test(lemma)
    return holds || !names.some((name) => (commercial ? PUBLIC : COMMERCIAL).test(name))
  }
  if (description.type === 'event' || description.type === 'agreement')
    return (
      holds ||
      !names.some((name) => HEAD_NOUNS.get(name.toLowerCase().split(/\s+/).at(-1)!) === description.type)
    )
  return true
}

/** The only one, else the section's own, else the only one of the nearest sentence, else its subject; else null. */
function choose(
  fitting: readonly Referent[],
  sentence: number,
  heading: ReadonlySet<EntityId>,
  asSubject: boolean,
): EntityId | null {
  const distinct = (referents: readonly Referent[]) => new Set(referents.map(({ ids }) => ids[0]!))
  const only = (ids: ReadonlySet<EntityId>) => (ids.size === 1 ? [...ids][0]! : null)
  const all = distinct(fitting)
  if (all.size === 0) return null
  const single = only(all)
  if (single !== null) return single
  const headed = only(new Set([...all].filter((id) => heading.has(id))))
  if (headed !== null) return headed
  const nearest = fitting.filter((referent) => referent.sentence === fitting[0]!.sentence)
  if (sentence - fitting[0]!.sentence > 1) return null
  return (
    only(distinct(nearest)) ??
    (asSubject || fitting[0]!.sentence < sentence
      ? only(distinct(nearest.filter(({ subject }) => subject)))
      : null)
  )
}
