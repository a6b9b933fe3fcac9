import type {
  Argument,
  Attribution,
  Claim,
  OptionalSpan,
  Predicate,
  Qualifier,
  Relation,
} from '../model/claim.ts'
import type { AnnotatedDocument, Known } from '../model/document.ts'
import type { EntityId } from '../model/ids.ts'
import type { Span } from '../model/span.ts'

/**
 * What `gainsay annotate` prints for one document: a stable face, described by `annotation.schema.json`. All offsets
 * are half-open UTF-16 units into `text`; null where a word is understood and not written.
 */
export function toAnnotation(document: AnnotatedDocument, predicates: readonly Predicate[]) {
  const { metadata } = document
  const nameOf = new Map(document.entities.map(({ id, name }) => [id, name]))
  return {
    source: {
      path: document.path,
      sha256: document.sha256,
      format: document.format,
      title: value(metadata.title),
      publisher: value(metadata.publisher),
      author: value(metadata.author),
      published: value(metadata.published),
      url: value(metadata.url),
    },
    text: document.text,
    blocks: document.blocks.map(({ start, end, kind, section }) => ({ start, end, kind, section })),
    sentences: document.sentences.map(({ start, end }) => ({ start, end })),
    words: document.words.map(({ start, end, lemma, pos }) => ({ start, end, lemma, pos })),
    mentions: document.mentions.map((mention) => ({
      ...spanOf(mention),
      type: mention.type,
      entity: mention.entity,
      name: mention.entity === null ? null : (nameOf.get(mention.entity) ?? null),
    })),
    times: document.times.map(({ start, end, edtf, earliest, latest }) => ({
      start,
      end,
      edtf,
      earliest,
      latest,
    })),
    predicates: predicates.map(({ start, end, lemma, polarity, factuality, attribution }) => ({
      start,
      end,
      lemma,
      polarity,
      factuality,
      attribution: attribution && attributionOf(attribution),
    })),
    claims: document.claims.map(claimOf),
  }
}

/** One line of JSON Lines, without the line's end. */
export function annotationLine(document: AnnotatedDocument, predicates: readonly Predicate[]): string {
  return JSON.stringify(toAnnotation(document, predicates))
}

function value(known: Known<string> | null): string | null {
  return known?.value ?? null
}

function spanOf<S extends Span | OptionalSpan>({ start, end }: S): { start: S['start']; end: S['end'] } {
  return { start, end }
}

function claimOf(claim: Claim) {
  return {
    id: claim.id,
    ...spanOf(claim),
    subject: argumentOf(claim.subject),
    relation: relationOf(claim.relation),
    object: claim.object && argumentOf(claim.object),
    qualifiers: claim.qualifiers.map(qualifierOf),
    polarity: claim.polarity,
    factuality: claim.factuality,
    attribution: claim.attribution && attributionOf(claim.attribution),
    confidence: claim.confidence,
    rule: claim.rule,
  }
}

function argumentOf(argument: Argument): OptionalSpan & { text: string; entity: EntityId | null } {
  return { ...spanOf(argument), text: argument.text, entity: argument.entity }
}

function relationOf(relation: Relation) {
  return { ...spanOf(relation), text: relation.text, lemma: relation.lemma, type: relation.type }
}

function qualifierOf(qualifier: Qualifier) {
  return { role: qualifier.role, ...spanOf(qualifier), text: qualifier.text, edtf: qualifier.edtf }
}

function attributionOf({ speaker, cue }: Attribution) {
  return {
    speaker: speaker && { ...spanOf(speaker), text: speaker.text, entity: speaker.entity },
    cue: { ...spanOf(cue), text: cue.text },
  }
}
