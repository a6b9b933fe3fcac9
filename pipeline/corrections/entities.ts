import { refresh } from '../batch/refresh.ts'
import { slug, textId } from '../entities/names.ts'
import { type EntityEdit, editEntities } from '../knowledge/edit-entities.ts'
import { shippedAnnotations } from '../knowledge/index.ts'
import type { Entity } from '../model/entity.ts'
import { UsageError, UserError } from '../model/errors.ts'
import type { ConflictId, EntityId } from '../model/ids.ts'
import type { CatalogueEntity, Knowledge } from '../model/knowledge.ts'
import { databaseOf, type Place } from '../model/place.ts'
import type { EntityRecord } from '../model/record.ts'
import { openStore, type Store } from '../store/index.ts'
import { loadAnnotations } from './load.ts'

export interface CorrectionOptions extends Place {
  /** The analyst's own annotations, where the correction is written. */
  readonly annotations: string
  /** Texts annotated at the same time. */
  readonly jobs: number
}

/** What a correction did. */
export interface Correction {
  /** In one sentence; for what was so already, that it was. */
  readonly what: string
  /** The entities that it was about, as they are now. */
  readonly entities: readonly EntityRecord[]
  /** False where everything was so already, and nothing was written. */
  readonly changed: boolean
  /** Texts that were annotated again. */
  readonly annotated: number
  /** What it changed among the disputes, strongest first. */
  readonly newDisputes: readonly ConflictId[]
  readonly goneDisputes: readonly ConflictId[]
}

/** Two entities are one: from now on the first stands for both, unless the other is better known. Their ids stay. */
export function mergeEntities(a: string, b: string, options: CorrectionOptions): Promise<Correction> {
  return correct(options, async (store, knowledge) => {
    const [one, other] = [await oneEntity(store, a), await oneEntity(store, b)]
    if (one.id === other.id)
      return { what: `"${a}" and "${b}" are one already: ${called(one)}.`, edits: [], ids: [one.id] }
    const [into, from] = stands(one, other) ? [one, other] : [other, one]
    return {
      what: `${called(from)} is now taken for ${called(into)}.`,
      edits: [
        { entity: entryOf(into, knowledge), add: { same_as: [from.id] } },
        ...unite(into, from, knowledge),
      ],
      ids: [into.id],
    }
  })
}

/** A further name of an entity, by which every text finds it. */
export async function aliasEntity(
  id: string,
  given: string,
  options: CorrectionOptions,
): Promise<Correction> {
  const name = given.trim().replace(/\s+/g, ' ')
  if (name === '') throw new UsageError('a name has letters.', { remedy: 'Give the name as texts write it.' })
  return correct(options, async (store, knowledge) => {
    const entity = await oneEntity(store, id)
    const bearers = await store.findEntities(name)
    const entry = entryOf(entity, knowledge)
    if ([entry.name, ...entry.aliases].includes(name) && knowledge.entities.includes(entry))
      return { what: `"${name}" is a name of ${called(entity)} already.`, edits: [], ids: [entity.id] }
    const edits: EntityEdit[] = [{ entity: entry, add: { aliases: [name] } }]
    for (const bearer of bearers) {
      if (bearer.id === entity.id) continue
      if (bearer.basis !== 'text' || slug(bearer.name) !== slug(name)) {
        throw new UserError(
          `"${name}" is a name of ${called(bearer)}, and cannot be one of ${called(entity)}, too.`,
          {
            remedy: `If they are one, type \`gainsay entities merge ${entity.id} ${bearer.id}\`; if not, \`gainsay entities split ${bearer.id} "${name}"\` first.`,
          },
        )
      }
      edits.push(...unite(entity, await record(store, bearer.id), knowledge))
    }
    return { what: `"${name}" is now a name of ${called(entity)}.`, edits, ids: [entity.id] }
  })
}

/** Names that are somebody else's: they become an entity of their own, which no rule joins with the old one again. */
export function splitEntity(
  id: string,
  names: readonly [string, ...string[]],
  options: CorrectionOptions,
): Promise<Correction> {
  return correct(options, async (store, knowledge) => {
    const entity = await oneEntity(store, id)
    const wrong = names.find((name) => !entity.aliases.some((alias) => slug(alias) === slug(name)))
    if (wrong !== undefined) throw notAnAlias(entity, wrong)
    const group = await entriesOf(store, entity, knowledge)
    const own = ownEntry(entity, names, group)
    const taken = new Set([own.id, ...entity.ids.filter((one) => names.some((name) => isIdOf(one, name)))])
    if (taken.has(entity.id)) {
      throw new UserError(`"${names[0]}" is what ${called(entity)} has its id from.`, {
        remedy: 'Split off the other names instead.',
      })
    }
    const stay = [...new Set([entity.id, ...entity.ids])].filter((one) => !taken.has(one))
    const slugs = new Set(names.map(slug))
    return {
      what: `${own.name} (${own.id}) is now an entity of its own, and stays apart from ${called(entity)}.`,
      edits: [
        ...group.flatMap((entry) => without(entry, slugs, taken)),
        { entity: own, add: { distinct_from: stay } },
      ],
      ids: [own.id, entity.id],
    }
  })
}

interface Plan {
  readonly what: string
  readonly edits: readonly EntityEdit[]
  readonly ids: readonly EntityId[]
}

