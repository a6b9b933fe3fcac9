import type { Span } from '../../model/span.ts'

/*
 * From what is selected on the page to a span of the document's text. Every stretch of the text stands in an element
 * with `data-start` (UTF-16, as everywhere) and, where a named mark stands for a character, `data-end`.
 */

/** The selected span, without white space at its ends; null where nothing of the article is selected. */
export function selectedSpan(text: string): Span | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  // Of a long article only the part that holds the whole selection is looked at.
  const holder = range.commonAncestorContainer
  const part = holder instanceof HTMLElement ? holder : holder.parentElement!
  const pieces = [part, ...part.querySelectorAll<HTMLElement>('[data-start]')].filter(
    (piece) => piece.dataset.start !== undefined && range.intersectsNode(piece),
  )
  if (pieces.length === 0) return null
  let start = offsetIn(pieces[0]!, range.startContainer, range.startOffset) ?? edge(pieces[0]!, 'start')
  const last = pieces.at(-1)!
  let end = offsetIn(last, range.endContainer, range.endOffset) ?? edge(last, 'end')
  while (start < end && /\s/.test(text[start]!)) start++
  while (start < end && /\s/.test(text[end - 1]!)) end--
  return start < end ? { start, end } : null
}

/** Where an end of the selection lies inside a piece; null where it lies outside, and the whole piece is meant. */
function offsetIn(piece: HTMLElement, container: Node, offset: number): number | null {
  if (container.nodeType !== Node.TEXT_NODE || container.parentElement !== piece) return null
  if (piece.dataset.end !== undefined) return null
  return Number(piece.dataset.start) + offset
}

function edge(piece: HTMLElement, side: 'start' | 'end'): number {
  const start = Number(piece.dataset.start)
  if (side === 'start') return start
  return piece.dataset.end === undefined ? start + piece.textContent.length : Number(piece.dataset.end)
}
