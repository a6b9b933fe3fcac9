import type { Found } from '../found.ts'
import type { Token } from '../tokens.ts'

/**
 * A part and its whole become one expression: "the spring of next year", "July 25 of that year", "the morning of
 * 4 March", "Tuesday evening", "two days before 4 March". Not: "the summer of discontent"; "the morning. On 4 March".
 */
export function mergeParts(finds: readonly Found[], tokens: readonly Token[]): readonly Found[] {
  const merged: Found[] = []
  for (const find of finds) {
    const last = merged.at(-1)
    const whole = last === undefined ? null : join(last, find, tokens)
    if (whole === null) merged.push(find)
    else merged[merged.length - 1] = whole
  }
  return merged.map(withoutAnchor)
}

function join(left: Found, right: Found, tokens: readonly Token[]): Found | null {
  const between = tokens.slice(left.to, right.from).map((token) => token.text)
  const span = { from: left.from, to: right.to }
  const joint = between.join(' ')
  if (left.reading.type === 'shift' && left.reading.anchor === 'next') {
    if (right.kind !== 'date' || (joint !== '' && joint !== 'the')) return null
    return { ...span, kind: 'date', reading: { type: 'within', inner: left.reading, outer: right } }
  }
  if (left.reading.type === 'clock' && right.kind === 'date' && isDated(right)) {
    if (joint !== '' && joint !== 'of' && joint !== 'on') return null
    if (joint === 'on' && left.reading.time === null) return null
    return { ...span, kind: 'time', reading: { type: 'within', inner: left.reading, outer: right } }
  }
  if (right.reading.type === 'clock' && right.reading.days === 0 && joint === '' && left.kind === 'date') {
    if (!isDated(left)) return null
    return { ...span, kind: 'time', reading: { type: 'within', inner: right.reading, outer: left } }
  }
  if (left.reading.type === 'yearless' && left.reading.direction === 0 && joint === 'of') {
    if (right.reading.type !== 'shift' && right.reading.type !== 'calendar') return null
    return { ...span, kind: 'date', reading: { type: 'within', inner: left.reading, outer: right } }
  }
  return null
}

function isDated({ reading }: Found): boolean {
  return (
    reading.type === 'weekday' ||
    reading.type === 'shift' ||
    reading.type === 'calendar' ||
    reading.type === 'yearless'
  )
}

/** "10 months after the summit": the anchor is no date, so only the amount of time is known. */
function withoutAnchor(find: Found): Found {
  if (find.reading.type !== 'shift' || find.reading.anchor !== 'next') return find
  return { from: find.from, to: find.to - 1, kind: 'duration', reading: { type: 'none' } }
}
