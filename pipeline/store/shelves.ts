import type { FindingsShelf } from '../model/comparison.ts'
import type { Development } from '../model/conflict.ts'
import type { Entity, EntityType } from '../model/entity.ts'
import type { ClaimId } from '../model/ids.ts'
import type { EntityShelf } from '../model/naming.ts'
import { askAny } from './ask-any.ts'
import { fold } from './fold.ts'
import { grouped, held } from './held.ts'
import type { Database } from './sql.ts'
import { conflictWriter } from './write-findings.ts'

interface EntityRow {
  readonly id: string
  readonly type: EntityType
  readonly name: string
  readonly basis: Entity['basis']
  readonly wikidata: string | null
  readonly part_of: string
}

/** Entities that are held at a time. */
const HELD = 50_000

/** The entities across documents, with their aliases. */
export function entityShelf(db: Database): EntityShelf {
  const rows = askAny<EntityRow>(db, (list) => `select * from entities where id in ${list}`)
  const aliases = askAny<{ entity_id: string; alias: string }>(
    db,
    (list) =>
      `select entity_id, alias from entity_aliases where entity_id in ${list} order by entity_id, alias`,
  )
  const known = held<Entity>((ids) => {
    const others = grouped(aliases(ids), ({ entity_id }) => entity_id)
    return rows(ids).map(({ id, type, name, basis, wikidata, part_of }) => {
      const called = (others.get(id) ?? []).map(({ alias }) => alias).filter((other) => other !== name)
      return [id, { id, type, name, aliases: called, basis, partOf: JSON.parse(part_of), wikidata }]
    })
  }, HELD)
  const write = db.prepare(`
    insert into entities values (?, ?, ?, ?, ?, ?)
    on conflict (id) do update set type = excluded.type, name = excluded.name, basis = excluded.basis,
      wikidata = excluded.wikidata, part_of = excluded.part_of`)
  const forget = db.prepare('delete from entity_aliases where entity_id = ?')
  const alias = db.prepare('insert into entity_aliases values (?, ?, ?) on conflict do nothing')
  const remove = db.prepare('delete from entities where id = ?')
  return {
    entity: known,
    ahead: known.ahead,
    put({ id, type, name, basis, wikidata, partOf, aliases: others }) {
      write.run(id, type, name, basis, wikidata, JSON.stringify(partOf))
      forget.run(id)
      for (const called of [name, ...others]) alias.run(id, called, fold(called))
      const aliases = [...new Set(others)].filter((other) => other !== name).sort()
      known.set(id, { id, type, name, aliases, basis, partOf, wikidata })
    },
    drop(id) {
      remove.run(id)
      known.set(id, undefined)
    },
  }
}

/** The findings that people see; `settle` ends an update. */
export interface StoredFindings extends FindingsShelf {
  /** Notes that every dispute is taken from the shelf, before it is. */
  dropAll(): void
  /** Leads the ids of disputes that are gone to those where their evidence lies now. */
  settle(): void
}

export function findingsShelf(db: Database, run: number): StoredFindings {
  const write = conflictWriter(db)
  const clear = [
    'delete from position_evidence where position_id in (select id from positions where conflict_id = ?)',
    'delete from conflict_context where conflict_id = ?',
  ].map((sql) => db.prepare<[string]>(sql))
  const notCurrent = db.prepare('update conflicts set current = 0 where id = ?')
  const isCurrent = db.prepare<[string], number>('select current from conflicts where id = ?').pluck()
  const evidence = db
    .prepare<[string], string>(`
      select e.claim_id from positions p join position_evidence e on e.position_id = p.id
      where p.conflict_id = ? and e.claim_id is not null order by p.number, e.number`)
    .pluck()
  const disputing = db
    .prepare<[string], string>(`
      select distinct p.conflict_id from position_evidence e join positions p on p.id = e.position_id
      join conflicts x on x.id = p.conflict_id where e.claim_id = ? and x.current = 1`)
    .pluck()
  const current = db.prepare<[], string>('select id from conflicts where current = 1').pluck()
  const steps = db.prepare<[string], string>('select steps from developments where id = ?').pluck()
  const development = db.prepare(`insert into developments values (?, ?, ?, ?)
    on conflict (id) do update set topic_id = excluded.topic_id, question = excluded.question, steps = excluded.steps`)
  const noDevelopment = db.prepare('delete from developments where id = ?')
  const noCorroboration = db.prepare('delete from corroborations where topic_id = ?')
  const corroboration = db
    .prepare<[string, number, string], number>(
      'insert into corroborations (topic_id, independent_sources, independence) values (?, ?, ?) returning number',
    )
    .pluck()
  const corroborationClaim = db.prepare(
    'insert into corroboration_claims values (?, ?) on conflict do nothing',
  )
  const alias = db.prepare(
    `insert into conflict_aliases values (?, ?) on conflict (alias) do update set conflict_id = excluded.conflict_id`,
  )
  const noAlias = db.prepare('delete from conflict_aliases where alias = ?')

  const dropped = new Map<string, readonly ClaimId[]>()
  const claimsOf = (id: string): readonly ClaimId[] => {
    const json = id.startsWith('v_') ? steps.get(id) : undefined
    return json
      ? (JSON.parse(json) as Development['steps']).flatMap(({ claims }) => claims)
      : evidence.all(id)
  }
  return {
    claimsOf,
    putConflict(conflict) {
      for (const statement of clear) statement.run(conflict.id)
      write(conflict, run)
      noAlias.run(conflict.id)
    },
    dropConflict(id) {
      if (!dropped.has(id)) dropped.set(id, evidence.all(id))
      for (const statement of clear) statement.run(id)
      notCurrent.run(id)
    },
    putDevelopment: ({ id, topic, question, steps: all }) =>
      void development.run(id, topic, question, JSON.stringify(all)),
    dropDevelopment: (id) => void noDevelopment.run(id),
    putCorroborations(topic, found) {
      noCorroboration.run(topic)
      for (const { claims, independentSources, independence } of found) {
        const number = corroboration.get(topic, independentSources, independence)!
        for (const claim of claims) corroborationClaim.run(number, claim)
      }
    },
    dropAll() {
      for (const id of current.all()) dropped.set(id, evidence.all(id))
    },
    settle() {
      for (const [id, claims] of dropped) {
        if (isCurrent.get(id) === 1) continue
        const now = mostFrequent(claims.flatMap((claim) => disputing.all(claim)))
        if (now) alias.run(id, now)
      }
    },
  }
}

/** Of equally frequent ones the first in alphabetical order. */
function mostFrequent(ids: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0]
}
