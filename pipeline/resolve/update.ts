import type { Entity } from '../model/entity.ts'
import { packEntity, unpackEntity } from '../model/entity-record.ts'
import type { DocumentId, EntityId } from '../model/ids.ts'
import type { EntityShelf, NamingTables } from '../model/naming.ts'
import { concernedBy, keysOf, linkedBy, relatedKeys } from './keys.ts'
import { count, NO_TALLY, type Profile, profileOf, type Tally, type Usage, type Written } from './pool.ts'
import { entityOf, type Group, groupNames } from './rules.ts'

/** A text, or one that is gone, with the entities that it names now. */
export interface NamingText {
  readonly id: DocumentId
  readonly entities: readonly Entity[]
}

/** What moved, for those who compare what is said of whom. */
export interface Moved {
  /** Ids that another one stands for than before. */
  readonly ids: ReadonlySet<EntityId>
  /** Canonical entities that are new, gone, or known otherwise. */
  readonly entities: ReadonlySet<EntityId>
  /** Names that a place bears now, or bore. */
  readonly placeNames: ReadonlySet<string>
}

/**
 * Brings the entities to what the texts say now, when these texts are new, changed or gone: only names that hang
 * together with theirs are resolved again. Who is who is a function of all current texts as a set, whatever the order
 * in which they came. From empty tables, with all texts, this resolves everything.
 */
export function updateEntities(
  texts: Iterable<NamingText>,
  tables: NamingTables,
  shelf: EntityShelf,
  catalogue: readonly Written[],
): Moved {
  const written = new Map(catalogue.map((entity) => [entity.id, entity]))
  const usage = usageOf(tables)
  const seeds = new Set<EntityId>()
  const touched = recount(texts, tables)
  for (const id of rewritten(written, tables)) touched.add(id)
  tables.tallies.ahead('entity', touched)
  tables.keys.ahead('entity', touched)
  const rekeyed = [...touched].sort().map((id) => {
    const profile = readProfile(id, tables, written)
    return { id, now: profile && keysOf(profile, written.get(id)) }
  })
  tables.keys.ahead(
    'key',
    rekeyed.flatMap(({ now }) => [...(now ?? [])].flatMap(relatedKeys)),
    MOST_BEARERS,
  )
  for (const { id, now } of rekeyed)
    for (const concerned of rekey(id, now, tables, usage)) seeds.add(concerned)
  const moved = { ids: new Set<EntityId>(), entities: new Set<EntityId>(), placeNames: new Set<string>() }
  for (const column of ['entity', 'canonical'] as const) tables.redirects.ahead(column, seeds)
  const groups: Group[] = []
  const done = new Set<EntityId>()
  for (const seed of seeds) {
    if (done.has(seed)) continue
    const component = componentOf(seed, tables, usage)
    for (const id of component) {
      done.add(id)
      // Who leaves a group leaves it changed, though nothing may link the two any more.
      for (const companion of companionsOf(id, tables)) seeds.add(companion)
    }
    const pool = new Map<EntityId, Profile>()
    for (const id of component) {
      const profile = readProfile(id, tables, written)
      if (profile) pool.set(id, profile)
      else if (redirect(id, null, tables)) moved.ids.add(id)
    }
    groups.push(
      ...groupNames(
        pool,
        usage,
        catalogue.filter(({ id }) => pool.has(id)),
      ),
    )
  }
  shelf.ahead(done)
  tables.parts.ahead('entity', done)
  const gone = new Set([...done].filter((id) => shelf.entity(id)))
  for (const [one, ...others] of groups) {
    gone.delete(one.id)
    for (const { id } of [one, ...others])
      if (redirect(id, id === one.id ? null : one.id, tables)) moved.ids.add(id)
    for (const { id } of [one, ...others])
      for (const other of [...(written.get(id)?.sameAs ?? []), ...(written.get(id)?.textIds ?? [])])
        if (!written.has(other) && tables.tallies.count({ entity: other }) === 0)
          redirect(other, one.id, tables)
  }
  for (const id of gone) {
    const known = shelf.entity(id)!
    if (known.type === 'place') moved.placeNames.add(known.name)
    tables.parts.remove({ entity: id })
    shelf.drop(id)
    moved.entities.add(id)
  }
  for (const group of groups) put(group, tables, shelf, moved)
  repart(moved, tables, shelf)
  tables.settle()
  return moved
}

