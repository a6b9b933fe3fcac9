import type { ClaimRecord } from '../model/record.ts'

/** Share of common lemmas (Dice) from which on two claims are versions of one. */
const SIMILAR = 0.5

/**
 * Pairs the claims of two versions, the most similar first, each claim once; what has no like stays alone. Ties go to
 * those that come first in the texts.
 */
export function matchBySimilarity(
  before: readonly ClaimRecord[],
  after: readonly ClaimRecord[],
): ReadonlyMap<ClaimRecord, ClaimRecord> {
  const lemmasAfter = after.map(lemmasOf)
  /** Which claims after hold a lemma: only those that share one are held against each other. */
  const holders = new Map<string, number[]>()
  lemmasAfter.forEach((lemmas, index) => {
    for (const lemma of lemmas) holders.set(lemma, [...(holders.get(lemma) ?? []), index])
  })
  const candidates = before.flatMap((claim, from) => {
    const lemmas = lemmasOf(claim)
    const shared = new Map<number, number>()
    for (const lemma of lemmas) {
      for (const to of holders.get(lemma) ?? []) shared.set(to, (shared.get(to) ?? 0) + 1)
    }
    return [...shared]
      .map(([to, count]) => ({ from, to, score: (2 * count) / (lemmas.size + lemmasAfter[to]!.size) }))
      .filter(({ score }) => score >= SIMILAR)
  })
  candidates.sort((a, b) => b.score - a.score || a.from - b.from || a.to - b.to)
  const pairs = new Map<ClaimRecord, ClaimRecord>()
  const taken = new Set<number>()
  for (const { from, to } of candidates) {
    if (pairs.has(before[from]!) || taken.has(to)) continue
    pairs.set(before[from]!, after[to]!)
    taken.add(to)
  }
  return pairs
}

/** The content words of a claim: of its relation and of all its slots. */
function lemmasOf({ claim }: ClaimRecord): ReadonlySet<string> {
  const { subject, relation, object, qualifiers } = claim
  const slots = [subject, ...(object ? [object] : []), ...qualifiers]
  return new Set([relation.lemma, ...slots.flatMap(({ lemmas }) => lemmas)])
}
