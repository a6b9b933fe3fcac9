import type { ClaimId, ConflictId, DocumentId, PositionId, TopicId } from './ids.ts'
import type { Span } from './span.ts'

export const CONFLICT_TYPES = [
  'polarity',
  'factuality',
  'time',
  'quantity',
  'value',
  'uniqueness',
  'opposition',
  'name',
  'attendance',
  'citation',
] as const
export type ConflictType = (typeof CONFLICT_TYPES)[number]

/** The strongest first. */
export const STRENGTHS = ['contradiction', 'tension', 'detail'] as const

/**
 * `contradiction`: stated against stated or denied, and both cannot hold. `tension`: stated against unproven, or both
 * cannot hold only if something assumed is true. `detail`: names, spelling, precision, citation slips.
 */
export type Strength = (typeof STRENGTHS)[number]

/** A condition under which two values may be compared at all, with its outcome. */
export interface Gate {
  readonly name: 'participants' | 'body' | 'edition' | 'place' | 'time' | 'as-of' | 'speaker' | 'scope'
  readonly outcome: 'passed' | 'assumed' | 'unknown'
  /** In plain words: "place: district taken for air base". */
  readonly note: string
}

/** Evidence that is no claim: a reference entry, an acronym's expansion. */
export interface QuotedSpan extends Span {
  readonly document: DocumentId
}

export interface Position {
  readonly id: PositionId
  /** 1, 2, ...: the best supported first. */
  readonly number: number
  /** The answer in plain words, with its stance: "stated as fact: ...". */
  readonly answer: string
  readonly claims: readonly ClaimId[]
  readonly quotes: readonly QuotedSpan[]
  readonly independentSources: number
  /** Why so many: "3 outlets carry one wire text". */
  readonly independence: string
}

/** A dispute: one question, two or more positions, however many detectors saw it. */
export interface Conflict {
  readonly id: ConflictId
  readonly topic: TopicId
  readonly types: readonly ConflictType[]
  readonly question: string
  readonly positions: readonly Position[]
  /** Claims that belong to the question and take no side: "the hospital, later shut". */
  readonly context: readonly ClaimId[]
  readonly strength: Strength
  /** How much an analyst would care, 0 to 1. */
  readonly score: number
  /** One plain sentence that names the sources and the difference, and says what nobody says. */
  readonly explanation: string
  readonly gates: readonly Gate[]
}

/** Values that changed over time under one speaker: shown as a timeline, and no conflict. */
export interface Development {
  readonly id: string
  readonly topic: TopicId
  readonly question: string
  /** In the order of the dates they speak of. */
  readonly steps: readonly {
    readonly asOf: string | null
    readonly answer: string
    readonly claims: readonly ClaimId[]
  }[]
}

/** The same proposition in several sources. */
export interface Corroboration {
  readonly topic: TopicId
  readonly claims: readonly ClaimId[]
  readonly independentSources: number
  readonly independence: string
}
