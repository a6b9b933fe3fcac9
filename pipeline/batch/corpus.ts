import type { Library } from '../conflicts/index.ts'
import type { Argument, Attribution, Claim, Qualifier } from '../model/claim.ts'
import type { CorpusClaim, CorpusText } from '../model/corpus.ts'
import type { Entity } from '../model/entity.ts'
import type { EntityId } from '../model/ids.ts'
import type { ComparisonWork } from '../store/index.ts'

/** What `conflicts/` reads while it compares: stored texts, with their entities as they resolve across documents. */
export function libraryOf({ texts, entities }: ComparisonWork): Library {
  const { canonical } = texts
  const known = new Map<EntityId, Entity | undefined>()
  const resolved = (source: CorpusClaim): CorpusClaim => ({
    ...source,
    claim: resolveClaim(source.claim, canonical),
  })
  /** Who is named, and what they are part of. */
  const aheadNames = (ids: readonly EntityId[]) => {
    const named = new Set(ids)
    texts.aheadCanonical(named)
    let next = [...new Set([...named].map(canonical))].filter((id) => !known.has(id))
    for (let depth = 0; depth < LONGEST_CHAIN && next.length > 0; depth++) {
      entities.ahead(next)
      for (const id of next) known.set(id, entities.entity(id))
      next = [...new Set(next.flatMap((id) => known.get(id)?.partOf ?? []))].filter((id) => !known.has(id))
    }
    texts.aheadPlaceNames([...named].flatMap((id) => known.get(canonical(id))?.name ?? []))
  }
  return {
    entity(id) {
      if (!known.has(id)) known.set(id, entities.entity(id))
      return known.get(id)
    },
    isPlaceName: texts.isPlaceName,
    document: (id) => texts.document(id)!,
    called: (document, ids) => calledIn(texts.entities(document), new Set(ids), canonical),
    claim: (key) => resolved(texts.claim(key)),
    ahead(keys) {
      texts.aheadClaims(keys)
      aheadNames(keys.flatMap((key) => namedIn(texts.claim(key).claim)))
    },
    aheadTexts(ids) {
      texts.aheadTexts(ids)
      aheadNames(
        ids.flatMap((id) => [
          ...texts.entities(id).map((entity) => entity.id),
          ...texts.claims(id).flatMap(({ claim }) => namedIn(claim)),
        ]),
      )
    },
    keys: texts.keys,
    text(id) {
      const document = texts.document(id)
      if (!document) return null
      const claims = texts.claims(id).map(resolved)
      return { document, claims, called: calledIn(texts.entities(id), namedBy(claims), canonical) }
    },
  }
}

/** Entities are part of entities so deep at most. */
const LONGEST_CHAIN = 8

function namedIn({ subject, object, qualifiers, attribution }: Claim): readonly EntityId[] {
  const slots = [subject, ...(object ? [object] : [])]
  return [
    ...slots.flatMap(({ entity, entities, candidates }) => [
      ...(entity ? [entity] : []),
      ...entities,
      ...candidates,
    ]),
    ...qualifiers.flatMap(({ entity, entities }) => [...(entity ? [entity] : []), ...entities]),
    ...(attribution?.speaker?.entity ? [attribution.speaker.entity] : []),
  ]
}

/** The entities that claims name, but for who speaks. */
function namedBy(claims: readonly CorpusClaim[]): ReadonlySet<EntityId> {
  return new Set(
    claims.flatMap(({ claim: { subject, object, qualifiers } }) =>
      [subject, ...(object ? [object] : []), ...qualifiers].flatMap((part) => part.entities),
    ),
  )
}

/** What a text calls the entities that its claims name. */
function calledIn(
  entities: readonly Entity[],
  named: ReadonlySet<EntityId>,
  canonical: Canonical,
): CorpusText['called'] {
  const called = new Map<EntityId, Set<string>>()
  for (const { id, name, aliases } of entities) {
    const one = canonical(id)
    if (!named.has(one)) continue
    const names = called.get(one) ?? new Set()
    for (const known of [name, ...aliases]) names.add(known)
    called.set(one, names)
  }
  return new Map(
    [...called].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([id, names]) => [id, [...names].sort()]),
  )
}

type Canonical = (id: EntityId) => EntityId

/** A claim with its entities as they resolve. */
export function resolveClaim(claim: Claim, canonical: Canonical): Claim {
  return {
    ...claim,
    subject: resolveArgument(claim.subject, canonical),
    object: claim.object && resolveArgument(claim.object, canonical),
    qualifiers: claim.qualifiers.map((qualifier) => resolveQualifier(qualifier, canonical)),
    attribution: claim.attribution && resolveAttribution(claim.attribution, canonical),
  }
}

/** An argument with its entities as they resolve. */
export function resolveArgument(argument: Argument, canonical: Canonical): Argument {
  const candidates = unique(argument.candidates.map(canonical))
  // Who was open between two that turn out to be one is open no longer.
  const settled = argument.candidates.length > 1 && candidates.length === 1 ? candidates[0]! : null
  return {
    ...argument,
    entity: argument.entity ? canonical(argument.entity) : settled,
    candidates,
    entities: unique(argument.entities.map(canonical)).sort(),
  }
}

function resolveQualifier(qualifier: Qualifier, canonical: Canonical): Qualifier {
  return {
    ...qualifier,
    entity: qualifier.entity && canonical(qualifier.entity),
    entities: unique(qualifier.entities.map(canonical)).sort(),
  }
}

function resolveAttribution(attribution: Attribution, canonical: Canonical): Attribution {
  const { speaker } = attribution
  if (!speaker?.entity) return attribution
  return { ...attribution, speaker: { ...speaker, entity: canonical(speaker.entity) } }
}

function unique(ids: readonly EntityId[]): EntityId[] {
  return [...new Set(ids)]
}
