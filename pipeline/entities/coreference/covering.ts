import type { Span } from '../../model/span.ts'

/** The one of sorted spans without overlap that covers another span, or null. */
export function covering<T extends Span>(sorted: readonly T[], { start, end }: Span): T | null {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.start <= start) low = middle + 1
    else high = middle
  }
  const last = sorted[low - 1]
  return last !== undefined && end <= last.end ? last : null
}
