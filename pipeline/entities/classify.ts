import type { Word } from '../model/document.ts'
import type { EntityType } from '../model/entity.ts'
import { type Candidate, elect, type Votes, vote } from './candidate.ts'
import { partsOf } from './dictionary.ts'
import { gatherEvidence } from './evidence.ts'
import type { Unit } from './units.ts'

/** What two writings of one name share: "Air-Base" and "air base". */
export type NameKey = string

export function nameKey(units: readonly Unit[], from: number, to: number): NameKey {
  return keyOf(
    units
      .slice(from, to)
      .map((unit) => unit.text)
      .join(' '),
  )
}

export function keyOf(name: string): NameKey {
  return partsOf(name.replace(/^the\s+/iu, ''))
    .join(' ')
    .replace(/\.(?=\s|$)/g, '')
}

/** The type of every name that only the text knows, elected by all of its mentions in the document. */
export function classifyNames(
  candidates: readonly Candidate[],
  sentences: readonly (readonly Unit[])[],
  words: readonly Word[],
): Map<NameKey, EntityType> {
  const ballots = new Map<NameKey, Votes>()
  for (const candidate of candidates) {
    if (candidate.known.length > 0) continue
    const units = sentences[candidate.sentence]!
    const key = nameKey(units, candidate.from, candidate.to)
    const ballot = ballots.get(key) ?? {}
    const votes = gatherEvidence(candidate, units, words)
    for (const type of Object.keys(votes) as EntityType[]) vote(ballot, type, votes[type]!)
    ballots.set(key, ballot)
  }
  return new Map([...ballots].map(([key, ballot]) => [key, elect(ballot) ?? 'other']))
}
