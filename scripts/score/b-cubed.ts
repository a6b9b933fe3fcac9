import type { Figure } from './table.ts'

interface Clusters<T> {
  readonly gold: (one: T) => string
  /** Null for what stayed open: a cluster of its own. */
  readonly system: (one: T) => string | null
}

/**
 * B-cubed (Bagga and Baldwin 1998), every mention of equal weight; a gold mention that was not found has recall 0 and
 * no precision (B³ with twinless mentions, Stoyanov et al. 2009). What was found and is no gold mention is counted
 * with the mentions, not here.
 */
export function bCubed<T extends { readonly found: unknown }>(
  set: string,
  metric: string,
  mentions: readonly T[],
  { gold, system }: Clusters<T>,
): Figure {
  const found = mentions.filter(({ found }) => found !== null)
  const bySystem = groupBy(found, (one) => system(one) ?? one)
  const goldSizes = new Map([...groupBy(mentions, gold)].map(([key, list]) => [key, list.length]))
  let precision = 0
  let recall = 0
  for (const cluster of bySystem.values())
    for (const one of cluster) {
      const same = cluster.filter((other) => gold(other) === gold(one)).length
      precision += same / cluster.length
      recall += same / goldSizes.get(gold(one))!
    }
  const p = found.length > 0 ? precision / found.length : 0
  const r = mentions.length > 0 ? recall / mentions.length : 0
  const f1 = p + r > 0 ? (2 * p * r) / (p + r) : 0
  return { set, metric, p, r, f1, gold: mentions.length, system: found.length }
}

/** Items by what they share, in the order of their first. */
export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
