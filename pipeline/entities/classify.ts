import type { Word } from '../model/document.ts'
import type { EntityType } from '../model/entity.ts'
import { type Candidate, elect, type Votes, vote } from './candidate.ts'
import { partsOf } from './dictionary.ts'
import { gatherEvidence } from './evidence.ts'
import { isGivenName } from './given.ts'
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
  for (const [at, candidate] of candidates.entries()) {
    if (candidate.known.length > 0) continue
    const units = sentences[candidate.sentence]!
    const key = nameKey(units, candidate.from, candidate.to)
    const ballot = ballots.get(key) ?? {}
    const votes = gatherEvidence(candidate, units, words)
    company(votes, candidates, at, sentences)
    for (const type of Object.keys(votes) as EntityType[]) vote(ballot, type, votes[type]!)
    ballots.set(key, ballot)
  }
  return new Map([...ballots].map(([key, ballot]) => [key, elect(ballot) ?? 'other']))
}

/** Names that stand in one list are of one type: "Mosul, Aurora and Tikrit"; before a country stands its town. */
function company(
  votes: Votes,
  candidates: readonly Candidate[],
  at: number,
  sentences: readonly (readonly Unit[])[],
): void {
  const own = candidates[at]!
  for (const other of [candidates[at - 1], candidates[at + 1]]) {
    if (other?.sentence !== own.sentence) continue
    const units = sentences[own.sentence]!
    const [from, to] = other.from < own.from ? [other.to, own.from] : [own.to, other.from]
    const between = units
      .slice(from, Math.min(to, from + 3))
      .map((unit) => unit.folded)
      .join(' ')
    if (to - from > 2 || !/^(,|and|or|, and|, or|&)$/.test(between)) continue
    const known = other.known[0]
    if (known !== undefined && !known.demonym)
      vote(votes, known.type, between === ',' && other.from > own.from ? 1.4 : 0.9)
    else if (known === undefined && isGivenName(units[other.from]!.folded)) vote(votes, 'person', 0.5)
  }
}
