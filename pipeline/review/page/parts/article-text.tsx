import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Span } from '../../../model/span.ts'
import type { DocumentDetail } from '../../api.ts'
import { plainText } from '../control-characters.ts'
import { markedPieces } from '../markup.ts'
import { cutLongBlocks, marksByBlock, type Segment, segmentsOf } from '../segments.ts'
import { ControlMark } from '../shown.tsx'

interface Props {
  readonly article: DocumentDetail
  readonly marks: DocumentDetail['marks']
  /** The quote that it was opened at. */
  readonly asked: Span | null
  /** Opens the claims at a place in the text. */
  readonly open: (at: number) => void
}

/** The raw text block by block, with its marks and line numbers; nothing in it is taken for markup. */
export function ArticleText({ article, marks, asked, open }: Props): VNode {
  const kind = article.text.length > LONG_TEXT ? 'text long' : 'text'
  // The same while a selection is drawn over it.
  return useMemo(
    () => <div class={kind}>{blocksOf(article, marks, asked, open)}</div>,
    [article, marks, asked, open],
  )
}

/** Characters from which on the browser lays out only what is near the window. */
const LONG_TEXT = 100_000

function blocksOf(
  { text, blocks, source }: DocumentDetail,
  marks: Props['marks'],
  asked: Span | null,
  open: Props['open'],
): VNode[] {
  const markdown = /\.(md|markdown)$/i.test(source.path)
  const parts = cutLongBlocks(text, blocks)
  const byBlock = marksByBlock(parts, marks)
  let line = 1
  let counted = 0
  return parts.map((block, at) => {
    for (; counted < block.start; counted++) if (text.charCodeAt(counted) === 10) line++
    return (
      <p key={block.start} class={`block ${shapeOf(text, block)}`} dir="auto">
        <span class="line" aria-hidden="true">
          {line}
        </span>
        {segmentsOf(block, byBlock[at]!, asked).map((segment) => (
          <SegmentText key={segment.start} segment={segment} text={text} markdown={markdown} open={open} />
        ))}
      </p>
    )
  })
}

/** How a block is set: front matter small, lines that somebody broke on purpose as they are, wrapped prose anew. */
function shapeOf(text: string, { start, end, kind }: DocumentDetail['blocks'][number]): string {
  const content = text.slice(start, end)
  if (start === 0 && content.startsWith('---')) return 'boilerplate lines'
  const lines = content.split(/\r\n|\n|\r/).slice(0, -1)
  return lines.some((line) => line.length < SHORT_LINE) ? `${kind} lines` : kind
}

/** Characters: wrapped prose is wider, items and verses are not. */
const SHORT_LINE = 50

interface SegmentProps {
  readonly segment: Segment
  readonly text: string
  readonly markdown: boolean
  readonly open: Props['open']
}

function SegmentText({ segment, text, markdown, open }: SegmentProps): VNode {
  const { start, end, mark, asked, first } = segment
  const pieces = markedPieces(text.slice(start, end), start, markdown).map((piece) =>
    piece.named === null ? (
      <span key={piece.start} data-start={piece.start} class={piece.markup ? 'markup' : undefined}>
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
      {...(mark?.claim != null && opening(() => open(start), first))}
      data-stop={first ? `${start}` : undefined}
    >
      {first && mark?.position != null && (
        <span class={`siglum-of position-${Math.min(mark.position, 5)}`} data-number={mark.position} />
      )}
      {pieces}
    </mark>
  )
}

/** What lets a click, Enter or Space open a mark; where it begins it is a button to a screen reader, and Tab finds it. */
function opening(open: () => void, first: boolean) {
  return {
    onClick() {
      // Whoever has selected words wants those.
      if (getSelection()?.isCollapsed !== false) open()
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      open()
    },
    ...(first && ({ role: 'button', tabIndex: 0, 'aria-haspopup': 'dialog' } as const)),
  }
}
