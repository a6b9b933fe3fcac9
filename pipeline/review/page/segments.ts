import type { Span } from '../../model/span.ts'
import type { DocumentDetail } from '../api.ts'

type Mark = DocumentDetail['marks'][number]

/** A stretch of a block under the same marks. */
export interface Segment extends Span {
  /** The mark that is shown: evidence before claims of the topic before other claims. */
  readonly mark: Mark | null
  /** True in the quote that the article was opened at. */
  readonly asked: boolean
  /** True where the shown mark begins. */
  readonly first: boolean
}

const RANK = { evidence: 0, topic: 1, claim: 2 } as const

/**
 * Cuts a block wherever a mark begins or ends, so that marks may overlap: of `[0,4)` evidence and `[2,6)` topic in a
 * block of 8 come `0-4` evidence, `4-6` topic, `6-8` none. Marks that lie outside the block are left alone.
 */
export function segmentsOf(block: Span, marks: readonly Mark[], asked: Span | null): Segment[] {
  const here = marks.filter(({ start, end }) => start < block.end && block.start < end)
  const spans: readonly Span[] = asked ? [...here, asked] : here
  const inside = (offset: number) => offset > block.start && offset < block.end
  const cuts = spans.flatMap(({ start, end }) => [start, end]).filter(inside)
  const offsets = [...new Set([block.start, ...cuts, block.end])].sort((a, b) => a - b)
  let shown: Mark | null = null
  return offsets.slice(0, -1).map((start, i) => {
    const end = offsets[i + 1]!
    const covering = here.filter((mark) => mark.start <= start && end <= mark.end)
    const mark = covering.sort((a, b) => RANK[a.kind] - RANK[b.kind] || a.start - b.start)[0] ?? null
    const first = mark !== null && mark !== shown
    shown = mark
    return { start, end, mark, first, asked: asked !== null && asked.start <= start && end <= asked.end }
  })
}