/** Of a key that more names share, no more are read ahead than are asked for. */
const MOST_BEARERS = 100

/** Notes the catalogue as it is now; gives the ids that entries which are new, changed or gone speak of. */
function rewritten(written: ReadonlyMap<EntityId, Written>, { catalogue }: NamingTables): Set<EntityId> {
  const before = new Map(catalogue.find({}).map(({ entity, record }) => [entity, record]))
  const spokenOf = new Set<EntityId>()
  const speak = (json: string | undefined) => {
    if (json === undefined) return
    const { id, name, aliases, sameAs = [], distinctFrom = [], textIds = [] } = JSON.parse(json) as Written
    for (const other of [id, name, ...aliases, ...sameAs, ...distinctFrom, ...textIds]) spokenOf.add(other)
  }
  for (const entity of new Set([...before.keys(), ...written.keys()])) {
    const entry = written.get(entity)
    const now = entry && JSON.stringify(entry)
    if (before.get(entity) === now) continue
    speak(before.get(entity))
    speak(now)
    if (now === undefined) catalogue.remove({ entity })
    else catalogue.put({ entity, record: now })
  }
  return spokenOf
}

/** Counts what the texts say now in place of what they said; gives the ids of which more or less is said. */
function recount(texts: Iterable<NamingText>, tables: NamingTables): Set<EntityId> {
  const tallies = new Map<EntityId, Tally>()
  const tallyOf = (id: EntityId): Tally => tallies.get(id) ?? readTally(id, tables)
  const all = [...texts]
  tables.named.ahead(
    'document',
    all.map(({ id }) => id),
  )
  tables.tallies.ahead(
    'entity',
    all.flatMap(({ entities }) => entities.map(({ id }) => id)),
  )
  for (const { id: document, entities } of all) {
    const before = new Map(tables.named.find({ document }).map(({ entity, record }) => [entity, record]))
    const records = entities.map((entity) => [entity.id, packEntity(entity)] as const)
    // Where a text gives one id twice, the same of the two counts in whatever order they come.
    const now = new Map(records.sort((a, b) => (a[1] < b[1] ? -1 : 1)))
    for (const [entity, record] of before) {
      if (now.get(entity) === record) continue
      tallies.set(entity, count(tallyOf(entity), unpackEntity(entity, record), -1))
      tables.named.remove({ document, entity })
    }
    for (const [entity, record] of now) {
      if (before.get(entity) === record) continue
      tallies.set(entity, count(tallyOf(entity), unpackEntity(entity, record), 1))
      tables.named.put({ document, entity, record })
    }
    // What a text names together matters to who a surname is.
    if ([...before.keys()].sort().join() !== [...now.keys()].sort().join())
      for (const entity of [...before.keys(), ...now.keys()]) tallies.set(entity, tallyOf(entity))
  }
  for (const [entity, tally] of tallies)
    if (tally.texts === 0) tables.tallies.remove({ entity })
    else tables.tallies.put({ entity, tally: JSON.stringify(tally) })
  return new Set(tallies.keys())
}

function readTally(entity: EntityId, { tallies }: NamingTables): Tally {
  const [row] = tallies.find({ entity })
  return row ? (JSON.parse(row.tally) as Tally) : NO_TALLY
}

function readProfile(
  id: EntityId,
  tables: NamingTables,
  written: ReadonlyMap<EntityId, Written>,
): Profile | null {
  return profileOf(id, readTally(id, tables), written.get(id))
}

