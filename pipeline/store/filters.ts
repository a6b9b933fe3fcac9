import type { ClaimKind, Factuality } from '../model/claim.ts'
import type { ConflictType, Strength } from '../model/conflict.ts'
import type { ConflictStatus } from '../model/record.ts'
import type { IsoDate } from '../model/time.ts'

export interface ClaimFilter {
  /** An entity's id, name or alias, in any case: claims that name it anywhere. */
  readonly about?: string
  /** Canonical relation type, or the relation's lemma. */
  readonly type?: string
  readonly kind?: ClaimKind
  readonly factuality?: Factuality
  /** A part of path, title or publisher, in any case. */
  readonly source?: string
  readonly onlyInConflict?: boolean
  /** Only claims in a conflict that a person decided (new evidence since or not). */
  readonly onlyDecided?: boolean
  /** Only claims of texts that this run saw first. */
  readonly firstSeenRun?: number
  /** Only claims of texts that a run behind this one saw first. */
  readonly changedSinceRun?: number
  /** Only claims of texts published on this day or later, as far as that is known. */
  readonly publishedSince?: IsoDate
  readonly limit?: number
  readonly offset?: number
}

export interface ConflictFilter {
  readonly type?: ConflictType
  readonly strength?: Strength
  /** As in `ClaimFilter`. */
  readonly about?: string
  readonly status?: ConflictStatus
  /** A part of path, title or publisher of any evidence, in any case. */
  readonly source?: string
  /** Only conflicts that a person decided (new evidence since or not). */
  readonly onlyDecided?: boolean
  /** Only conflicts that this run saw first. */
  readonly firstSeenRun?: number
  /** Only conflicts that a run behind this one saw first, or in which a position gained a source since. */
  readonly changedSinceRun?: number
  /** Only conflicts with evidence published on this day or later, as far as that is known. */
  readonly publishedSince?: IsoDate
  /** Canonical type or lemma of a relation that a claim among the evidence has, as in `ClaimFilter`. */
  readonly relation?: string
  readonly limit?: number
  readonly offset?: number
}

export interface TopicFilter {
  /** As in `ClaimFilter`. */
  readonly about?: string
  readonly limit?: number
}
