import { annotate } from '../annotate.ts'
import type { AnnotatedDocument, Source } from '../model/document.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { correctClaims, entitiesByHand } from './correct-claims.ts'
import { correctMetadata } from './correct-metadata.ts'
import { correctionsOf } from './in-force.ts'

/**
 * A document's way through all its layers, and people's word laid over it. Of the metadata only the date of publication
 * is set right before: "last month" hangs on it, while titles and authors are looked for in the text as it is.
 */
export function annotateCorrected(source: Source, knowledge: Knowledge): AnnotatedDocument {
  const corrections = correctionsOf(knowledge, source.textSha256)
  if (corrections.length === 0) return annotate(source, knowledge)
  const { metadata, marks } = correctMetadata(source.metadata, source.path, corrections)
  const dated = { ...source, metadata: { ...source.metadata, published: metadata.published } }
  const document = annotate(dated, knowledge)
  const { claims, touched } = correctClaims(document.claims, corrections, document.sentences)
  const asFound = {
    metadata: source.metadata,
    metadataCorrections: marks,
    claims: touched,
    entitiesByHand: entitiesByHand(corrections),
  }
  return { ...document, metadata, claims, asFound }
}
