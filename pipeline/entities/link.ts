import type { EntityType } from '../model/entity.ts'
import type { EntityId } from '../model/ids.ts'
import type { Explained } from './acronyms.ts'
import type { Candidate } from './candidate.ts'
import { keyOf, type NameKey, nameKey } from './classify.ts'
import { type Edition, editionOf } from './editions.ts'
import type { Known } from './known.ts'
import { type Remembered, shortForms } from './memory.ts'
import { numberOf } from './numerals.ts'
import { samePerson } from './persons.ts'
import { type Draft, type Registry, registerKnown, registerText } from './registry.ts'
import { spanOf, type Unit } from './units.ts'

/** A name of the text with what it refers to. */
export interface Linked {
  readonly candidate: Candidate
  /** Range of units that the mention covers: an edition's is wider than the name's. */
  readonly from: number
  readonly to: number
  readonly type: EntityType
  readonly entity: EntityId | null
  readonly candidates: readonly EntityId[]
}

/** What linking needs to know of the document. */
export interface Naming {
  readonly text: string
  readonly sentences: readonly (readonly Unit[])[]
  readonly types: ReadonlyMap<NameKey, EntityType>
  readonly explained: readonly Explained[]
  readonly known: Known
}

/**
 * Links every name: full names first, then short forms and acronyms to the one full name that they can stand for.
 * A short form of two different full names stays open, with both as candidates.
 */
export function linkNames(candidates: readonly Candidate[], naming: Naming, registry: Registry): Linked[] {
  const { sentences, types, known } = naming
  const keys = candidates.map(({ sentence, from, to }) => nameKey(sentences[sentence]!, from, to))
  const ids = new Map<NameKey, EntityId>()
  const persons = new Map<string, Remembered[]>()
  const remembered: Remembered[] = []
  const remember = (key: NameKey, draft: Draft) => {
    ids.set(key, draft.id)
    remembered.push({ key, type: draft.type, id: draft.id })
  }
  for (const [at, candidate] of candidates.entries()) {
    const key = keys[at]!
    if (ids.has(key)) continue
    const own = knownIds(candidate)
    if (own.length > 0) {
      if (own.length === 1 && !candidate.known[0]!.demonym)
        remember(key, registerKnown(registry, known.entities.get(own[0]!)!))
      continue
    }
    if (!key.includes(' ')) continue
    const type = types.get(key) ?? 'other'
    const surname = key.slice(key.lastIndexOf(' ') + 1)
    const bearers = type === 'person' ? (persons.get(surname) ?? []) : []
    const same = bearers.filter((person) => samePerson(person.key, key))
    if (same.length === 1) {
      ids.set(key, same[0]!.id)
      registry.drafts.get(same[0]!.id)!.aliases.add(written(naming, candidate))
      continue
    }
    const draft = registerText(registry, type, written(naming, candidate))
    remember(key, draft)
    if (type === 'person') persons.set(surname, [...bearers, { key, type, id: draft.id }])
  }
  const acronyms = acronymIds(naming, ids, registry)
  const forms = shortForms(remembered)
  const titled = new Set(keys.filter((_, at) => candidates[at]!.title !== null))
  return candidates.map((candidate, at): Linked => {
    const key = keys[at]!
    const range = { candidate, from: candidate.from, to: candidate.to }
    const open = (type: EntityType, candidates: readonly EntityId[]): Linked => ({
      ...range,
      type,
      entity: null,
      candidates,
    })
    const to = (id: EntityId, type?: EntityType): Linked =>
      edition(
        { ...range, type: type ?? registry.drafts.get(id)!.type, entity: id, candidates: [] },
        naming,
        registry,
      )
    const explained = acronyms.get(key)
    if (explained !== undefined) return to(explained)
    const own = knownIds(candidate)
    if (own.length > 1) {
      for (const id of own) registerKnown(registry, known.entities.get(id)!)
      return open(candidate.known[0]!.type, own)
    }
    if (own.length === 1) {
      registerKnown(registry, known.entities.get(own[0]!)!)
      return to(own[0]!, candidate.known[0]!.type)
    }
    const type = types.get(key) ?? 'other'
    const full = [...(forms.get(key) ?? [])].filter((id) =>
      fits(type, registry.drafts.get(id)!.type, titled.has(key)),
    )
    if (full.length > 1)
      return open(type === 'other' ? registry.drafts.get(full[0]!)!.type : type, full.sort())
    if (full.length === 1) {
      registry.drafts.get(full[0]!)!.aliases.add(written(naming, candidate))
      return to(full[0]!)
    }
    const id = ids.get(key)
    if (id !== undefined) return to(id)
    return to(registerText(registry, type, written(naming, candidate)).id)
  })
}

