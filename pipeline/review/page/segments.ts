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

/** The claims of an article that cover a place in its text, the one that is shown there first. */
export function claimsAt(marks: readonly Mark[], at: number): readonly Mark[] {
  return marks.filter((mark) => mark.claim !== null && mark.start <= at && at < mark.end).sort(byRank)
}

const RANK = { evidence: 0, topic: 1, claim: 2 } as const
const byRank = (a: Mark, b: Mark) => RANK[a.kind] - RANK[b.kind] || a.start - b.start

/** The marks of each block, both in the order of their starts: a mark across blocks is in each of them. */
export function marksByBlock(blocks: readonly Span[], marks: readonly Mark[]): readonly (readonly Mark[])[] {
  const byBlock = blocks.map((): Mark[] => [])
  let first = 0
  for (const mark of marks) {
    while (first < blocks.length && blocks[first]!.end <= mark.start) first++
    for (let at = first; at < blocks.length && blocks[at]!.start < mark.end; at++) byBlock[at]!.push(mark)
  }
  return byBlock
}

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
    const mark = covering.sort(byRank)[0] ?? null
    const first = mark !== null && mark !== shown
    shown = mark
    return { start, end, mark, first, asked: asked !== null && asked.start <= start && end <= asked.end }
  })
}

/** Characters from which on a block is shown in parts: a browser hangs on a paragraph of a megabyte. */
const LONG_BLOCK = 8000

type Block = DocumentDetail['blocks'][number]

/**
 * The same blocks, none of them long: a long one is cut behind white space, or, where there is none, between two
 * characters, never inside a surrogate pair.
 */
export function cutLongBlocks(text: string, blocks: readonly Block[], longest = LONG_BLOCK): Block[] {
  return blocks.flatMap((block) => {
    const parts: Block[] = []
    let { start } = block
    while (block.end - start > longest) {
      const space = text.slice(start, start + longest).search(/\s\S*$/)
      const end =
        space > 0 ? start + space + 1 : start + longest - (isLowSurrogate(text, start + longest) ? 1 : 0)
      parts.push({ ...block, start, end })
      start = end
    }
    return [...parts, { ...block, start }]
  })
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}
