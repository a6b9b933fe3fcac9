import type { Argument, Claim, Qualifier } from '../model/claim.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Entity, EntityType } from '../model/entity.ts'
import type { EntityId } from '../model/ids.ts'

/** What an entity of one name and several types is taken for, where it is named as each equally often. */
const TYPES: readonly EntityType[] = [
  'place',
  'facility',
  'product',
  'organization',
  'event',
  'agreement',
  'group',
  'other',
  'person',
]
/** Prefixes that ships bear, and titles of names. */
const PREFIX = /^(?:the|mv|ms|ss|mt|hms|uss|rms)\s+/

/**
 * The corpus with one entity for one name: what one text takes for a ship and another for a company, because little
 * was said of it, is one where the name is the same. "The Aurelia" and "MV Aurelia" become one; two entities that
 * somebody wrote down under one name stay two, and so do a town that is known and a person of its name.
 */
export function withOneName(corpus: Corpus): Corpus {
  const keepers = keepersOf(corpus)
  if (keepers.size === 0) return corpus
  const keep = (id: EntityId): EntityId => keepers.get(id) ?? id
  return {
    ...corpus,
    claims: corpus.claims.map((source) => ({ ...source, claim: renamed(source.claim, keep) })),
  }
}

function keepersOf({ entities, claims }: Corpus): ReadonlyMap<EntityId, EntityId> {
  const uses = new Map<EntityId, number>()
  for (const { claim } of claims)
    for (const part of [claim.subject, claim.object, ...claim.qualifiers])
      for (const id of part?.entities ?? []) uses.set(id, (uses.get(id) ?? 0) + 1)
  const byName = new Map<string, Entity[]>()
  for (const id of [...uses.keys()].sort()) {
    const entity = entities.get(id)
    const name = entity ? spelt(entity.name) : ''
    if (entity && name !== '') byName.set(name, [...(byName.get(name) ?? []), entity])
  }
  const keepers = new Map<EntityId, EntityId>()
  for (const [name, group] of byName) {
    const known = group.filter(({ basis }) => basis !== 'text')
    if (known.length > 1) continue
    const whole = known.length === 0 ? fullName(name, byName) : null
    const one = whole ?? known[0] ?? mostUsed(group, uses)
    for (const { id, type } of group)
      if (id !== one.id && !(known.length > 0 && type === 'person')) keepers.set(id, one.id)
  }
  return keepers
}

function spelt(name: string): string {
  const words = name.toLowerCase().replace(PREFIX, '')
  // "St Ada's" and "St Ada's Hospital", but not "Queen's" and "Queen's University"
  return words.replace(/[’']s$/, '').replace(/^(\S+ .*)[’']s \S+$/, '$1')
}

/** "Nordwind" beside the one organisation "Nordwind Shipping" is short for it; beside "Ada Nordwind" it may be her. */
function fullName(name: string, byName: ReadonlyMap<string, readonly Entity[]>): Entity | null {
  if (name.includes(' ') || name.length < 4) return null
  if (byName.get(name)?.some(({ type }) => !['organization', 'person', 'other'].includes(type))) return null
  const longer = [...byName].filter(([other]) => other.startsWith(`${name} `) || other.endsWith(` ${name}`))
  const only = longer.length === 1 ? longer[0]![1] : []
  return only.length === 1 && only[0]!.type === 'organization' && longer[0]![0].startsWith(name)
    ? only[0]!
    : null
}

function mostUsed(group: readonly Entity[], uses: ReadonlyMap<EntityId, number>): Entity {
  return [...group].sort(
    (a, b) =>
      (uses.get(b.id) ?? 0) - (uses.get(a.id) ?? 0) ||
      TYPES.indexOf(a.type) - TYPES.indexOf(b.type) ||
      (a.id < b.id ? -1 : 1),
  )[0]!
}

type Keep = (id: EntityId) => EntityId

function renamed(claim: Claim, keep: Keep): Claim {
  const { subject, object, qualifiers, attribution } = claim
  const speaker = attribution?.speaker
  return {
    ...claim,
    subject: inArgument(subject, keep),
    object: object && inArgument(object, keep),
    qualifiers: qualifiers.map((qualifier) => inArgument(qualifier, keep)),
    attribution: attribution && {
      ...attribution,
      speaker: speaker ? { ...speaker, entity: speaker.entity && keep(speaker.entity) } : null,
    },
  }
}

function inArgument<Part extends Argument | Qualifier>(part: Part, keep: Keep): Part {
  const entities = [...new Set(part.entities.map(keep))].sort()
  const entity = part.entity && keep(part.entity)
  return 'candidates' in part
    ? { ...part, entity, entities, candidates: [...new Set(part.candidates.map(keep))] }
    : { ...part, entity, entities }
}
