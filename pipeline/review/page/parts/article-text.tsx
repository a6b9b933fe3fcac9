import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Span } from '../../../model/span.ts'
import type { DocumentDetail } from '../../api.ts'
import { type Segment, segmentsOf } from '../segments.ts'
import { ControlMark, plainText, shownPieces } from '../shown.tsx'

interface Props {
  readonly article: DocumentDetail
  readonly marks: DocumentDetail['marks']
  /** The quote that it was opened at. */
  readonly asked: Span | null
}

/** The raw text block by block, with its marks and line numbers; nothing in it is taken for markup. */
export function ArticleText({ article, marks, asked }: Props): VNode {
  // Long, and the same while a selection is drawn over it.
  return useMemo(() => <div class="text">{blocksOf(article, marks, asked)}</div>, [article, marks, asked])
}

function blocksOf(
  { text, blocks }: DocumentDetail,
  marks: DocumentDetail['marks'],
  asked: Span | null,
): VNode[] {
  let line = 1
  let counted = 0
  return blocks.map((block) => {
    for (; counted < block.start; counted++) if (text.charCodeAt(counted) === 10) line++
    return (
      <p key={block.start} class={`block ${block.kind}`} dir="auto">
        <span class="line" aria-hidden="true">
          {line}
        </span>
        {segmentsOf(block, marks, asked).map((segment) => (
          <SegmentText key={segment.start} segment={segment} text={text} />
        ))}
      </p>
    )
  })
}

function SegmentText({ segment, text }: { readonly segment: Segment; readonly text: string }): VNode {
  const { start, end, mark, asked, first } = segment
  const pieces = shownPieces(text.slice(start, end), start).map((piece) =>
    piece.named === null ? (
      <span key={piece.start} data-start={piece.start}>
        {piece.text}
      </span>
    ) : (
      <span key={piece.start} data-start={piece.start} data-end={piece.start + piece.text.length}>
        <ControlMark {...piece} />
      </span>
    ),
  )
  if (!mark && !asked) return <>{pieces}</>
  const named = [mark?.says, mark?.stance].filter((words) => words != null).map((words) => plainText(words!))
  const kinds = [mark?.kind ?? 'evidence', asked && 'asked', mark?.corrected && 'corrected'].filter(Boolean)
  return (
    <mark
      class={kinds.join(' ')}
      title={named.join(' · ')}
      tabIndex={-1}
      data-stop={first ? `${start}` : undefined}
    >
      {first && mark?.position != null && <span class="siglum-of" data-number={mark.position} />}
      {pieces}
    </mark>
  )
}
