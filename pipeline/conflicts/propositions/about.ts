import type { CorpusClaim } from '../../model/corpus.ts'
import type { EntityId } from '../../model/ids.ts'
import { eventsIn } from './events.ts'
import type { World } from './world.ts'

/** An entity named in so many claims of a text may be what the text is about. */
const NAMED_OFTEN = 3
/** News says what it is about in its first sentences. */
const LEAD = 4
/** How many such entities are kept. */
const MOST = 10

/** What a text is about, for words that leave it out: "the toll rose to 14", "the relationship became an alliance". */
export interface About {
  /** Entities that the title names, sorted. */
  readonly titled: readonly EntityId[]
  /** Those of the title and of the first sentences, and those named often; in the order of the text. */
  readonly central: readonly EntityId[]
  /** Kinds of event that the title or the first sentences name: "earthquake". */
  readonly events: readonly string[]
}

/** What a text is about, from its title and its claims: a text without a title is told by who is named first and often. */
export function aboutOf(title: string | null, claims: readonly CorpusClaim[], world: World): About {
  const lead = claims.filter(({ claim }) => claim.sentence < LEAD).map(({ sentence }) => sentence)
  const named = claims.flatMap(({ claim }) => {
    const speaker = claim.attribution?.speaker?.entity
    const entities = new Set([
      ...claim.subject.entities,
      ...(claim.object?.entities ?? []),
      ...claim.qualifiers.flatMap((qualifier) => qualifier.entities),
      ...(speaker ? [speaker] : []),
    ])
    return [...entities].map((entity): Named => ({ entity, sentence: claim.sentence }))
  })
  return {
    ...entitiesOf(title ?? '', named, world),
    events: eventsIn(`${title ?? ''} ${[...new Set(lead)].join(' ')}`),
  }
}

interface Named {
  readonly entity: EntityId
  readonly sentence: number
}

function entitiesOf(title: string, named: readonly Named[], world: World): Omit<About, 'events'> {
  const first = new Map<EntityId, number>()
  const times = new Map<EntityId, number>()
  for (const { entity, sentence } of named) {
    first.set(entity, Math.min(first.get(entity) ?? sentence, sentence))
    times.set(entity, (times.get(entity) ?? 0) + 1)
  }
  const lead =
    [...new Set(named.map(({ sentence }) => sentence))].sort((a, b) => a - b)[LEAD] ??
    Number.POSITIVE_INFINITY
  const ordered = [...first].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([entity]) => entity)
  const words = spelt(title)
  const titled = ordered.filter((entity) => isNamedIn(words, entity, world))
  const central = ordered.filter(
    (entity) =>
      titled.includes(entity) || first.get(entity)! < lead || (times.get(entity) ?? 0) >= NAMED_OFTEN,
  )
  return { titled: [...titled].sort(), central: central.slice(0, MOST) }
}

function isNamedIn(words: string, entity: EntityId, world: World): boolean {
  return world.names(entity).some((name) => name.length > 2 && words.includes(spelt(name)))
}

/** Words and numbers only, lower case, with a blank on both sides. */
function spelt(text: string): string {
  return ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `
}

/** True where two texts are about two of the same, or about one that is no mere place. */
export function shareSubject(a: About, b: About, world: World): boolean {
  const shared = a.central.filter((id) => b.central.includes(id))
  return shared.length > 1 || shared.some((id) => world.entity(id)?.type !== 'place')
}
