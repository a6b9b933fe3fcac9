/**
 * A half-open range of UTF-16 code units into a document's text: `text.slice(start, end)` is the quote.
 * Only `export/` turns offsets into Unicode code points.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The characters that a span covers. */
export function quote(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

/** True where `outer` covers every character of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** True where the two share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** The least span that covers all of the given ones; throws on an empty list. */
export function cover(spans: readonly Span[]): Span {
  if (spans.length === 0) throw new RangeError('cover() needs at least one span')
  let { start, end } = spans[0]!
  for (const span of spans) {
    if (span.start < start) start = span.start
    if (span.end > end) end = span.end
  }
  return { start, end }
}

/** Orders by start, then by end: the reading order. */
export function bySpan(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end
}
