import type { ComponentChildren, VNode } from 'preact'
import { type ShownPiece, shownPieces } from './control-characters.ts'

const NAMES: Readonly<Record<string, string>> = {
  '\u001b': 'escape',
  '\u0000': 'NUL',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u202a': 'left-to-right embedding',
  '\u202b': 'right-to-left embedding',
  '\u202c': 'end of embedding or override',
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'first strong isolate',
  '\u2069': 'end of isolate',
}

/** Foreign text inline: never markup, its direction its own, and what would act in it visible as a mark. */
export function Shown({ text }: { readonly text: string }): VNode {
  return <bdi>{shownNodes(text)}</bdi>
}

/** The same without isolation, for use inside an element that isolates. */
export function shownNodes(text: string): ComponentChildren {
  const pieces = shownPieces(text)
  if (pieces.every(({ named }) => named === null)) return text
  return pieces.map((piece) => (piece.named === null ? piece.text : <ControlMark {...piece} />))
}

/** "U+202E" in a small frame, with its name for who asks. */
export function ControlMark({ text, named }: ShownPiece): VNode {
  return (
    <span class="control" title={NAMES[text] ?? 'control character'}>
      {named}
    </span>
  )
}
