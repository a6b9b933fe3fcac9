import { type ShownPiece, shownPieces } from './control-characters.ts'

/** Marks of Markdown: "**" around words, "#" before a heading, ">" before a quotation. */
const MARKUP = /\*+|__|^#{1,6} |^> /g

export interface MarkedPiece extends ShownPiece {
  readonly markup: boolean
}

/** The pieces of a text. The markup of a Markdown file is kept apart, to be dimmed: it is part of the text and stays. */
export function markedPieces(text: string, offset: number, markdown: boolean): MarkedPiece[] {
  return shownPieces(text, offset).flatMap((piece) => {
    if (piece.named !== null || !markdown) return [{ ...piece, markup: false }]
    const pieces: MarkedPiece[] = []
    let from = 0
    const cut = (to: number, markup: boolean) => {
      if (to > from)
        pieces.push({ start: piece.start + from, text: piece.text.slice(from, to), named: null, markup })
      from = to
    }
    for (const { 0: mark, index } of piece.text.matchAll(MARKUP)) {
      cut(index, false)
      cut(index + mark.length, true)
    }
    cut(piece.text.length, false)
    return pieces
  })
}
