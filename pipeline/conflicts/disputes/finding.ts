import type { ConflictType, Gate, Strength } from '../../model/conflict.ts'
import type { Proposition } from '../propositions/proposition.ts'
import type { World } from '../propositions/world.ts'

/** Two propositions that do not go together, as one detector sees it. */
export interface Finding {
  readonly type: ConflictType
  /** What is disputed: part of the conflict's id, and the same for every detector that sees the same evidence. */
  readonly slot: string
  /** The topic's key, where the detector knows it better than the parties tell. */
  readonly key?: string
  readonly strength: Strength
  readonly gates: readonly Gate[]
  readonly a: Proposition
  readonly b: Proposition
}

/** One kind of disagreement. Both orders of the pair give the same answer. */
export type Detector = (a: Proposition, b: Proposition, world: World) => Finding | null

/**
 * Gates that must pass in a contradiction: what is merely not said of time does not weaken it, nor does it that two
 * texts about one event are taken to mean that event.
 */
const WEAKENING: ReadonlySet<Gate['name']> = new Set([
  'participants',
  'body',
  'place',
  'as-of',
  'speaker',
  'scope',
])

/** Claims that we are less sure of than this make no contradiction. */
const SURE_ENOUGH = 0.5

/**
 * A contradiction only where every gate passed and nothing is a matter of judgement; else a tension.
 * "Trade grew" against "trade shrank" by the same words may contradict; "a pivotal step" against "a minor step" never.
 */
export function strengthOf(a: Proposition, b: Proposition, gates: readonly Gate[], most: Strength): Strength {
  if (most !== 'contradiction') return most
  const judged = a.claim.kind === 'characterisation' || b.claim.kind === 'characterisation'
  const weak = gates.some(
    ({ name, outcome }) =>
      (WEAKENING.has(name) && outcome !== 'passed') || (name === 'time' && outcome === 'assumed'),
  )
  const unsure = Math.min(a.claim.confidence, b.claim.confidence) < SURE_ENOUGH
  const presupposed = a.reading.presupposed || b.reading.presupposed
  return judged || weak || unsure || presupposed ? 'tension' : 'contradiction'
}
