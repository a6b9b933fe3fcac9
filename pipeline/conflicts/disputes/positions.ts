import type { Position } from '../../model/conflict.ts'
import type { CorpusDocument } from '../../model/corpus.ts'
import { contentId } from '../../model/ids.ts'
import { type Proposition, tellingsOf } from '../propositions/proposition.ts'
import type { World } from '../propositions/world.ts'
import { countIndependent } from '../sources/independence.ts'
import { answerOf, compatible } from './answers.ts'
import { stanceAnswer } from './explanation.ts'

/** A position with the propositions behind it, the one that says it best first. */
export interface Side {
  readonly position: Position
  readonly members: readonly Proposition[]
  readonly documents: readonly CorpusDocument[]
}

/**
 * The different answers to one question, the best supported first. Compatible answers are one position, and the most
 * exact of them is shown; others of the topic join the one position that they fit.
 */
export function positionsOf(
  conflict: string,
  slot: string,
  disputing: readonly Proposition[],
  others: readonly Proposition[],
  world: World,
): readonly Side[] {
  const exactFirst = [...disputing].sort((a, b) => {
    const [one, other] = [answerOf(a, slot, world), answerOf(b, slot, world)]
    return (one?.width ?? 0) - (other?.width ?? 0) || byClaimId(a, b)
  })
  const groups: Proposition[][] = []
  for (const proposition of exactFirst) {
    const group = groups.find((members) => compatible(members[0]!, proposition, slot, world))
    if (group) group.push(proposition)
    else groups.push([proposition])
  }
  for (const proposition of distinct(others)) {
    if (
      disputing.some(({ claim }) => claim.id === proposition.claim.id) ||
      !answerOf(proposition, slot, world)
    )
      continue
    const fitting = groups.filter((members) => compatible(members[0]!, proposition, slot, world))
    if (
      slot === 'stance' &&
      fitting.some((members) => !members.some((member) => asWide(proposition, member)))
    )
      continue
    if (fitting.length === 1) fitting[0]!.push(proposition)
  }
  return groups
    .map((members) => sideOf(conflict, slot, members, world))
    .sort(bySupport)
    .map(number)
}

/** "Open in the pictures" says less than "open": its circumstances must be the other's, too. */
function asWide({ claim }: Proposition, member: Proposition): boolean {
  const others = member.claim.qualifiers.map(({ text }) => text.toLowerCase())
  return claim.qualifiers.every(({ role, text }) => role !== 'other' || others.includes(text.toLowerCase()))
}

function number(side: Side, at: number): Side {
  return { ...side, position: { ...side.position, number: at + 1 } }
}

const FIRMNESS = ['affirmed', 'negated', 'denied', 'unproven', 'open']

function bySupport(a: Side, b: Side): number {
  const firmness = (side: Side) => Math.min(...side.members.map(({ stance }) => FIRMNESS.indexOf(stance)))
  return (
    b.position.independentSources - a.position.independentSources ||
    firmness(a) - firmness(b) ||
    (a.position.id < b.position.id ? -1 : 1)
  )
}

function sideOf(conflict: string, slot: string, members: readonly Proposition[], world: World): Side {
  const model = members[0]!
  const answer = answerOf(model, slot, world)!
  const documents = [...new Map(members.map(({ document }) => [document.id, document])).values()].sort(
    (a, b) => (a.id < b.id ? -1 : 1),
  )
  const { count, why } = countIndependent(documents, tellingsOf(members))
  const best = [...members].sort(
    (a, b) =>
      Number(claimsRank(b)) - Number(claimsRank(a)) ||
      b.claim.confidence - a.claim.confidence ||
      byClaimId(a, b),
  )
  return {
    members: best,
    documents,
    position: {
      id: contentId('p', conflict, answer.key),
      number: 0,
      answer: slot === 'stance' ? stanceAnswer(best, world) : answer.shown,
      claims: best.map(({ claim }) => claim.id),
      quotes: [],
      independentSources: count,
      independence: why,
    },
  }
}

/** True where a claim gives something a rank as a fact. */
export function claimsRank(proposition: Proposition): boolean {
  return proposition.stance === 'affirmed' && proposition.rank !== null
}

/** Each once, in the order of the claims' ids. */
export function distinct(propositions: readonly Proposition[]): readonly Proposition[] {
  const byId = new Map(propositions.map((proposition) => [proposition.claim.id, proposition]))
  return [...byId.values()].sort(byClaimId)
}

/** A stable order that no arrival changes. */
export function byClaimId(a: Proposition, b: Proposition): number {
  return a.claim.id < b.claim.id ? -1 : 1
}
