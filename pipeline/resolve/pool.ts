import type { Entity, EntityType } from '../model/entity.ts'
import type { DocumentId, EntityId } from '../model/ids.ts'
import type { CatalogueEntity } from '../model/knowledge.ts'

/** What all texts together say of one id. */
export interface Profile {
  readonly id: EntityId
  readonly type: EntityType
  readonly name: string
  /** All names and aliases, the name first, the others sorted. */
  readonly names: readonly string[]
  readonly basis: Entity['basis']
  readonly partOf: readonly EntityId[]
  readonly wikidata: string | null
  /** How many texts name it. */
  readonly texts: number
}

/** An entry of the catalogue, with the ids that a text alone would give its names: they find it, too. */
export interface Written extends CatalogueEntity {
  readonly textIds?: readonly EntityId[]
}

/** Profiles in the order of their ids: nothing behind this depends on the order in which the texts came. */
export type Pool = ReadonlyMap<EntityId, Profile>

/** What the rules ask beyond the profiles that they are given. */
export interface Usage {
  /** Texts that name it, in the order of their ids. */
  textsNaming(id: EntityId): readonly DocumentId[]
  namedIn(document: DocumentId): ReadonlySet<EntityId>
  /** Ids that bear a key, counted up to a limit. */
  bearers(key: string, limit?: number): readonly EntityId[]
}

type Counts = Readonly<Record<string, number>>

/** How often texts say what of an id: two of them add up, and can be taken apart again. */
export interface Tally {
  readonly texts: number
  /** How many of them know it from a catalogue or a gazetteer. */
  readonly known: number
  readonly names: Counts
  readonly types: Counts
  readonly aliases: Counts
  readonly partOf: Counts
  readonly wikidata: Counts
}

export const NO_TALLY: Tally = {
  texts: 0,
  known: 0,
  names: {},
  types: {},
  aliases: {},
  partOf: {},
  wikidata: {},
}

/** The tally with one text's word more (1) or less (-1). */
export function count(tally: Tally, entity: Entity, by: 1 | -1): Tally {
  return {
    texts: tally.texts + by,
    known: tally.known + (entity.basis === 'text' ? 0 : by),
    names: added(tally.names, [entity.name], by),
    types: added(tally.types, [entity.type], by),
    aliases: added(tally.aliases, entity.aliases, by),
    partOf: added(tally.partOf, entity.partOf, by),
    wikidata: added(tally.wikidata, entity.wikidata === null ? [] : [entity.wikidata], by),
  }
}

function added(counts: Counts, values: readonly string[], by: number): Counts {
  const sums = new Map(Object.entries(counts))
  for (const value of values) sums.set(value, (sums.get(value) ?? 0) + by)
  return Object.fromEntries([...sums].filter(([, times]) => times > 0).sort((a, b) => (a[0] < b[0] ? -1 : 1)))
}

/** The profile that a tally gives, under what the catalogue says; null for an id that neither knows. */
export function profileOf(id: EntityId, tally: Tally, written: CatalogueEntity | undefined): Profile | null {
  if (tally.texts === 0 && written === undefined) return null
  const name = written?.name ?? mostFrequent(tally.names)
  const names = new Set([
    ...(written?.aliases ?? []),
    ...Object.keys(tally.names),
    ...Object.keys(tally.aliases),
  ])
  names.delete(name)
  return {
    id,
    type: written?.type ?? (mostFrequent(tally.types) as EntityType),
    name,
    names: [name, ...[...names].sort()],
    basis: written !== undefined ? 'catalogue' : tally.known > 0 ? 'gazetteer' : 'text',
    partOf: [...new Set([...(written?.partOf ?? []), ...Object.keys(tally.partOf)])].sort(),
    wikidata: written?.wikidata ?? Object.keys(tally.wikidata).sort()[0] ?? null,
    texts: tally.texts,
  }
}

/** Of equally frequent ones, the first in alphabetical order. */
function mostFrequent(counts: Counts): string {
  return Object.entries(counts).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0]
}
