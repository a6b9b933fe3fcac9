import type { ConflictType } from '../../model/conflict.ts'
import type { CorpusDocument, CorpusText } from '../../model/corpus.ts'
import type { AnnotatedDocument } from '../../model/document.ts'
import type { Entity } from '../../model/entity.ts'
import type { EntityId } from '../../model/ids.ts'
import type { Knowledge } from '../../model/knowledge.ts'
import { quote } from '../../model/span.ts'
import { DETECTORS } from '../detectors/index.ts'
import type { Finding } from '../disputes/finding.ts'
import { propositionReader, propositionsOf } from '../propositions/propositions.ts'
import { entitiesIn, makeWorld } from '../propositions/world.ts'
import { collectEvidence } from '../sources/evidence.ts'
import { mayDispute, sideOf } from '../update/blocks.ts'
import { contentLemmas } from './context.ts'
import { compareDates } from './dates.ts'
import { compareFigures } from './figures.ts'
import { compareOpposites } from './opposites.ts'

/** What one text says about a claim made in another, in the words of FEVER and VitaminC. */
export interface PairAnswer {
  readonly label: 'SUPPORTS' | 'REFUTES' | 'NOT ENOUGH INFO'
  readonly type: ConflictType | null
  readonly explanation: string
}

/** The evidence must speak of this share of the claim's content words to be about it at all. */
const ABOUT_THE_SAME = 0.5

/**
 * Holds a claim against an evidence text that is known to be about the same subject, so that "the film" need not be
 * resolved: the detectors on all pairs of claims, then figures and dates beside the same words.
 */
export function comparePair(
  claim: AnnotatedDocument,
  evidence: AnnotatedDocument,
  knowledge: Knowledge,
): PairAnswer {
  const finding = findingBetween(claim, evidence, knowledge)
  if (finding && finding.strength !== 'detail' && finding.type !== 'factuality') {
    const { a, b, type } = finding
    return { label: 'REFUTES', type, explanation: `${a.claim.text} / ${b.claim.text}` }
  }
  const figures = compareFigures(claim, evidence)
  const dates = compareDates(claim, evidence, knowledge)
  // Another figure of another day tells nothing: it may have changed between the two.
  if (figures.outcome === 'clash' && (dates.outcome === 'clash' || dates.outcome === 'elsewhen'))
    return UNKNOWN
  if (figures.outcome === 'clash') return { label: 'REFUTES', type: 'quantity', explanation: figures.note }
  if (dates.outcome === 'clash') return { label: 'REFUTES', type: 'time', explanation: dates.note }
  const opposites = compareOpposites(claim, evidence)
  if (opposites.outcome === 'clash')
    return { label: 'REFUTES', type: 'opposition', explanation: opposites.note }
  if (figures.outcome === 'unmatched' || dates.outcome === 'unmatched') return UNKNOWN
  const words = contentLemmas(claim)
  const others = new Set(contentLemmas(evidence))
  const shared = words.filter((word) => others.has(word)).length
  if (words.length === 0 || shared / words.length < ABOUT_THE_SAME) return UNKNOWN
  return {
    label: 'SUPPORTS',
    type: null,
    explanation: `${shared} of ${words.length} content words are in the evidence`,
  }
}

const UNKNOWN: PairAnswer = {
  label: 'NOT ENOUGH INFO',
  type: null,
  explanation: 'the texts do not meet on this claim',
}

function findingBetween(
  claim: AnnotatedDocument,
  evidence: AnnotatedDocument,
  knowledge: Knowledge,
): Finding | null {
  const texts = [claim, evidence]
  const entities = new Map<EntityId, Entity>(
    texts.flatMap((document) => document.entities.map((entity) => [entity.id, entity])),
  )
  const world = makeWorld(entitiesIn(entities))
  const reader = propositionReader(knowledge, world)
  const [ones, others] = texts.map((document) => propositionsOf(textOf(document), reader))
  for (const a of ones!) {
    for (const b of others!) {
      if (!mayDispute(sideOf(a), sideOf(b))) continue
      for (const detect of DETECTORS) {
        const finding = detect(a, b, world)
        if (finding) return finding
      }
    }
  }
  return null
}

function textOf(document: AnnotatedDocument): CorpusText {
  return {
    document: documentOf(document),
    claims: document.claims
      .map((claim, key) => ({
        claim,
        key,
        document: document.id,
        sentence: quote(document.text, document.sentences[claim.sentence]!),
      }))
      .sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1)),
    called: new Map(document.entities.map(({ id, aliases }) => [id, aliases])),
  }
}

function documentOf(document: AnnotatedDocument): CorpusDocument {
  const { title, publisher, author, url, summaryOf } = document.metadata
  return {
    id: document.id,
    path: document.path,
    title: title?.value ?? null,
    publisher: publisher?.value ?? null,
    author: author?.value ?? null,
    published: null,
    publishedEarliest: null,
    publishedLatest: null,
    publishedBasis: null,
    url: url?.value ?? null,
    summaryOf: summaryOf?.value ?? null,
    evidence: collectEvidence(document),
  }
}
