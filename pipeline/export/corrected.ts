import type { CorrectionMark } from '../model/correction.ts'
import type { QuoteRecord } from '../model/record.ts'

/** What people set right of a claim, then of its source. */
export function marksOf({
  claim,
  document,
}: Pick<QuoteRecord, 'document'> & {
  readonly claim: { readonly corrections?: readonly CorrectionMark[] } | null
}): readonly CorrectionMark[] {
  return [...(claim?.corrections ?? []), ...(document.corrections ?? [])]
}

/** "date: 1928 → 1931 (Ada Berg, 2026-01-31)", "made (Ada Berg, 2026-01-31)" for a claim that a person made. */
export function markInWords({ field, before, after, reviewer, at }: CorrectionMark): string {
  const change = field === 'claim' ? 'made' : `${field}: ${before ?? 'unknown'} → ${after ?? 'unknown'}`
  return `${change} (${reviewer}, ${at.slice(0, 10)})`
}
