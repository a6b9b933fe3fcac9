import type { QuoteRecord } from '../../pipeline/model/record.ts'

/** Most characters of context on either side of the evidence. */
const REACH = 400

/** The paragraph around a quote, cut at words where it is long: what stands before, the evidence, what follows. */
export function contextOf({ document: { text }, start, end }: QuoteRecord): {
  readonly before: string
  readonly evidence: string
  readonly after: string
} {
  const opening = Math.max(text.lastIndexOf('\n\n', start), text.lastIndexOf('\r\n\r\n', start), 0)
  const closing = /\r?\n\r?\n/.exec(text.slice(end, end + REACH * 2))
  const paragraphEnd = closing ? end + closing.index : Math.min(text.length, end + REACH * 2)
  const before = text.slice(Math.max(opening, start - REACH), start)
  const after = text.slice(end, Math.min(paragraphEnd, end + REACH))
  return {
    before: start - opening > REACH ? `…${before.replace(/^\S*/, '')}` : before,
    evidence: text.slice(start, end),
    after: paragraphEnd - end > REACH ? `${after.replace(/\S*$/, '')}…` : after,
  }
}
