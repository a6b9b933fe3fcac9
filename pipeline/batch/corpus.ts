import type { Argument, Attribution, Claim, Qualifier } from '../model/claim.ts'
import type { Corpus, Resolution } from '../model/corpus.ts'
import type { EntityId } from '../model/ids.ts'
import type { StoredDocument } from '../store/index.ts'

/** What `conflicts/` compares: every claim with its entities as they resolve across documents. */
export function buildCorpus(stored: readonly StoredDocument[], resolution: Resolution): Corpus {
  const canonical = (id: EntityId) => resolution.canonical.get(id) ?? id
  return {
    documents: stored.map(({ document }) => document),
    claims: stored.flatMap(({ document, claims }) =>
      claims.map(({ claim, sentence }) => ({
        claim: resolveClaim(claim, canonical),
        document: document.id,
        sentence,
      })),
    ),
    entities: resolution.entities,
  }
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

function resolveArgument(argument: Argument, canonical: Canonical): Argument {
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
