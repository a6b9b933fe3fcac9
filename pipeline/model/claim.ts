import type { CorrectionMark } from './correction.ts'
import type { ClaimId, EntityId } from './ids.ts'
import type { Quantity } from './quantity.ts'
import type { Span } from './span.ts'
import type { IsoDate } from './time.ts'

/** Where a slot's words stand; null where a word is understood and not written. */
export interface OptionalSpan {
  readonly start: number | null
  readonly end: number | null
}

/** A participant of a claim: its words as written, and what they resolve to. */
export interface Argument extends OptionalSpan {
  /** As written: "It" stays "It". */
  readonly text: string
  /** Readable alone: names in place of pronouns and of "the base". */
  readonly name: string
  /** Lemma of the syntactic head ("base"), lower case. */
  readonly head: string
  /** Lemmas of the content words, lower case, in the order of the text: what is compared when nothing is linked. */
  readonly lemmas: readonly string[]
  /** The entity that the whole argument refers to. */
  readonly entity: EntityId | null
  /** Who it may be, where that is open; all of them, where it is several together. */
  readonly candidates: readonly EntityId[]
  /** Every entity named inside, the whole's own included, sorted: "the first military base of India" holds India. */
  readonly entities: readonly EntityId[]
  readonly quantity: Quantity | null
}

export interface Relation extends OptionalSpan {
  /** As written, with auxiliaries, negation, particle and preposition: "was not shut down in". */
  readonly text: string
  /** "shut down", "be", "have". */
  readonly lemma: string
  /** Canonical relation of `annotations/relations.yaml`; null outside the vocabulary. */
  readonly type: string | null
}

export type QualifierRole =
  | 'time'
  | 'place'
  | 'quantity'
  | 'purpose'
  | 'means'
  | 'accompaniment'
  | 'as-of'
  | 'condition'
  | 'cause'
  /** A prepositional or adverbial adjunct whose role is not told. */
  | 'other'

export interface Qualifier extends OptionalSpan {
  readonly role: QualifierRole
  readonly text: string
  readonly name: string
  readonly head: string
  readonly lemmas: readonly string[]
  readonly entity: EntityId | null
  readonly entities: readonly EntityId[]
  readonly edtf: string | null
  readonly earliest: IsoDate | null
  readonly latest: IsoDate | null
  readonly quantity: Quantity | null
}

/** Who says so, in which words. */
export interface Attribution {
  readonly speaker:
    | (OptionalSpan & { readonly text: string; readonly name: string; readonly entity: EntityId | null })
    | null
  readonly cue: OptionalSpan & { readonly text: string }
}

export type Polarity = 'affirmed' | 'negated'

/** How firmly the text puts the proposition forward. "Unproven" is never "no". */
export type Factuality = 'asserted' | 'reported' | 'rumoured' | 'denied' | 'hypothetical' | 'normative'

export type ClaimKind = 'fact' | 'characterisation' | 'recommendation' | 'prediction'

/**
 * One thing that a text says happens or is, by its word, with how firmly it is put forward; whether or not a claim
 * comes of it.
 */
export interface Predicate extends Span {
  readonly lemma: string
  readonly polarity: Polarity
  readonly factuality: Factuality
  readonly attribution: Attribution | null
}

/**
 * One checkable proposition with its stance. Its span is the evidence: the least text that shows it, with the words
 * of doubt, denial and attribution, for a quote without them is a misquotation.
 */
export interface Claim extends Span {
  readonly id: ClaimId
  /** Index into the document's sentences. */
  readonly sentence: number
  readonly section: readonly string[]
  readonly subject: Argument
  readonly relation: Relation
  readonly object: Argument | null
  readonly qualifiers: readonly Qualifier[]
  readonly polarity: Polarity
  readonly factuality: Factuality
  /** The words that made the factuality what it is ("rumors", "albeit without evidence"), in the order of the text. */
  readonly stanceCues: readonly (Span & { readonly text: string })[]
  readonly attribution: Attribution | null
  readonly kind: ClaimKind
  /** One plain English sentence that stands alone and carries the stance. */
  readonly text: string
  /** 0 to 1: the share of such claims that we expect to be right. */
  readonly confidence: number
  /** Id of the rule that found it; `by hand` for what stands on a person's word. */
  readonly rule: string
  /** What a person set right of it; absent where nobody did. */
  readonly corrections?: readonly CorrectionMark[]
}
