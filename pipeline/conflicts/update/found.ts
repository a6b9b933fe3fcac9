import type { FoundPair } from '../../model/comparison.ts'
import type { ConflictType, Gate } from '../../model/conflict.ts'
import type { Finding } from '../disputes/finding.ts'
import { topicKey } from '../disputes/topic-key.ts'
import type { World } from '../propositions/world.ts'
import type { Comparison } from './comparison.ts'

/** A finding as it is remembered: without its propositions, which are read again, and without the names of fields. */
export function writeFinding({ key, strength, gates }: Finding): string {
  return JSON.stringify([
    strength,
    key ?? null,
    ...gates.map(({ name, outcome, note }) => [name, outcome, note]),
  ])
}

/** In an order that does not depend on the order of arrival. */
export function readFindings(pairs: readonly FoundPair[], comparison: Comparison): readonly Finding[] {
  const named = pairs.map((pair) => {
    const finding = readFinding(pair, comparison)
    return { finding, name: `${finding.a.claim.id} ${finding.b.claim.id} ${pair.detector}` }
  })
  return named.sort((x, y) => (x.name < y.name ? -1 : 1)).map(({ finding }) => finding)
}

function readFinding({ a, b, detector, slot, record }: FoundPair, comparison: Comparison): Finding {
  const [strength, key, ...gates] = JSON.parse(record) as [
    Finding['strength'],
    string | null,
    ...[Gate['name'], Gate['outcome'], string][],
  ]
  return {
    strength,
    ...(key !== null && { key }),
    gates: gates.map(([name, outcome, note]) => ({ name, outcome, note })),
    type: detector.slice(detector.indexOf(' ') + 1) as ConflictType,
    slot,
    a: comparison.proposition(a),
    b: comparison.proposition(b),
  }
}

/** The topic's key as the detector gives it, else the one of the two claims' that says more. */
export function findingKey({ key, a, b, slot }: Finding, world: World): string {
  return key ?? [topicKey(a, world, slot), topicKey(b, world, slot)].sort(byDetail)[0]!
}

/** The key with most filled parts first; among equals the smaller. */
export function byDetail(a: string, b: string): number {
  const filled = (key: string) => key.split('|').filter((part) => part !== '').length
  return filled(b) - filled(a) || (a < b ? -1 : a > b ? 1 : 0)
}