/** Files an id under its keys; gives all whom a key that it has or had concerns. */
function rekey(
  id: EntityId,
  now: ReadonlySet<string> | null,
  { keys }: NamingTables,
  usage: Usage,
): ReadonlySet<EntityId> {
  const before = new Set(keys.find({ entity: id }).map(({ key }) => key))
  const concerned = new Set<EntityId>([id])
  for (const key of before) {
    if (now?.has(key)) continue
    keys.remove({ key, entity: id })
    for (const other of concernedBy(key, usage)) concerned.add(other)
  }
  for (const key of now ?? []) {
    if (before.has(key)) continue
    keys.put({ key, entity: id })
    for (const other of concernedBy(key, usage)) concerned.add(other)
  }
  return concerned
}

/** Everybody whom chains of shared keys link with an id, in the order of ids. */
function componentOf(seed: EntityId, { keys }: NamingTables, usage: Usage): readonly EntityId[] {
  const component = new Set([seed])
  const followed = new Set<string>()
  for (const id of component)
    for (const { key } of keys.find({ entity: id })) {
      if (followed.has(key)) continue
      followed.add(key)
      for (const other of linkedBy(key, usage)) component.add(other)
    }
  return [...component].sort()
}

/** The ids that an id shared an entity with so far. */
function companionsOf(id: EntityId, { redirects }: NamingTables): readonly EntityId[] {
  const one = redirects.find({ entity: id })[0]?.canonical ?? id
  return [one, ...redirects.find({ canonical: one }).map(({ entity }) => entity)]
}

/** Notes who stands for an id; null where it stands for itself. True where that is new. */
function redirect(entity: EntityId, canonical: EntityId | null, { redirects }: NamingTables): boolean {
  const before = redirects.find({ entity })[0]?.canonical ?? null
  if (before === canonical) return false
  if (canonical === null) redirects.remove({ entity })
  else redirects.put({ entity, canonical })
  return true
}

function put(
  group: Group,
  tables: NamingTables,
  shelf: EntityShelf,
  moved: { readonly entities: Set<EntityId>; readonly placeNames: Set<string> },
): void {
  const [{ id }] = group
  const wholes = new Set(group.flatMap(({ partOf }) => partOf))
  for (const { whole } of tables.parts.find({ entity: id }))
    if (!wholes.has(whole)) tables.parts.remove({ entity: id, whole })
  for (const whole of wholes) tables.parts.put({ entity: id, whole })
  const entity = entityOf(group, canonicalOf(tables))
  const before = shelf.entity(id)
  if (JSON.stringify(before) !== JSON.stringify(entity)) shelf.put(entity)
  if (before && viewOf(before) === viewOf(entity)) return
  moved.entities.add(id)
  for (const known of [before, entity]) if (known?.type === 'place') moved.placeNames.add(known.name)
}

/** Wholes may have come to stand for others: their parts say so. */
function repart(
  { ids, entities }: { readonly ids: ReadonlySet<EntityId>; readonly entities: Set<EntityId> },
  tables: NamingTables,
  shelf: EntityShelf,
): void {
  const canonical = canonicalOf(tables)
  tables.parts.ahead('whole', ids)
  for (const whole of ids)
    for (const { entity } of tables.parts.find({ whole })) {
      const known = shelf.entity(entity)!
      const wholes = new Set(tables.parts.find({ entity }).map((part) => canonical(part.whole)))
      wholes.delete(entity)
      const partOf = [...wholes].sort()
      if (partOf.join() === known.partOf.join()) continue
      shelf.put({ ...known, partOf })
      entities.add(entity)
    }
}

function canonicalOf({ redirects }: NamingTables): (id: EntityId) => EntityId {
  return (id) => redirects.find({ entity: id })[0]?.canonical ?? id
}

/** What of an entity matters to those who compare claims: not its aliases, of which each text has its own. */
function viewOf({ type, name, basis, partOf }: Entity): string {
  return JSON.stringify([type, name, basis, partOf])
}

function usageOf({ named, keys }: NamingTables): Usage {
  return {
    textsNaming: (entity) => named.find({ entity }).map(({ document }) => document),
    namedIn: (document) => new Set(named.find({ document }).map(({ entity }) => entity)),
    bearers: (key, limit) =>
      keys.find({ key }, limit === undefined ? {} : { limit }).map(({ entity }) => entity),
  }
}
