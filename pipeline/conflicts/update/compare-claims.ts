import { contentId } from '../../model/ids.ts'
import { DETECTORS } from '../detectors/index.ts'
import { compareMeasures } from '../disputes/developments.ts'
import { byClaimId } from '../disputes/positions.ts'
import { updateOf } from '../disputes/timeline.ts'
import { topicKey } from '../disputes/topic-key.ts'
import type { Proposition } from '../propositions/proposition.ts'
import { candidatePairs } from './candidates.ts'
import type { Comparison } from './comparison.ts'
import { findingKey, writeFinding } from './found.ts'

/** Shows every pair that is to be compared to every detector, and keeps figures that were updated apart. */
export function compareNewClaims(comparison: Comparison): void {
  const { world } = comparison
  for (const [first, second] of candidatePairs(comparison)) {
    const [a, b] = [first, second].map(comparison.proposition).sort(byClaimId) as [Proposition, Proposition]
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
