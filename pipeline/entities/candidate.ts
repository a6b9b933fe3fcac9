import type { EntityType } from '../model/entity.ts'
import type { KnownName } from './dictionary.ts'

/** A name found in a sentence, before it is known whose it is. */
export interface Candidate {
  readonly sentence: number
  /** Half-open range of the sentence's units. */
  readonly from: number
  readonly to: number
  /** What the dictionary knows by this name; empty for a name of this text alone. */
  readonly known: readonly KnownName[]
  /** Evidence for the type, as weights; a dictionary name's own type needs none. */
  readonly votes: Votes
  /** The title before a person's name, folded ("mrs."), or null. */
  readonly title: string | null
}

export type Votes = Partial<Record<EntityType, number>>

export function vote(votes: Votes, type: EntityType, weight: number): void {
  votes[type] = (votes[type] ?? 0) + weight
}

/** The type with most weight; ties go to the type that stands first here. */
export function elect(votes: Votes): EntityType | null {
  let best: EntityType | null = null
  for (const type of ORDER) if ((votes[type] ?? 0) > (best === null ? 0 : votes[best]!)) best = type
  return best
}

const ORDER: readonly EntityType[] = [
  'person',
  'place',
  'organization',
  'facility',
  'event',
  'agreement',
  'product',
  'group',
  'other',
]
