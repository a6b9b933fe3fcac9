import type { Correction } from './correction.ts'
import type { EntityType } from './entity.ts'
import type { EntityId } from './ids.ts'

/** An entity that people wrote down in `annotations/entities.yaml`. */
export interface CatalogueEntity {
  readonly id: EntityId
  readonly type: EntityType
  readonly name: string
  readonly aliases: readonly string[]
  readonly partOf: readonly EntityId[]
  readonly wikidata: string | null
  /** Ids, of texts or of other known entities, for which this one stands; absent where there are none. */
  readonly sameAs?: readonly EntityId[]
  /** Ids with which this one is never joined, whatever the names say; absent where there are none. */
  readonly distinctFrom?: readonly EntityId[]
}

/** A slot of a relation, as `relations.yaml` names it. */
export type Slot = 'subject' | 'object' | 'time' | 'place' | 'quantity'

/** A canonical relation of `annotations/relations.yaml`. */
export interface RelationDefinition {
  readonly id: string
  /** As a bare verb phrase for questions and listings: "have a military presence at". */
  readonly label: string
  /** Verb lemmas with particle or preposition ("set up", "accede to"). */
  readonly verbs: readonly string[]
  /** Nouns that make a light verb or a copula an instance of the relation ("base", "presence", "accession"). */
  readonly nouns: readonly string[]
  /** Slots that hold one value for one topic: two values there are a conflict. */
  readonly single: readonly Slot[]
  /** Slots that must agree before two instances are compared. */
  readonly separators: readonly Slot[]
  /** Ids of relations that cannot hold together with this one. */
  readonly opposites: readonly string[]
  readonly symmetric: boolean
}

/** Words that set the stance of what they govern; lemmas, lower case. */
export interface CueWords {
  readonly verbs: readonly string[]
  readonly nouns: readonly string[]
  readonly adjectives: readonly string[]
  readonly adverbs: readonly string[]
  /** Sequences of word forms, lower case: "according to", "without evidence". */
  readonly phrases: readonly string[]
}

/** `annotations/cues.yaml`. */
export interface Cues {
  /** Puts words into somebody's mouth: say, announce, report, according to. */
  readonly attribution: CueWords
  /** Unproven: rumour, allegedly, unconfirmed, without evidence. */
  readonly doubt: CueWords
  /** Denied by somebody: deny, reject, dismiss, refute. */
  readonly denial: CueWords
  /** Negation by the author: not, never, no, fail, lack. */
  readonly negation: CueWords
  /** Possible, not stated: may, might, could, perhaps, consider, plan. */
  readonly hedging: CueWords
  /** How things should be: should, must, need, urge, call for. */
  readonly recommendation: CueWords
  /** How things will be: will, expect, forecast, be poised to. */
  readonly prediction: CueWords
  /** Judgements that no record decides: milestone, pivotal, significant, steadily. */
  readonly characterisation: CueWords
}

/** Everything in `annotations/`: yours laid over the shipped ones. */
export interface Knowledge {
  readonly entities: readonly CatalogueEntity[]
  readonly relations: readonly RelationDefinition[]
  readonly cues: Cues
  /** The log of corrections, in its order; absent where there is none. */
  readonly corrections?: readonly Correction[]
  /** What was odd about the files and did not keep them from being read; absent where nothing was. */
  readonly notices?: readonly { readonly path: string; readonly message: string }[]
  /** SHA-256 over the validated content, corrections aside: a fingerprint for what must be redone. */
  readonly sha256: string
}
