import { contentId } from '../../model/ids.ts'
import { DETECTORS } from '../detectors/index.ts'
import { compareMeasures } from '../disputes/developments.ts'
import { byClaimId } from '../disputes/positions.ts'
import { updateOf } from '../disputes/timeline.ts'
import { topicKey } from '../disputes/topic-key.ts'
import type { Proposition } from '../propositions/proposition.ts'
import { candidatePairs, cellReader, type Pair, pairsWithin } from './candidates.ts'
import type { Comparison } from './comparison.ts'
import { findingKey, writeFinding } from './found.ts'

/** New claims whose pairs are gathered before all that they need is read at one go. */
const GATHERED = 500

/** Holds new claims against all that they may dispute; `isNew` tells of any claim whether it is to be judged as well. */
export function judgeClaims(
  claims: readonly number[],
  isNew: (claim: number) => boolean,
  comparison: Comparison,
): void {
  const sidesOf = cellReader(comparison.tables)
  for (let from = 0; from < claims.length; from += GATHERED) {
    const some = claims.slice(from, from + GATHERED)
    judge([...candidatePairs(some, isNew, comparison.tables, sidesOf)], comparison)
  }
}

/** Holds the claims of cells that are small enough again against each other, but for new ones. */
export function judgeMerged(comparison: Comparison): void {
  const { merged, fresh } = comparison.changes
  if (merged.length === 0) return
  const isNew = new Set(fresh)
  for (const cell of merged)
    judge([...pairsWithin(cell, (claim) => isNew.has(claim), comparison.tables)], comparison)
}

/** Shows pairs to every detector, and keeps figures that were updated apart. */
function judge(pairs: readonly Pair[], comparison: Comparison): void {
  const { world } = comparison
  comparison.ahead(new Set(pairs.flat()))
  for (const pair of pairs) {
    const [a, b] = pair.map(comparison.proposition).sort(byClaimId) as [Proposition, Proposition]
    for (const [number, detect] of DETECTORS.entries()) {
      const finding = detect(a, b, world)
      if (!finding) continue
      keep(comparison, finding.a, finding.b, {
        detector: `${number} ${finding.type}`,
        slot: finding.slot,
        key: findingKey(finding, world),
        record: writeFinding(finding),
      })
    }
    if (compareMeasures(a, b, world)?.outcome === 'update')
      keep(comparison, a, b, { detector: UPDATE, ...updateOf(a, b, world), record: '{}' })
  }
}

/** Of figures that changed over time. */
export const UPDATE = 'update'

function keep(
  { tables, world }: Comparison,
  a: Proposition,
  b: Proposition,
  {
    detector,
    slot,
    key,
    record,
  }: { readonly detector: string; readonly slot: string; readonly key: string; readonly record: string },
): void {
  const [topicOfA, topicOfB] = [a, b].map((side) => contentId('t', topicKey(side, world))) as [string, string]
  tables.pairs.put({
    a: a.source.key,
    b: b.source.key,
    detector,
    slot,
    topic: contentId('t', key),
    topicOfA,
    topicOfB,
    dispute: '',
    record,
  })
}
