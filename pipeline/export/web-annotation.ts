import type { CorrectionMark } from '../model/correction.ts'
import type {
  ClaimRecord,
  ConflictRecord,
  DocumentRecord,
  PositionRecord,
  QuoteRecord,
  Verdict,
} from '../model/record.ts'
import { OURS } from './annotation-context.ts'
import { percentEncode } from './percent.ts'
import { codePointSpan } from './provenance.ts'
import { textAfter, textBefore } from './surroundings.ts'

/*
 * Findings as W3C Web Annotations (https://www.w3.org/TR/annotation-model/) with PROV-O
 * (https://www.w3.org/TR/prov-o/). What neither vocabulary has - stance, strength, positions - stands in a namespace
 * of our own. No clock and no run number: the activity is named after what it was made with.
 */

const GENERATOR = `${OURS}software`

/** A node of the graph, ready for `JSON.stringify`; what is not known is left out. */
export type Node = Readonly<Record<string, unknown>>

export const SOFTWARE: Node = { id: GENERATOR, type: ['Software', 'SoftwareAgent'], name: 'Gainsay' }

/** A hash as an address (RFC 6920): the same text or file has the same one anywhere. */
function hashUri(sha256: string): string {
  return `ni:///sha-256;${Buffer.from(sha256, 'hex').toString('base64url')}`
}

function agentUri(name: string): string {
  return `${OURS}agent:${percentEncode(name)}`
}

function activityUri({ fingerprint }: DocumentRecord): string {
  return `${OURS}activity:${percentEncode(fingerprint.pipelineVersion)}:${fingerprint.annotationsSha256}`
}

/** The text that offsets address, the file that it was read from, whom it comes from, and how it was annotated. */
export function sourceNodes(document: DocumentRecord): readonly Node[] {
  const { metadata } = document
  const speakers = [metadata.publisher?.value, metadata.author?.value].filter((name) => name !== undefined)
  const agents = [...new Set(speakers)]
  const file = hashUri(document.sha256)
  const text = hashUri(document.textSha256)
  const addresses = document.appearances.map(({ url }) => url)
  const derived = [...new Set([file, ...addresses])].filter((uri) => uri !== null && uri !== text)
  return [
    {
      id: text,
      type: ['Entity', 'Text'],
      alternateOf: `${OURS}document:${document.id}`,
      format: 'text/plain; charset=utf-8',
      sha256: document.textSha256,
      ...(file === text && { path: document.path }),
      ...optional('title', metadata.title?.value),
      ...optional('published', metadata.published?.value),
      ...list('wasDerivedFrom', derived),
      ...(document.revisionOf !== null && { wasRevisionOf: `${OURS}document:${document.revisionOf}` }),
      ...list('wasAttributedTo', agents.map(agentUri)),
      ...list('correction', (document.corrections ?? []).map(correctionNode)),
    },
    ...(file === text ? [] : [{ id: file, type: 'Entity', sha256: document.sha256, path: document.path }]),
    ...agents.map((name) => ({ id: agentUri(name), type: 'Agent', name })),
    {
      id: activityUri(document),
      type: 'Activity',
      wasAssociatedWith: GENERATOR,
      pipelineVersion: document.fingerprint.pipelineVersion,
      annotationsSha256: document.fingerprint.annotationsSha256,
    },
  ]
}

/** A claim as an annotation of its quote. */
export function claimNode(record: ClaimRecord): Node {
  const { claim, document } = record
  return {
    id: claimUri(claim.id),
    type: ['Annotation', 'Entity', 'Claim'],
    motivation: 'describing',
    body: { type: 'TextualBody', value: claim.text, format: 'text/plain', purpose: 'describing' },
    target: targetOf(record),
    generator: GENERATOR,
    kind: claim.kind,
    polarity: claim.polarity,
    factuality: claim.factuality,
    ...optional('speaker', claim.attribution?.speaker?.name),
    confidence: claim.confidence,
    rule: claim.rule,
    wasDerivedFrom: hashUri(document.textSha256),
    wasGeneratedBy: activityUri(document),
    wasAttributedTo: GENERATOR,
    ...list('correction', (claim.corrections ?? []).map(correctionNode)),
  }
}