/** A short form without evidence of its own takes the full name's type; a place named like a person stays a place. */
function fits(short: EntityType, full: EntityType, titled: boolean): boolean {
  return (
    short === full ||
    short === 'other' ||
    full === 'product' ||
    (full === 'person' && short === 'organization') ||
    (full === 'organization' && short === 'person' && !titled)
  )
}

function knownIds(candidate: Candidate): EntityId[] {
  return [...new Set(candidate.known.map((name) => name.id))].sort()
}

function written(naming: Naming, { sentence, from, to }: Candidate): string {
  const span = spanOf(naming.sentences[sentence]!, from, to)
  return naming.text.slice(span.start, span.end)
}

/** From the acronyms that the text explains to what they stand for: they mean that in the whole document. */
function acronymIds(
  naming: Naming,
  ids: ReadonlyMap<NameKey, EntityId>,
  registry: Registry,
): Map<NameKey, EntityId> {
  const acronyms = new Map<NameKey, EntityId>()
  for (const { sentence, short, long } of naming.explained) {
    const units = naming.sentences[sentence]!
    const id = ids.get(nameKey(units, long.from, long.to))
    if (id === undefined) continue
    const text = units[short.from]!.text
    const draft = registry.drafts.get(id)!
    if (draft.basis === 'text') draft.aliases.add(text)
    const key = keyOf(text)
    if (!acronyms.has(key)) acronyms.set(key, id)
    if (/[\p{Lu}]s$/u.test(text)) acronyms.set(keyOf(text.slice(0, -1)), acronyms.get(key)!)
  }
  return acronyms
}

/** An event's edition is an entity of its own, part of its series. */
function edition(linked: Linked, naming: Naming, registry: Registry): Linked {
  if (linked.type !== 'event' || linked.entity === null) return linked
  const units = naming.sentences[linked.candidate.sentence]!
  const numbered = numeralOf(units, linked)
  const found = editionOf(units, linked.from, linked.to) ?? numbered
  if (found === null) return linked
  const series = found === numbered ? numbered.series : linked.entity
  const written = (from: number, to: number) => {
    const span = spanOf(units, from, to)
    return naming.text.slice(span.start, span.end)
  }
  const id = `event:${series.replace(/^event:/, '')}-${found.number}`
  if (series !== linked.entity) {
    registry.drafts.delete(linked.entity)
    registerText(registry, 'event', written(linked.from, linked.to - 1), series)
  }
  const draft = registerText(registry, 'event', written(found.from, found.to), id)
  draft.partOf.add(series)
  return { ...linked, from: found.from, to: found.to, entity: draft.id }
}

/** "Nord Shield II": the numeral was taken for a word of the name. */
function numeralOf(
  units: readonly Unit[],
  { from, to, entity }: Linked,
): (Edition & { series: EntityId }) | null {
  const last = units[to - 1]!
  if (to - from < 2 || !entity?.startsWith('event:') || !/^[IVX]{2,}$/.test(last.text)) return null
  const number = numberOf(last.text)
  const series = entity.replace(/-[ivx]+$/, '')
  return number === null || series === entity ? null : { number, from, to, series }
}
