import type { Argument, Claim, Qualifier } from '../../pipeline/model/claim.ts'
import type { Conflict } from '../../pipeline/model/conflict.ts'
import type { DocumentEvidence, Findings } from '../../pipeline/model/corpus.ts'
import type { AnnotatedDocument, Known, Metadata } from '../../pipeline/model/document.ts'
import type { Entity } from '../../pipeline/model/entity.ts'
import { contentId, sha256 } from '../../pipeline/model/ids.ts'
import type { Fingerprint } from '../../pipeline/model/record.ts'

/** Pieces of text to be found in the sample's text; every sentence of a sample holds one claim at most. */
export interface SampleClaim {
  readonly quote: string
  readonly subject: string
  readonly relation: string
  readonly object?: string
  readonly time?: string
  readonly speaker?: string
  readonly factuality?: Claim['factuality']
  /** Entity of the subject. */
  readonly entity?: string
}

export interface Sample {
  readonly path: string
  readonly text: string
  readonly metadata?: Partial<Record<keyof Metadata, string>>
  readonly claims?: readonly SampleClaim[]
}

export const FINGERPRINT: Fingerprint = { pipelineVersion: '0.1.0+test', annotationsSha256: sha256('none') }

export const EVIDENCE: DocumentEvidence = {
  references: [],
  citations: [],
  acronyms: [],
  credits: ['Reuters'],
  signature: [7, 4294967295, 0],
}

/** A document with all its layers; a line is a sentence and a block. */
export function sample({ path, text, metadata = {}, claims = [] }: Sample): AnnotatedDocument {
  const id = contentId('d', sha256(text))
  const lines = [...text.matchAll(/[^\r\n]+/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  const found = claims.map((c) => sampleClaim(id, text, lines, c))
  const entities = [...new Set(claims.flatMap(({ entity }) => entity ?? []))].sort().map(sampleEntity)
  const known = (key: keyof Metadata): Known<string> | null => {
    const value = metadata[key]
    if (value === undefined) return null
    return key === 'author'
      ? { value, basis: 'text', reason: 'byline, line 2' }
      : { value, basis: 'front matter', reason: null }
  }
  return {
    path,
    sha256: sha256(`bytes of ${text}`),
    format: 'text',
    id,
    text,
    textSha256: sha256(text),
    metadata: {
      title: known('title'),
      publisher: known('publisher'),
      author: known('author'),
      published: known('published'),
      url: known('url'),
      summaryOf: known('summaryOf'),
    },
    body: { start: 0, end: text.length },
    notes: [],
    blocks: lines.map((span) => ({ ...span, kind: 'paragraph', section: ['Top'] })),
    sentences: lines.map((span, block) => ({ ...span, block, firstWord: 0, endWord: 0 })),
    words: [],
    times: found
      .flatMap(({ qualifiers }) => qualifiers)
      .map(({ start, end, edtf, earliest, latest }) => ({
        start: start!,
        end: end!,
        kind: 'date',
        edtf,
        earliest,
        latest,
        certainty: 'stated',
        anchor: null,
      })),
    quantities: [],
    mentions: found.flatMap(({ subject }) =>
      subject.entity === null
        ? []
        : [
            {
              start: subject.start!,
              end: subject.end!,
              type: 'facility',
              form: 'name',
              entity: subject.entity,
              candidates: [],
              plural: false,
            } as const,
          ],
    ),
    entities,
    acronyms: [],
    claims: found,
  }
}

export function sampleEntity(id: string): Entity {
  const name = id.replace(/^.*:/, '').replaceAll('-', ' ')
  return { id, type: 'facility', name, aliases: [`${name} alias`], basis: 'text', partOf: [], wikidata: null }
}

function sampleClaim(
  document: string,
  text: string,
  sentences: readonly { start: number; end: number }[],
  c: SampleClaim,
): Claim {
  const start = text.indexOf(c.quote)
  const end = start + c.quote.length
  const within = (part: string) => {
    const at = text.indexOf(part, start)
    if (start < 0 || at < 0) throw new Error(`the sample does not hold "${part}"`)
    return { start: at, end: at + part.length, text: part }
  }
  const words = (part: string) => ({
    name: part,
    head: part.toLowerCase().split(' ').at(-1)!,
    lemmas: part.toLowerCase().split(' '),
  })
  const argument = (part: string, entity: string | null): Argument => ({
    ...within(part),
    ...words(part),
    entity,
    candidates: [],
    entities: entity ? [entity] : [],
    quantity: null,
  })
  const time: Qualifier[] = c.time
    ? [
        {
          role: 'time',
          ...within(c.time),
          ...words(c.time),
          entity: null,
          entities: [],
          edtf: c.time,
          earliest: `${c.time}-01-01`,
          latest: `${c.time}-12-31`,
          quantity: null,
        },
      ]
    : []
  return {
    id: contentId('c', document, start, end),
    start,
    end,
    sentence: sentences.findIndex((s) => s.start <= start && end <= s.end),
    section: ['Top'],
    subject: argument(c.subject, c.entity ?? null),
    relation: { ...within(c.relation), lemma: c.relation, type: null },
    object: c.object ? argument(c.object, null) : null,
    qualifiers: time,
    polarity: 'affirmed',
    factuality: c.factuality ?? 'asserted',
    stanceCues: [],
    attribution: c.speaker
      ? { speaker: { ...within(c.speaker), name: c.speaker, entity: null }, cue: within(c.relation) }
      : null,
    kind: 'fact',
    text: `${c.subject} ${c.relation} ${c.object ?? ''}.`,
    confidence: 0.75,
    rule: 'sample',
  }
}

const NO_FINDINGS: Findings = {
  topics: [],
  conflicts: [],
  developments: [],
  corroborations: [],
  bounded: [],
}

/** A conflict over one topic with a position for each list of claims, and as many independent sources as claims. */
export function sampleConflict(name: string, ...positions: readonly (readonly string[])[]): Conflict {
  const id = contentId('x', name)
  return {
    id,
    topic: contentId('t', name),
    types: ['quantity', 'time'],
    question: `What of ${name}?`,
    positions: positions.map((claims, index) => ({
      id: contentId('p', id, index),
      number: index + 1,
      answer: `answer ${index + 1}`,
      claims,
      quotes: [],
      independentSources: claims.length,
      independence: `${claims.length} texts`,
    })),
    context: [],
    strength: 'contradiction',
    score: 0.5,
    explanation: `They differ over ${name}.`,
    gates: [{ name: 'place', outcome: 'assumed', note: 'place: quay taken for harbour' }],
  }
}

/** The findings that hold these conflicts, each with its topic over all of its claims. */
export function findingsOf(...conflicts: readonly Conflict[]): Findings {
  return {
    ...NO_FINDINGS,
    conflicts,
    topics: conflicts.map(({ topic, positions }) => ({
      id: topic,
      key: topic,
      label: 'the topic',
      claims: positions.flatMap(({ claims }) => claims),
    })),
  }
}
