import type { Span } from '../../model/span.ts'
import type { ShownText } from '../shown-text.ts'

interface TextDirective {
  readonly prefix: string | null
  readonly start: string
  readonly end: string | null
  readonly suffix: string | null
}

/**
 * True where a link leads to this stretch (a span of the raw text): its words are those of the quote, or its ends,
 * and the words before and after stand there. Written from the specification, and not from what writes the links.
 */
export function leadsTo(link: string, shown: ShownText, span: Span): boolean {
  const directive = directiveOf(link)
  if (!directive) return false
  const { prefix, start, end, suffix } = directive
  const from = shown.at(span.start)
  const to = shown.at(span.end)
  const quote = oneSpace(shown.text.slice(from, to))
  const words =
    end === null ? quote === start : quote.startsWith(start) && quote.slice(start.length).endsWith(end)
  const before = () => oneSpace(shown.text.slice(0, from).slice(-WINDOW))
  const after = () => oneSpace(shown.text.slice(to, to + WINDOW))
  return (
    words && (prefix === null || before().endsWith(prefix)) && (suffix === null || after().startsWith(suffix))
  )
}

/** Longer than any words around that a link of ours names, in UTF-16 units. */
const WINDOW = 1000

/** `#:~:text=[prefix-,]start[,end][,-suffix]`; null for anything else. */
function directiveOf(link: string): TextDirective | null {
  const at = link.indexOf(':~:text=')
  if (at < 0) return null
  const terms = link.slice(at + ':~:text='.length).split(',')
  const prefix = terms[0]!.endsWith('-') ? terms.shift()!.slice(0, -1) : null
  const suffix = terms.at(-1)?.startsWith('-') ? terms.pop()!.slice(1) : null
  const [start, end = null, ...more] = terms
  if (start === undefined || more.length > 0) return null
  try {
    const decode = (term: string | null) => (term === null ? null : decodeURIComponent(term))
    return {
      prefix: decode(prefix),
      start: decodeURIComponent(start),
      end: decode(end),
      suffix: decode(suffix),
    }
  } catch {
    return null
  }
}

function oneSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