/** What a person set right, with the value before and after; neither where there was or is none. */
function correctionNode({ field, before, after, reviewer, at }: CorrectionMark): Node {
  return {
    type: 'Correction',
    field,
    ...optional('before', before ?? undefined),
    ...optional('after', after ?? undefined),
    creator: { id: agentUri(reviewer), type: ['Person', 'Agent'], name: reviewer },
    created: at,
  }
}

/** A dispute as an annotation that links the evidence of its positions. */
export function conflictNode(conflict: ConflictRecord): Node {
  return {
    id: conflictUri(conflict.id),
    type: ['Annotation', 'Entity', 'Dispute'],
    motivation: 'linking',
    body: [
      { type: 'TextualBody', value: conflict.question, format: 'text/plain', purpose: 'identifying' },
      { type: 'TextualBody', value: conflict.explanation, format: 'text/plain', purpose: 'describing' },
    ],
    target: conflict.positions.flatMap(({ evidence }) => evidence.map(evidenceOf)),
    generator: GENERATOR,
    strength: conflict.strength,
    conflictType: conflict.types,
    score: conflict.score,
    status: conflict.status,
    position: conflict.positions.map(positionNode),
    wasAttributedTo: GENERATOR,
  }
}

function positionNode(position: PositionRecord): Node {
  return {
    id: positionUri(position.id),
    type: 'Position',
    answer: position.answer,
    independentSources: position.independentSources,
    independence: position.independence,
    evidence: position.evidence.map(evidenceOf),
  }
}

/** A person's verdict as an annotation of the dispute's annotation. */
export function verdictNode(verdict: Verdict): Node {
  return {
    id: `${OURS}verdict:${percentEncode(verdict.id)}`,
    type: ['Annotation', 'Entity', 'Verdict'],
    motivation: 'assessing',
    creator: { id: agentUri(verdict.reviewer), type: ['Person', 'Agent'], name: verdict.reviewer },
    created: verdict.at,
    ...(verdict.note !== '' && {
      body: { type: 'TextualBody', value: verdict.note, format: 'text/plain', purpose: 'commenting' },
    }),
    target: conflictUri(verdict.conflict),
    decision: verdict.decision,
    ...optional('reason', verdict.reason ?? undefined),
    ...(verdict.position !== null && { heldPosition: positionUri(verdict.position) }),
    ...list('wasDerivedFrom', [conflictUri(verdict.conflict), ...verdict.claims.map(claimUri)]),
    wasAttributedTo: agentUri(verdict.reviewer),
  }
}

const claimUri = (id: string) => `${OURS}claim:${id}`
const conflictUri = (id: string) => `${OURS}dispute:${id}`
const positionUri = (id: string) => `${OURS}position:${id}`

function evidenceOf(evidence: PositionRecord['evidence'][number]): string | Node {
  return evidence.claim ? claimUri(evidence.claim.id) : targetOf(evidence)
}

/** A stretch of a text: offsets in code points, and the words with those around them. */
function targetOf(record: QuoteRecord): Node {
  const { document, start, end, quote } = record
  return {
    type: 'SpecificResource',
    source: hashUri(document.textSha256),
    selector: [
      { type: 'TextPositionSelector', ...codePointSpan(document, { start, end }) },
      {
        type: 'TextQuoteSelector',
        exact: quote,
        prefix: textBefore(document.text, start),
        suffix: textAfter(document.text, end),
      },
    ],
  }
}

function optional(name: string, value: string | undefined): Node {
  return value === undefined ? {} : { [name]: value }
}

function list(name: string, values: readonly unknown[]): Node {
  return values.length === 0 ? {} : { [name]: values.length === 1 ? values[0] : values }
}
