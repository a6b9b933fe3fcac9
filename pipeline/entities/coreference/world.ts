import type { WithWords } from '../../model/document.ts'
import type { EntityType, Mention } from '../../model/entity.ts'
import type { EntityId } from '../../model/ids.ts'
import type { KnownEntity } from '../known.ts'
import { fold } from '../names.ts'
import type { Natures } from '../natures.ts'
import type { Draft } from '../registry.ts'

export type PlaceKind = 'country' | 'region' | 'subdivision' | 'city' | 'other'

/** What references need to know of the document's entities. */
export interface World {
  placeKind(id: EntityId): PlaceKind
  typeOf(id: EntityId): EntityType
  namesOf(id: EntityId): readonly string[]
  /** Common nouns that the text calls it by. */
  naturesOf(id: EntityId): ReadonlySet<string>
  /** Places that the headings above a block name. */
  headingPlaces(block: number): ReadonlySet<EntityId>
  /** What the text names by far most often among its countries, regions, or products; null where nothing is. */
  main(kind: 'country' | 'region' | 'product'): EntityId | null
  /** The two countries that it names by far most often, the first one first; empty where there are no such two. */
  readonly pair: readonly EntityId[]
}

const NONE: ReadonlySet<string> = new Set()

export function worldOf(
  doc: WithWords,
  names: readonly Mention[],
  drafts: ReadonlyMap<EntityId, Draft>,
  known: ReadonlyMap<EntityId, KnownEntity>,
  natures: Natures,
): World {
  const placeKind = (id: EntityId): PlaceKind => {
    const kind = known.get(id)?.kind
    return kind === 'country' || kind === 'region' || kind === 'subdivision' || kind === 'city'
      ? kind
      : 'other'
  }
  const counts = new Map<EntityId, number>()
  const places = new Map<string, EntityId>()
  for (const { entity, type, start, end } of names) {
    if (entity === null || (type !== 'place' && type !== 'product')) continue
    if (type === 'place') places.set(fold(doc.text.slice(start, end)), entity)
    counts.set(entity, (counts.get(entity) ?? 0) + 1)
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const main = (kind: 'country' | 'region' | 'product') => {
    const [first, second] = ranked.filter(
      ([id]) => (kind === 'product' ? drafts.get(id)?.type : placeKind(id)) === kind,
    )
    return first !== undefined && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : null
  }
  const mains = { country: main('country'), region: main('region'), product: main('product') }
  const [first, second, third] = ranked.filter(([id]) => placeKind(id) === 'country')
  const isPair = second !== undefined && second[1] >= 3 && second[1] >= 2 * (third?.[1] ?? 0)
  const headings = new Map<string, ReadonlySet<EntityId>>()
  return {
    placeKind,
    typeOf: (id) => drafts.get(id)?.type ?? 'other',
    namesOf: (id) => {
      const draft = drafts.get(id)
      return draft === undefined ? [] : [draft.name, ...draft.aliases]
    },
    naturesOf: (id) => natures.get(id) ?? NONE,
    headingPlaces: (block) => {
      const section = doc.blocks[block]?.section ?? []
      for (const heading of [...section].reverse()) {
        const found = headings.get(heading) ?? placesIn(heading, places)
        headings.set(heading, found)
        if (found.size > 0) return found
      }
      return new Set()
    },
    main: (kind) => mains[kind],
    pair: isPair ? [first![0], second[0]] : [],
  }
}

function placesIn(heading: string, places: ReadonlyMap<string, EntityId>): Set<EntityId> {
  const words = fold(heading)
    .split(/[^\p{L}\p{N}.']+/u)
    .map((word) => word.replace(/'s$/, ''))
  const found = new Set<EntityId>()
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= Math.min(words.length, from + 3); to++) {
      const id = places.get(words.slice(from, to).join(' '))
      if (id !== undefined) found.add(id)
    }
  return found
}