/** Plans a correction on what is stored, writes it into the analyst's catalogue, and brings the findings up to date. */
async function correct(
  { annotations, jobs, ...place }: CorrectionOptions,
  plan: (store: Store, knowledge: Knowledge) => Promise<Plan>,
): Promise<Correction> {
  const shipped = shippedAnnotations()
  const database = databaseOf(place)
  await (await openStore(database, { readonly: true })).close()
  const store = await openStore(database)
  try {
    const before = await store.conflictIds()
    const { what, edits, ids } = await plan(store, loadAnnotations(annotations))
    if (edits.length > 0) editEntities(annotations, shipped, edits)
    const annotated =
      edits.length > 0 ? await refresh(store, loadAnnotations(annotations), { out: place.out, jobs }) : 0
    const entities = await Promise.all(ids.map((id) => oneEntity(store, id)))
    const after = await store.conflictIds()
    return {
      what,
      entities,
      changed: edits.length > 0,
      annotated,
      newDisputes: after.filter((id) => !before.includes(id)),
      goneDisputes: before.filter((id) => !after.includes(id)),
    }
  } finally {
    await store.close()
  }
}

/** The only entity of an id, a name or an alias. */
async function oneEntity(store: Store, asked: string): Promise<EntityRecord> {
  const found = await store.findEntities(asked)
  const exact = found.find(({ id }) => id === asked) ?? (found.length === 1 ? found[0] : undefined)
  if (exact) return record(store, exact.id)
  if (found.length > 1) {
    throw new UserError(`"${asked}" may be ${found.map(called).join(' or ')}.`, {
      remedy: 'Give the id of the one that you mean.',
    })
  }
  throw new UserError(`no text and no catalogue names "${asked}".`, {
    remedy: 'Type `gainsay entities` for the names and ids that there are.',
  })
}

async function record(store: Store, id: EntityId): Promise<EntityRecord> {
  return (await store.entities()).find((entity) => entity.id === id)!
}

function called({ name, id }: Pick<Entity, 'name' | 'id'>): string {
  return `${name} (${id})`
}

/**
 * Whether the first of two may stand for the other: what is known beyond the texts stands for what they say, and a full
 * name for a surname; else it is as the person says. An entry under a text's own id is no better known than the text.
 */
function stands(one: EntityRecord, other: EntityRecord): boolean {
  const rank = ({ basis, id, type, name }: EntityRecord) =>
    basis !== 'text' && !id.includes(':') ? 2 : type === 'person' && !name.includes(' ') ? 0 : 1
  return rank(one) >= rank(other)
}

/** The catalogue's entry, or one as it would be written for what nobody has written down yet. */
function entryOf(entity: Entity, { entities }: Knowledge): CatalogueEntity {
  const known = entities.find(({ id }) => id === entity.id)
  if (known) return known
  const { id, type, name, wikidata } = entity
  const partOf = entity.partOf.filter((whole) => entities.some((entry) => entry.id === whole))
  return { id, type, name, aliases: [], partOf, wikidata }
}

/** Takes back that the two were kept apart. */
function unite(one: EntityRecord, other: EntityRecord, { entities }: Knowledge): EntityEdit[] {
  const [ones, others] = [one, other].map(({ id, ids }) => new Set([id, ...ids])) as [
    Set<string>,
    Set<string>,
  ]
  return entities.flatMap((entity): EntityEdit[] => {
    const far = ones.has(entity.id) ? others : others.has(entity.id) ? ones : null
    const apart = (entity.distinctFrom ?? []).filter((id) => far?.has(id))
    return apart.length > 0 ? [{ entity, remove: { distinct_from: apart } }] : []
  })
}

/** The entries of the catalogue that resolve to an entity. */
async function entriesOf(store: Store, { id }: Entity, { entities }: Knowledge): Promise<CatalogueEntity[]> {
  const entries: CatalogueEntity[] = []
  for (const entry of entities)
    if ((await store.findEntities(entry.id)).some((found) => found.id === id)) entries.push(entry)
  return entries
}

/** The entry that split names get: their own from before a merge, or a new one under the id that texts give them. */
function ownEntry(
  entity: EntityRecord,
  names: readonly [string, ...string[]],
  group: readonly CatalogueEntity[],
): CatalogueEntity {
  const [name, ...aliases] = names
  const merged = group.find((entry) => entry.id !== entity.id && slug(entry.name) === slug(name))
  if (merged) return merged
  const id = entity.ids.find((one) => one !== entity.id && isIdOf(one, name)) ?? textId(entity.type, name)
  return { id, type: entity.type, name, aliases, partOf: [], wikidata: null }
}

/** Takes names and ids out of an entry that has some of them. */
function without(
  entry: CatalogueEntity,
  slugs: ReadonlySet<string>,
  taken: ReadonlySet<EntityId>,
): EntityEdit[] {
  if (taken.has(entry.id)) return []
  const aliases = entry.aliases.filter((alias) => slugs.has(slug(alias)))
  const sameAs = (entry.sameAs ?? []).filter((id) => taken.has(id))
  if (aliases.length + sameAs.length === 0) return []
  return [{ entity: entry, remove: { aliases, same_as: sameAs } }]
}

/** True for the id that a text alone gives a name: "person:jane-roe". */
function isIdOf(id: EntityId, name: string): boolean {
  return id.slice(id.indexOf(':') + 1) === slug(name)
}

function notAnAlias(entity: EntityRecord, name: string): UserError {
  if (slug(entity.name) === slug(name)) {
    return new UserError(`"${name}" is the name of ${called(entity)} itself.`, {
      remedy: 'Split off the other names instead.',
    })
  }
  return new UserError(`"${name}" is no name of ${called(entity)}.`, {
    remedy:
      entity.aliases.length > 0
        ? `Its other names are: ${entity.aliases.join(', ')}.`
        : 'It has no other name.',
  })
}
