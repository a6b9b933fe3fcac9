import type { Claim } from '../model/claim.ts'
import type { ClaimRecord } from '../model/record.ts'
import { type ChangedValue, changedValues } from './changed-values.ts'
import { matchBySimilarity } from './similarity.ts'

export type { ChangedValue } from './changed-values.ts'

/** A claim that stands in both texts, in other words or with another value. */
export interface ClaimChange {
  readonly before: ClaimRecord
  readonly after: ClaimRecord
  /** Empty where only the words changed. */
  readonly values: readonly ChangedValue[]
}

/** What became of the claims of a text when another text took its place; each list in reading order. */
export interface ClaimChanges {
  readonly added: readonly ClaimRecord[]
  readonly withdrawn: readonly ClaimRecord[]
  readonly changed: readonly ClaimChange[]
  readonly reworded: readonly ClaimChange[]
  readonly unchanged: number
}

/**
 * Holds the claims of two versions of one article against each other. What is said in the same words is unchanged;
 * of the rest, the most similar are paired, each once.
 *
 *     The port has 40 berths. -> The port has 60 berths.      changed: quantity 40 -> 60
 *     The port has 40 berths. -> Forty berths has the port.   reworded
 *     The port has 40 berths. -> The mayor resigned.          withdrawn, and added
 */
export function compareClaims(before: readonly ClaimRecord[], after: readonly ClaimRecord[]): ClaimChanges {
  const { unmatched, rest } = withoutEqual(before, after)
  const pairs = matchBySimilarity(unmatched, rest)
  const changes = [...pairs]
    .map(([from, to]) => ({ before: from, after: to, values: changedValues(from, to) }))
    .sort((a, b) => a.after.start - b.after.start || a.after.end - b.after.end)
  const kept = new Set<ClaimRecord>(pairs.values())
  return {
    added: rest.filter((claim) => !kept.has(claim)),
    withdrawn: unmatched.filter((claim) => !pairs.has(claim)),
    changed: changes.filter(({ values }) => values.length > 0),
    reworded: changes.filter(({ values }) => values.length === 0),
    unchanged: after.length - rest.length,
  }
}

/** What is left of both when the claims that stand in both in the same words are taken out, as often as they do. */
function withoutEqual(before: readonly ClaimRecord[], after: readonly ClaimRecord[]) {
  const known = new Map<string, ClaimRecord[]>()
  for (const claim of before) {
    const key = keyOf(claim)
    known.set(key, [...(known.get(key) ?? []), claim])
  }
  const matched = new Set<ClaimRecord>()
  const rest = after.filter((claim) => {
    const equal = known.get(keyOf(claim))?.shift()
    if (equal) matched.add(equal)
    return !equal
  })
  return { unmatched: before.filter((claim) => !matched.has(claim)), rest }
}

/** The words of the evidence and what was read out of them; white space may differ. */
function keyOf({ quote, claim }: ClaimRecord): string {
  return `${quote.replace(/\s+/g, ' ')}\u001f${stanceOf(claim)}\u001f${claim.text}`
}

function stanceOf({ polarity, factuality }: Claim): string {
  return `${polarity} ${factuality}`
}
